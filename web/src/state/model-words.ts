/** What a model's state means to a person, in words. */
import type { Model } from "../api/types";

export interface ModelWords {
  text: string;
  tone: "good" | "busy" | "quiet" | "bad";
  /** 0 to 1 while something is under way and its end can be told. */
  fraction: number | null;
}

export function modelWords(model: Model, ageSeconds: number): ModelWords {
  const { state, progress, detail } = model;
  switch (state) {
    case "ready":
      return { text: "Ready", tone: "good", fraction: null };
    case "cold":
      return { text: "Starts with the first message", tone: "quiet", fraction: null };
    case "absent":
      return { text: "Not downloaded", tone: "quiet", fraction: null };
    case "failed":
      return { text: detail ? `Failed: ${detail}` : "Failed", tone: "bad", fraction: null };
    case "loading":
    case "pulling": {
      const phase = progress?.phase || (state === "pulling" ? "downloading" : "loading");
      const fraction = progress?.fraction ?? null;
      const percent = fraction === null ? "" : `, ${Math.round(fraction * 100)} %`;
      const left = progress?.eta_s == null ? "" : `, ${aboutSeconds(progress.eta_s - ageSeconds)}`;
      return { text: sentenceCase(phase) + percent + left, tone: "busy", fraction };
    }
    default:
      return { text: state, tone: "quiet", fraction: null };
  }
}

/** "about 20 s left": rounded, because an estimate to the second would be a lie. */
export function aboutSeconds(seconds: number): string {
  if (seconds < 3) return "a moment left";
  if (seconds < 20) return `about ${Math.round(seconds)} s left`;
  if (seconds < 100) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
