import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Message } from "../../api/types";
import { LOG_ID } from "../../shell/focus";
import { outgoingOf } from "../../state/outbox";
import { type Thread, threadOf } from "../../state/thread";
import { BranchPager } from "../../thread/BranchPager";
import { RowBoundary } from "../../thread/RowBoundary";
import { rowsOf } from "../../thread/rows";
import { Unsent } from "../../thread/Unsent";
import { conversationOf } from "../follow";
import type { Studio } from "../studio";
import { BranchNote } from "./BranchNote";
import { BuildAnswer } from "./BuildAnswer";
import { StudioComposer } from "./StudioComposer";

/** Scrolling down to within this of the end means following it again. */
const NEAR_END = 40;

/** What was asked of the project, and what became of it. */
export function ThreadPane({ studio }: { studio: Studio }) {
  const conversation = conversationOf(studio);
  if (conversation === null) {
    return (
      <p class="studio-note">This project has no conversation: its files are edited by hand.</p>
    );
  }
  return (
    <>
      <Messages key={conversation} studio={studio} thread={threadOf(conversation)} />
      <BranchNote studio={studio} />
      <StudioComposer studio={studio} conversation={conversation} />
    </>
  );
}

function Messages({ studio, thread }: { studio: Studio; thread: Thread }) {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const rows = rowsOf(thread.items.value, outgoingOf(thread.id), thread.hiddenFrom.value);
  const unsent = rows.findLast((row) => row.outgoing)?.key;

  useEffect(() => {
    if (thread.phase.peek() === "ready") void thread.refresh();
  }, [thread]);
  useEffect(() => {
    following.current = true;
  }, [unsent]);
  useLayoutEffect(() => {
    const inside = box.current?.firstElementChild;
    if (!box.current || !inside) return;
    const toEnd = () => {
      if (box.current && following.current) box.current.scrollTop = box.current.scrollHeight;
    };
    const grown = new ResizeObserver(toEnd);
    grown.observe(inside);
    grown.observe(box.current);
    return () => grown.disconnect();
  }, [thread]);

  return (
    <div
      ref={box}
      id={LOG_ID}
      class="studio-thread"
      role="log"
      aria-live="off"
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
      tabIndex={0}
      onScroll={({ currentTarget: at }) => {
        following.current = at.scrollHeight - at.clientHeight - at.scrollTop < NEAR_END;
      }}
    >
      <div class="studio-rows">
        <Standing thread={thread} empty={rows.length === 0} />
        {rows.map((row) => (
          <RowBoundary key={row.key} message={row.message}>
            {row.message ? (
              <MessageRow
                message={row.message}
                last={row.key === rows.at(-1)?.key}
                studio={studio}
              />
            ) : (
              <Unsent item={row.outgoing} />
            )}
          </RowBoundary>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  message: Message;
  last: boolean;
  studio: Studio;
}

function MessageRow({ message, last, studio }: RowProps) {
  if (message.role === "assistant") {
    return <BuildAnswer message={message} last={last} studio={studio} />;
  }
  return (
    <article class="question" aria-label="Your message">
      {message.automatic ? (
        <h2 class="question-origin">Sent by “Fix by itself”</h2>
      ) : (
        <h2 class="visually-hidden">You said</h2>
      )}
      <div class="bubble">{message.content}</div>
      <BranchPager message={message} thread={threadOf(message.conversation_id)} />
    </article>
  );
}

function Standing({ thread, empty }: { thread: Thread; empty: boolean }) {
  const phase = thread.phase.value;
  if (phase === "loading") {
    return (
      <p class="place-note" role="status">
        Loading…
      </p>
    );
  }
  if (phase !== "ready") {
    return (
      <div class="studio-note" role="alert">
        <p>The conversation could not be loaded. {thread.problem.value?.message}</p>
        <button type="button" class="button small" onClick={() => void thread.refresh()}>
          Try again
        </button>
      </div>
    );
  }
  if (thread.hasOlder.value) {
    return (
      <button type="button" class="button small" onClick={() => void thread.loadOlder()}>
        Older messages
      </button>
    );
  }
  return empty ? <p class="place-note">Say what this should become.</p> : null;
}
