import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { focusComposer, LOG_ID } from "../shell/focus";
import { Icon } from "../shell/icons";
import { begunEdit, edits } from "../state/edits";
import { outgoingOf } from "../state/outbox";
import type { Thread as ThreadState } from "../state/thread";
import { Answer } from "./Answer";
import { Question } from "./Question";
import { RowBoundary } from "./RowBoundary";
import { RowScroller } from "./row-scroller";
import { type Row, rowsOf } from "./rows";
import { Unsent } from "./Unsent";
import { guessHeight } from "./window";

export function Thread({ thread }: { thread: ThreadState }) {
  const scroller = useMemo(() => new RowScroller(), [thread]);
  const box = useRef<HTMLElement>(null);
  const rows = rowsOf(thread.items.value, outgoingOf(thread.id), thread.hiddenFrom.value);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  // Read for the subscription; what is drawn fits the rows of this very drawing.
  scroller.window.value;
  const view = scroller.setRows(
    rows.map(({ key }) => key),
    (key) => guessHeight(length(byKey.get(key)), box.current?.clientWidth ?? 720),
    edits.peek().keys(),
  );

  useLayoutEffect(() => {
    const detach = scroller.attach(box.current as HTMLElement);
    return detach;
  }, [scroller]);
  const edit = begunEdit.value;
  useLayoutEffect(() => {
    if (edit !== null && byKey.has(edit.id)) scroller.hold(edit.id);
    else scroller.release();
  }, [scroller, edit]);
  useLayoutEffect(() => scroller.settle());

  // What the person sends is what they want to see.
  const unsent = rows.findLast((row) => row.outgoing)?.key;
  useEffect(() => {
    if (unsent !== undefined) scroller.toEnd();
  }, [unsent]);

  const loadOlder = () => {
    if (thread.hasOlder.value && !thread.olderFailed.value && scroller.nearStart)
      void thread.loadOlder();
  };
  useEffect(loadOlder);

  return (
    <div class="thread-place">
      <section
        ref={box}
        id={LOG_ID}
        class="thread"
        role="log"
        aria-live="off"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        tabIndex={0}
        onScroll={() => {
          scroller.onScroll();
          loadOlder();
        }}
      >
        {thread.hasOlder.value && <Older thread={thread} />}
        <div class="spacer" style={{ height: `${view.above}px` }} />
        {view.rows.map(({ index, gap }) => {
          const row = rows[index] as Row;
          return (
            <div
              class="thread-row"
              key={row.key}
              ref={(element) => scroller.row(row.key, element)}
              style={gap > 0 ? { marginTop: `${gap}px` } : undefined}
            >
              <RowBoundary message={row.message}>
                <RowContent row={row} thread={thread} />
              </RowBoundary>
            </div>
          );
        })}
        <div class="spacer" style={{ height: `${view.below}px` }} />
      </section>
      {!scroller.following.value && (
        <button
          type="button"
          class="to-end"
          onClick={() => {
            scroller.toEnd();
            focusComposer();
          }}
        >
          <Icon name="down" />
          Jump to latest
        </button>
      )}
    </div>
  );
}

function Older({ thread }: { thread: ThreadState }) {
  if (!thread.olderFailed.value) return <p class="thread-more">Loading older messages…</p>;
  return (
    <div class="thread-more">
      <p>Older messages could not be loaded.</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          void thread.loadOlder();
          focusComposer();
        }}
      >
        Try again
      </button>
    </div>
  );
}

function RowContent({ row, thread }: { row: Row; thread: ThreadState }) {
  if (row.outgoing) return <Unsent item={row.outgoing} />;
  if (row.message.role === "user") return <Question message={row.message} thread={thread} />;
  return <Answer message={row.message} thread={thread} />;
}

const length = (row: Row | undefined) =>
  row?.message?.content.length ?? row?.outgoing?.content.length ?? 0;
