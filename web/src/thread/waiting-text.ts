import { aboutSeconds } from "../state/model-words";
import type { Waiting } from "../stream/run-view";

const WORDS: Record<string, string> = {
  model_loading: "The model is loading",
  queued: "Waiting for its turn",
  retrying: "Something went wrong on the way; trying again",
};

/** For the ear: without the time left, which would be said again at every second. */
export function waitingSaid(waiting: Waiting | null): string {
  if (!waiting) return "";
  return `${WORDS[waiting.reason] ?? (waiting.detail.replace(/[.…]+$/, "") || "Waiting")}.`;
}

/** The server's sentence where it has one, with the time left counted down where it is known. */
export function waitingText(waiting: Waiting | null, secondsLeft: number | null): string {
  if (!waiting) return "Reading…";
  const words = waiting.detail.replace(/[.…]+$/, "") || WORDS[waiting.reason] || "Waiting";
  const tells = /\d+ ?(s|sec|seconds|min|minutes)\b/.test(words);
  if (tells || secondsLeft === null) return `${words}…`;
  if (waiting.reason === "queued") return `${words}…`;
  return `${words}, ${aboutSeconds(secondsLeft)}`;
}
