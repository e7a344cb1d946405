import { useMemo } from "preact/hooks";
import type { Message } from "../../api/types";
import { Blocks } from "../../markdown/Block";
import { finishedMarkdown } from "../../markdown/streaming";
import { type LiveRun, liveRun } from "../../state/live";
import { answerAgain } from "../../state/message-actions";
import { modelName } from "../../state/models";
import type { Build } from "../../stream/build";
import { AnswerEnd } from "../../thread/AnswerEnd";
import { AnswerFacts } from "../../thread/AnswerFacts";
import { AnswerNotes } from "../../thread/AnswerNotes";
import { WaitingLine } from "../../thread/WaitingLine";
import type { Studio } from "../studio";
import { AppliedChip } from "./AppliedChip";
import { FileCard } from "./FileCard";
import { Plan } from "./Plan";
import { Refused } from "./Refused";

/** A turn: while it runs and as long as this tab knows its parts, those; later its words. */
export function BuildAnswer({ message, studio }: { message: Message; studio: Studio }) {
  const live = liveRun(message.run_id);
  const build = live?.view.value.build ?? null;
  const running = message.status === "running";
  const applied = message.build ?? build?.applied ?? null;
  return (
    <article
      class="answer build"
      aria-label={`Answer of ${modelName(message.model)}`}
      aria-busy={running}
    >
      <h2 class="visually-hidden">{modelName(message.model)} built</h2>
      {live && <AnswerNotes live={live} />}
      {build ? (
        <Parts build={build} message={message} studio={studio} />
      ) : (
        <Words text={running ? (live?.view.value.text ?? "") : message.content} />
      )}
      {running && live && <Waiting live={live} build={build} />}
      {applied && <AppliedChip applied={applied} studio={studio} list={build === null} />}
      {!running && (
        <>
          {!build?.refused.length && (
            <AnswerEnd message={message} onRetry={() => void answerAgain(message)} />
          )}
          <AnswerFacts message={message} />
        </>
      )}
    </article>
  );
}

function Words({ text }: { text: string }) {
  const tokens = useMemo(() => finishedMarkdown(text, []), [text]);
  return (
    <div class="prose">
      <Blocks tokens={tokens} />
    </div>
  );
}

interface PartsProps {
  build: Build;
  message: Message;
  studio: Studio;
}

function Parts({ build, message, studio }: PartsProps) {
  const running = message.status === "running";
  const open = build.files.length - 1;
  const refused = build.refused.length > 0 && (
    <Refused reasons={build.refused} again={running} onRetry={() => void answerAgain(message)} />
  );
  return (
    <>
      {build.files.length === 0 && refused}
      {build.prose.trim() && <Words text={build.prose} />}
      {build.plan.length > 0 && <Plan steps={build.plan} files={build.files} />}
      {build.files.map((file, index) => (
        <FileCard
          key={`${build.attempt} ${index}`}
          file={file}
          writing={running && index === open && !file.closed}
          applied={build.applied}
          studio={studio}
        />
      ))}
      {build.files.length > 0 && refused}
    </>
  );
}

/** Nothing to see yet, or nothing since the last part ended. */
function Waiting({ live, build }: { live: LiveRun; build: Build | null }) {
  const { waiting, model } = live.view.value;
  const last = build?.files.at(-1);
  if (build?.applied || (last && !last.closed && !waiting)) return null;
  if (last && !waiting) {
    return (
      <p class="waiting">
        <span class="spinner" aria-hidden="true" />
        Putting it together…
      </p>
    );
  }
  return <WaitingLine live={live} model={model} />;
}
