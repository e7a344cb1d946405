/**
 * Reads an answer out while it comes: whole sentences, a few seconds' worth at a time. The thread
 * itself is not a live region, since a screen reader would stumble over every token.
 */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { liveRun, onRunEnded } from "../state/live";
import { runOf } from "../state/outbox";
import { openId } from "../state/route";

const EVERY_MS = 2_000;
const spoken = signal("");

const ENDINGS: Record<string, string> = {
  completed: "Answer complete.",
  cancelled: "Answer stopped.",
  failed: "The answer failed.",
};

function speak(sentences: string[]): void {
  if (sentences.length > 0) spoken.value = sentences.join(" ");
}

onRunEnded((live, view) => {
  if (live.conversation !== openId.value) return;
  speak([...live.speech.splice(0), ENDINGS[view.status] ?? ""]);
});

export function Announcer() {
  useEffect(() => {
    const timer = setInterval(() => {
      const id = openId.peek();
      const live = id === null ? null : liveRun(runOf(id));
      if (live) speak(live.speech.splice(0));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="visually-hidden" aria-live="polite">
      {spoken.value}
    </div>
  );
}
