import { type BuildProblem, textAt } from "./bundle";
import { codeFrame } from "./code-frame";
import { fixRequest } from "./fix";
import type { Session } from "./session";

const SHOWN = 5;

interface Props {
  session: Session;
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

export function BuildErrors({ session, onFix, onOpen }: Props) {
  const problems = session.problems.value;
  const more = problems.length - SHOWN;
  return (
    <div class="preview-notice wide" role="alert">
      <h2>This does not build.</h2>
      {session.stage.value !== "empty" && <p>The last version that does is behind this.</p>}
      <ol class="build-errors">
        {problems.slice(0, SHOWN).map((problem, index) => (
          <li key={index}>
            <p class="preview-error">{problem.text}</p>
            {problem.at && <Place at={problem.at} session={session} onOpen={onOpen} />}
            <button
              type="button"
              class="button small"
              onClick={() => onFix(fixRequest(problem.text, problem.at))}
            >
              Fix this
            </button>
          </li>
        ))}
      </ol>
      {more > 0 && <p>… and {more} more.</p>}
    </div>
  );
}

type At = NonNullable<BuildProblem["at"]>;

function Place({ at, session, onOpen }: { at: At } & Omit<Props, "onFix">) {
  const text = textAt(session.builtFiles, at.path);
  return (
    <>
      <button type="button" class="source-link" onClick={() => onOpen(at.path, at.line, at.column)}>
        {at.path}:{at.line}:{at.column}
      </button>
      <pre class="code-frame">{codeFrame(text, at.line, at.column, at.length)}</pre>
    </>
  );
}
