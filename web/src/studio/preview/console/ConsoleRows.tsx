import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Level } from "../protocol";
import type { Session } from "../session";
import { ConsoleRow } from "./ConsoleRow";
import type { Entry } from "./log";

const PAGE = 200;
/** So many while they come faster than anyone reads. Afterwards more follow in steps of as many, so
 * that no frame waits for all of them. */
const GLIMPSE = 30;
const STEP_MS = 50;
const AT_END_PX = 40;

interface Props {
  session: Session;
  hidden: readonly Level[];
  search: string;
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

/** The newest of them, older ones when asked for; at the end it follows what comes. */
export function ConsoleRows({ session, hidden, search, onFix, onOpen }: Props) {
  const { log } = session;
  const version = log.version.value;
  const [most, setMost] = useState(PAGE);
  const reach = useReach(log.flooded, most);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [version, reach, hidden, search]);

  const all = [...log.earlier, ...log.entries];
  const found = all.filter((entry) => matches(entry, hidden, search));
  const older = found.length - most;
  return (
    <div
      class="console-rows"
      role="log"
      aria-label="Messages"
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
      tabIndex={0}
      ref={list}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
      }}
    >
      {log.dropped > 0 && (
        <p class="console-note">
          {log.dropped.toLocaleString("en")} older or surplus messages were dropped.
        </p>
      )}
      {log.earlierFailed && (
        <p class="console-note">What was said before this page was loaded did not come.</p>
      )}
      {older > 0 && (
        <button type="button" class="console-older" onClick={() => setMost(most + PAGE)}>
          Show {Math.min(older, PAGE)} of {older.toLocaleString("en")} older ones
        </button>
      )}
      {found.length === 0 && <p class="console-note">{emptyWords(all.length)}</p>}
      {found.slice(-reach).map((entry, index, rows) => (
        <Fragment key={entry.id}>
          {entry.earlier && index === 0 && <p class="console-note">Before this page was loaded:</p>}
          {!entry.earlier && rows[index - 1]?.earlier && <p class="console-note">Since then:</p>}
          <ConsoleRow entry={entry} session={session} onFix={onFix} onOpen={onOpen} />
        </Fragment>
      ))}
    </div>
  );
}

/** How many are shown now. */
function useReach(flooded: boolean, most: number): number {
  const [reach, setReach] = useState(Math.min(most, GLIMPSE));
  useEffect(() => {
    if (flooded) setReach(GLIMPSE);
    else if (reach < most) {
      const timer = setTimeout(() => setReach(Math.min(most, reach + GLIMPSE)), STEP_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [flooded, reach, most]);
  return flooded ? GLIMPSE : reach;
}

function matches(entry: Entry, hidden: readonly Level[], search: string): boolean {
  if (hidden.includes(entry.level)) return false;
  return search === "" || entry.text.toLowerCase().includes(search.toLowerCase());
}

const emptyWords = (all: number) => (all === 0 ? "Nothing was said yet." : "Nothing found.");
