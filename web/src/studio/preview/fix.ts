/** The text of a request to mend an error. */
import type { Place } from "./positions";

const MAX_CHARS = 2_000;

/** Its column counts from 0, as bundlers write it and the demo coder has learned it. */
export function fixRequest(error: string, place: Place | null): string {
  const lines = error.slice(0, MAX_CHARS).trim().split("\n");
  if (place) lines.push(`${place.path}:${place.line}:${place.column - 1}`);
  return `Fix this error:\n\n${lines.map((line) => `    ${line}`.trimEnd()).join("\n")}\n`;
}
