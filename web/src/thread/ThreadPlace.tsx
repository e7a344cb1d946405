/** The middle of the page: a thread, the first page, or why there is neither. */
import { navigate, openId } from "../state/route";
import { type Thread as ThreadState, threadOf } from "../state/thread";
import { FirstPage } from "./FirstPage";
import { Thread } from "./Thread";

export function ThreadPlace() {
  const id = openId.value;
  if (id === null) return <FirstPage />;
  return <OpenThread key={id} thread={threadOf(id)} />;
}

function OpenThread({ thread }: { thread: ThreadState }) {
  switch (thread.phase.value) {
    case "ready":
      return <Thread thread={thread} />;
    case "loading":
      return (
        <div class="place">
          <p class="place-note" role="status">
            Loading the conversation…
          </p>
        </div>
      );
    case "missing":
      return (
        <div class="place">
          <h2>There is no such conversation</h2>
          <p class="place-note">It may have been deleted.</p>
          <button type="button" class="button" onClick={() => navigate(null)}>
            New chat
          </button>
        </div>
      );
    default:
      return (
        <div class="place">
          <h2>The conversation could not be loaded</h2>
          <p class="place-note">{thread.problem.value?.message}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              thread.phase.value = "loading";
              void thread.refresh();
            }}
          >
            Try again
          </button>
        </div>
      );
  }
}
