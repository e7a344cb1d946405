import type { Message } from "../api/types";
import { CopyButton } from "../shell/CopyButton";
import { focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { liveRun } from "../state/live";
import { answerAgain, removeMessage } from "../state/message-actions";
import { modelName } from "../state/models";
import { runOf } from "../state/outbox";
import type { Thread } from "../state/thread";
import { AnswerEnd } from "./AnswerEnd";
import { AnswerFacts } from "./AnswerFacts";
import { AnswerNotes } from "./AnswerNotes";
import { AnswerText } from "./AnswerText";
import { BranchPager } from "./BranchPager";

export function Answer({ message, thread }: { message: Message; thread: Thread }) {
  const live = liveRun(message.run_id);
  const running = message.status === "running";
  const name = modelName(message.model);
  return (
    <article class="answer" aria-label={`Answer of ${name}`} aria-busy={running}>
      <h2 class="visually-hidden">{name} said</h2>
      {live && <AnswerNotes live={live} />}
      <AnswerText message={message} live={live} />
      {!(running && live) && (
        <>
          <AnswerEnd message={message} onRetry={() => again(message)} />
          <AnswerFooter message={message} thread={thread} />
        </>
      )}
    </article>
  );
}

function AnswerFooter({ message, thread }: { message: Message; thread: Thread }) {
  const busy = runOf(thread.id) !== null;
  return (
    <footer class="message-actions">
      <BranchPager message={message} thread={thread} />
      <CopyButton text={() => message.content} what="answer" />
      {message.status !== "failed" && (
        <IconButton
          icon="again"
          label="Answer again"
          disabled={busy}
          onClick={() => again(message)}
        />
      )}
      <IconButton
        icon="trash"
        label="Delete answer"
        onClick={() => {
          removeMessage(message);
          focusComposer();
        }}
      />
      <AnswerFacts message={message} />
    </footer>
  );
}

function again(message: Message): void {
  void answerAgain(message);
  focusComposer();
}
