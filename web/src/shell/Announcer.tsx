/**
 * Reads an answer out while it comes: whole sentences, a few seconds' worth at a time. The thread
 * itself is not a live region, since a screen reader would stumble over every token.
 */
import { useEffect } from "preact/hooks";
import { type LiveRun, liveRun, onAnswerEnded } from "../state/live";
import { runOf } from "../state/outbox";
import { openId } from "../state/route";
import { waitingSaid } from "../thread/waiting-text";
import { endingSaid, speak, spoken } from "./speech";

const EVERY_MS = 2_000;

/** For which run, and why it waits: said again only when it is another one. */
let waiting = "";

onAnswerEnded((conversation, live) => {
  if (conversation !== openId.value) return;
  speak([...live.speech.splice(0), ...endingSaid(live.view.peek())]);
});

export function Announcer() {
  useEffect(() => {
    const timer = setInterval(() => {
      const id = openId.peek();
      const live = id === null ? null : liveRun(runOf(id));
      if (live) speak([...newlyWaiting(live), ...live.speech.splice(0)]);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="visually-hidden" aria-live="polite">
      {spoken.value}
    </div>
  );
}

function newlyWaiting({ run, view }: LiveRun): string[] {
  const words = waitingSaid(view.peek().waiting);
  const before = waiting;
  waiting = words === "" ? "" : `${run} ${words}`;
  return waiting === "" || waiting === before ? [] : [words];
}
