/** Taking one change of a file back. Pure. */

/** As Monaco tells: lines from 1, both ends included; an end of 0 is no line, after the start. */
export interface LineChange {
  originalStartLineNumber: number;
  originalEndLineNumber: number;
  modifiedStartLineNumber: number;
  modifiedEndLineNumber: number;
}

/** The modified text with the lines of one change as they were. */
export function withoutChange(original: string, modified: string, change: LineChange): string {
  const before = lines(original);
  const after = lines(modified);
  const old = taken(before, change.originalStartLineNumber, change.originalEndLineNumber);
  const { at, count } = spot(change.modifiedStartLineNumber, change.modifiedEndLineNumber);
  return [...after.slice(0, at), ...old, ...after.slice(at + count)].join("");
}

/** With their ends; the last has none where the text has none. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function taken(from: string[], start: number, end: number): string[] {
  const { at, count } = spot(start, end);
  return from.slice(at, at + count);
}

const spot = (start: number, end: number) =>
  end === 0 ? { at: start, count: 0 } : { at: start - 1, count: end - start + 1 };
