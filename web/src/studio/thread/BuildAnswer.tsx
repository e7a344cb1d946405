import { useMemo } from "preact/hooks";
import type { Message } from "../../api/types";
import { Blocks } from "../../markdown/Block";
import { finishedMarkdown } from "../../markdown/streaming";
import { type LiveRun, liveRun } from "../../state/live";
import { modelName } from "../../state/models";
import { loadedThread, threadOf } from "../../state/thread";
import type { Build } from "../../stream/build";
import { AnswerFacts } from "../../thread/AnswerFacts";
import { AnswerNotes } from "../../thread/AnswerNotes";
import { BranchPager } from "../../thread/BranchPager";
import { WaitingLine } from "../../thread/WaitingLine";
import type { Studio } from "../studio";
import { WithParts } from "../WithParts";
import { AppliedChip } from "./AppliedChip";
import { BuildEnd } from "./BuildEnd";
import { buildAgain } from "./bounds";
import { Checks } from "./Checks";
import { FileCard } from "./FileCard";
import { Plan } from "./Plan";
import { Refused } from "./Refused";
import { StoredCards } from "./StoredCards";
import { summaryOf } from "./summary";

interface Props {
  message: Message;
  /** Nothing was asked after it. */
  last: boolean;
  studio: Studio;
}

/** A turn: while it runs and as long as this tab knows its parts, those; later its commit's. */
export function BuildAnswer({ message, last, studio }: Props) {
  const live = liveRun(message.run_id);
  const build = live?.view.value.build ?? null;
  const running = message.status === "running";
  const applied = message.build ?? build?.applied ?? null;
  const summary = useMemo(() => summaryOf(message.content), [message.content]);
  const isPlan = message.status === "complete" && !applied && !build?.files.length;
  const plan = isPlan ? (build?.plan ?? summary.lines) : [];
  return (
    <article
      class="answer build"
      aria-label={`Answer of ${modelName(message.model)}`}
      aria-busy={running}
    >
      <h2 class="visually-hidden">{modelName(message.model)} built</h2>
      {live && <AnswerNotes live={live} />}
      {build ? (
        <Parts build={build} message={message} studio={studio} withPlan={plan.length === 0} />
      ) : applied ? (
        <>
          {summary.words && <Words text={summary.words} />}
          <StoredCards applied={applied} reasons={summary.lines} studio={studio} />
        </>
      ) : (
        <Words text={wordsOf(message, live, plan.length > 0 ? summary.words : message.content)} />
      )}
      {plan.length > 0 &&
        (last ? (
          <WithParts key={message.id}>
            {({ PlanOffer }) => (
              <PlanOffer
                answer={message.id}
                asked={askedBy(message)}
                planned={plan}
                conversation={message.conversation_id}
                studio={studio}
              />
            )}
          </WithParts>
        ) : (
          <Plan steps={plan} files={[]} />
        ))}
      <Checks
        checking={build?.checking ?? ""}
        checked={applied ? (applied.checked ?? null) : (build?.checked ?? null)}
      />
      {running && live && <Waiting live={live} build={build} />}
      {applied && <AppliedChip answer={message} applied={applied} studio={studio} />}
      {!running && (
        <>
          {!build?.refused.length && <BuildEnd message={message} />}
          <AnswerFacts message={message} />
          <BranchPager message={message} thread={threadOf(message.conversation_id)} />
        </>
      )}
    </article>
  );
}

const wordsOf = ({ status }: Message, live: LiveRun | null, words: string) =>
  status === "running" ? (live?.view.value.text ?? "") : words;

function askedBy({ conversation_id, parent_id }: Message): string {
  const items = loadedThread(conversation_id)?.items.value;
  return items?.find(({ id }) => id === parent_id)?.content ?? "";
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
  withPlan: boolean;
  studio: Studio;
}

function Parts({ build, message, withPlan, studio }: PartsProps) {
  const running = message.status === "running";
  const open = build.files.length - 1;
  const refused = build.refused.length > 0 && (
    <Refused reasons={build.refused} again={running} onRetry={() => buildAgain(message)} />
  );
  return (
    <>
      {build.files.length === 0 && refused}
      {build.prose.trim() && <Words text={build.prose} />}
      {withPlan && build.plan.length > 0 && (
        <Plan steps={build.plan} files={build.files} planner={build.planner} />
      )}
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
  if (build?.applied || build?.checking || (last && !last.closed && !waiting)) return null;
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
