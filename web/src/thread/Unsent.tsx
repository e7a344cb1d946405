import { insertion } from "../composer/insertion";
import { focusComposer } from "../shell/focus";
import { forgetConversation } from "../state/conversations";
import { discard, type Outgoing, retry } from "../state/outbox";
import { navigate } from "../state/route";

/** A message that the server has not acknowledged: on its way, or stuck. */
export function Unsent({ item }: { item: Outgoing }) {
  const takeOut = () => {
    discard(item.id);
    // It was the first of a conversation that the server has never seen.
    if (item.create) {
      navigate(null, true);
      forgetConversation(item.conversation);
    }
    focusComposer();
  };
  return (
    <article class="question" aria-label="Your message, not sent yet">
      <h2 class="visually-hidden">You said</h2>
      <div class="bubble pending">{item.content}</div>
      {item.state === "sending" ? (
        <p class="unsent-note">Sending…</p>
      ) : (
        <div class="unsent" role="alert">
          <p>Not sent. {item.problem}</p>
          <button type="button" class="button small" onClick={() => retry(item.id)}>
            Retry
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => {
              takeOut();
              insertion.value = item.content;
            }}
          >
            Edit
          </button>
          <button type="button" class="button small" onClick={takeOut}>
            Delete
          </button>
        </div>
      )}
    </article>
  );
}
