import { MAIN } from "../../api/main-branch";
import type { Message } from "../../api/types";
import { Icon } from "../../shell/icons";
import type { Applied } from "../../stream/build";
import type { Studio } from "../studio";
import { WaysBack } from "./WaysBack";

interface Props {
  answer: Message;
  applied: Applied;
  studio: Studio;
}

/** A turn is a commit: the way to its changes, back, and to it. */
export function AppliedChip({ answer, applied, studio }: Props) {
  const { branch = MAIN, commit, parent, files, findings = [] } = applied;
  const [first] = files;
  const { desk } = studio;

  return (
    <div class="applied">
      <span class="applied-what">
        <Icon name="check" /> Applied{branch !== MAIN && ` to ${branch}`} ·{" "}
        <code>{commit.slice(0, 6)}</code>
      </span>
      {first && (
        <button
          type="button"
          class="button small"
          onClick={() => desk.openChanges(first.path, commit, parent)}
        >
          Changes
        </button>
      )}
      <WaysBack answer={answer} applied={applied} studio={studio} />
      {findings.length > 0 && (
        <ul class="findings" aria-label="What is still wrong">
          {findings.map(({ check, path, line, message }) => (
            <li key={`${check} ${path} ${line} ${message}`}>
              <button type="button" onClick={() => desk.look(path, line)}>
                {line > 0 ? `${path}:${line}` : path}
              </button>{" "}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
