/** What the screen reader is given to say, in one live region for the whole page. */
import { signal } from "@preact/signals";
import type { RunView } from "../stream/run-view";

/** An empty region first, for this long: the same words twice would be no change to speak of. */
const EMPTY_MS = 100;

export const spoken = signal("");
const next: string[] = [];

export function speak(sentences: string[]): void {
  if (sentences.length === 0) return;
  if (next.length === 0) {
    spoken.value = "";
    setTimeout(() => {
      spoken.value = next.splice(0).join(" ");
    }, EMPTY_MS);
  }
  next.push(...sentences);
}

export function endingSaid({ status, error }: RunView): string[] {
  switch (status) {
    case "completed":
      return ["Answer complete."];
    case "cancelled":
      return ["Answer stopped."];
    case "failed":
      return ["The answer failed.", ...(error?.detail ? [error.detail] : [])];
    default:
      return [];
  }
}
