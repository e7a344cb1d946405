import { useEffect, useRef } from "preact/hooks";
import {
  conversations,
  hasMore,
  listPhase,
  listProblem,
  loadList,
  loadMoreConversations,
  moreFailed,
} from "../state/conversations";
import { ConversationRow } from "./ConversationRow";
import { groupByDay } from "./days";

export function ConversationList() {
  if (listPhase.value === "error") return <ListProblem />;
  const groups = groupByDay(conversations.value, new Date());
  if (groups.length === 0) {
    return (
      <p class="list-note">
        {listPhase.value === "loading" ? "Loading…" : "Your conversations will stand here."}
      </p>
    );
  }
  return (
    <>
      {groups.map(({ group, items }) => (
        <section key={group}>
          <h2 class="rows-title">{group}</h2>
          <ul class="rows">
            {items.map((conversation) => (
              <ConversationRow key={conversation.id} conversation={conversation} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore.value &&
        (moreFailed.value ? <MoreProblem /> : <More count={conversations.value.length} />)}
    </>
  );
}

/** Asks for the next page when it comes near the view; again after each page, as `count` grows. */
function More({ count }: { count: number }) {
  const mark = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && void loadMoreConversations(),
      { rootMargin: "400px" },
    );
    if (mark.current) seen.observe(mark.current);
    return () => seen.disconnect();
  }, [count]);
  return (
    <p class="list-note" ref={mark}>
      Loading older conversations…
    </p>
  );
}

function MoreProblem() {
  return (
    <div class="list-note">
      <p>Older conversations could not be loaded.</p>
      <button type="button" class="button" onClick={() => void loadMoreConversations()}>
        Try again
      </button>
    </div>
  );
}

function ListProblem() {
  return (
    <div class="list-note">
      <p>{listProblem.value?.message}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          listPhase.value = "loading";
          void loadList();
        }}
      >
        Try again
      </button>
    </div>
  );
}
