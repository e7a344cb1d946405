import { insertion } from "../composer/insertion";
import { focusComposer } from "../shell/focus";
import { discard, discardFirst, type Outgoing, retry } from "../state/outbox";

/** A message that the server has not acknowledged: on its way, or stuck. */
export function Unsent({ item }: { item: Outgoing }) {
  const takeOut = (edit: boolean) => {
    if (item.create) discardFirst(item, edit);
    else {
      discard(item.id);
      if (edit) insertion.value = item.content;
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
          <button
            type="button"
            class="button small"
            onClick={() => {
              retry(item.id);
              focusComposer();
            }}
          >
            Retry
          </button>
          <button type="button" class="button small" onClick={() => takeOut(true)}>
            Edit
          </button>
          <button type="button" class="button small" onClick={() => takeOut(false)}>
            Delete
          </button>
        </div>
      )}
    </article>
  );
}
