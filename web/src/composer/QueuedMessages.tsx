import { focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { stop } from "../state/message-actions";
import { discard, drain, moveFirst, outgoingOf, runOf } from "../state/outbox";
import { insertion } from "./insertion";

/** Written while an answer runs; each goes off by itself when its turn comes. */
export function QueuedMessages({ conversation: id }: { conversation: string | null }) {
  const queued = outgoingOf(id).filter(({ state }) => state === "queued");
  if (id === null || queued.length === 0) return null;

  const sendNow = (message: string) => {
    moveFirst(message);
    if (runOf(id) === null) drain(id);
    else void stop(id);
    focusComposer();
  };

  return (
    <ul class="queued" aria-label="Queued messages">
      {queued.map((item) => (
        <li key={item.id}>
          <span class="queued-text">{item.content}</span>
          <button type="button" class="button small" onClick={() => sendNow(item.id)}>
            Send now
          </button>
          <IconButton
            icon="edit"
            label="Edit queued message"
            onClick={() => {
              insertion.value = discard(item.id)?.content ?? null;
            }}
          />
          <IconButton
            icon="trash"
            label="Delete queued message"
            onClick={() => {
              discard(item.id);
              focusComposer();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
