/**
 * A file as those of its changes make it that have come whole, for the preview alone: what is kept
 * is the server's to say, which knows more than places that match exactly.
 */
import type { BuildFile, BuildPart } from "../stream/build";
import { linesOf } from "./text";

interface Change {
  old: string[];
  now: string[];
}

/** null before the first, and where one does not stand in the file exactly once. */
export function soFar(before: string, { parts, closed }: BuildFile): string | null {
  const whole = closed ? parts : parts.slice(0, -1);
  const changes = [...whole.flatMap(changesOf(whole)), ...begun(parts.at(-1), closed)];
  const lines = before.split("\n");
  const places = changes.map(({ old }) => placeOf(old, lines));
  if (changes.length === 0 || places.includes(null)) return null;
  const placed = changes.map((change, index) => ({ ...change, at: places[index] as number }));
  placed.sort((a, b) => b.at - a.at);
  for (const [index, { old, now, at }] of placed.entries()) {
    const above = placed[index + 1];
    if (above && above.at + above.old.length > at) return null;
    lines.splice(at, old.length, ...now);
  }
  return lines.join("\n");
}

/** Of a part that has ended: its hunks, or the pair that it ends. */
const changesOf =
  (parts: BuildPart[]) =>
  ({ body, text }: BuildPart, index: number): Change[] => {
    if (body === "diff") return hunksOf(text);
    const search = parts[index - 1];
    if (body !== "replace" || search?.body !== "search") return [];
    return [{ old: linesOf(search.text), now: linesOf(text) }];
  };

/** The hunks before the last, in which more lines may come. */
function begun(part: BuildPart | undefined, closed: boolean): Change[] {
  return part?.body === "diff" && !closed ? hunksOf(part.text).slice(0, -1) : [];
}

function hunksOf(diff: string): Change[] {
  const hunks: Change[] = [];
  for (const line of linesOf(diff)) {
    if (line.startsWith("@@") || hunks.length === 0) hunks.push({ old: [], now: [] });
    const hunk = hunks.at(-1) as Change;
    const sign = line[0] ?? " ";
    if (sign === " " || sign === "-") hunk.old.push(line.slice(1));
    if (sign === " " || sign === "+") hunk.now.push(line.slice(1));
  }
  return hunks.filter(({ old, now }) => old.length + now.length > 0);
}

function placeOf(old: string[], lines: string[]): number | null {
  if (old.length === 0) return null;
  const starts = lines.flatMap((_, at) =>
    old.every((line, n) => lines[at + n] === line) ? [at] : [],
  );
  return starts.length === 1 ? (starts[0] as number) : null;
}
