/**
 * Which rows of a long thread are in the document.
 *
 * Heights are measured as rows are shown and guessed until then; spacers stand for the rest.
 */
export interface Rows {
  keys: string[];
  height(key: string): number;
}

export interface RowWindow {
  start: number;
  /** Exclusive. */
  end: number;
  above: number;
  below: number;
}

/** The rows that touch [top - overscan, top + view + overscan), with the spacers around them. */
export function windowOf(rows: Rows, top: number, view: number, overscan: number): RowWindow {
  const from = top - overscan;
  const to = top + view + overscan;
  const count = rows.keys.length;
  let offset = 0;
  let start = 0;
  for (; start < count - 1; start++) {
    const height = rows.height(rows.keys[start] as string);
    if (offset + height > from) break;
    offset += height;
  }
  const above = offset;
  let end = start;
  for (; end < count && (offset < to || end === start); end++) {
    offset += rows.height(rows.keys[end] as string);
  }
  let below = 0;
  for (let i = end; i < count; i++) below += rows.height(rows.keys[i] as string);
  return { start, end, above, below };
}

/** The window at the very end, for a thread that is followed: the bottom is what is shown. */
export function windowAtEnd(rows: Rows, view: number, overscan: number): RowWindow {
  let start = rows.keys.length;
  for (let filled = 0; start > 0 && filled < view + overscan; ) {
    filled += rows.height(rows.keys[--start] as string);
  }
  let above = 0;
  for (let i = 0; i < start; i++) above += rows.height(rows.keys[i] as string);
  return { start, end: rows.keys.length, above, below: 0 };
}

export interface Drawn {
  above: number;
  /** With the space before each, which stands for rows that are not drawn. */
  rows: { index: number; gap: number }[];
  below: number;
}

/** The rows of the window, and those that are kept wherever it is. */
export function drawnRows(rows: Rows, window: RowWindow, kept: ReadonlySet<string>): Drawn {
  const drawn: Drawn = { above: 0, rows: [], below: 0 };
  let gap = 0;
  rows.keys.forEach((key, index) => {
    if ((index < window.start || index >= window.end) && !kept.has(key)) {
      gap += rows.height(key);
      return;
    }
    if (drawn.rows.length === 0) drawn.above = gap;
    drawn.rows.push({ index, gap: drawn.rows.length === 0 ? 0 : gap });
    gap = 0;
  });
  drawn.below = gap;
  return drawn;
}

/** A guess in pixels before a message was ever laid out. */
export function guessHeight(characters: number, width: number): number {
  const perLine = Math.max(20, Math.min(width, 720) / 8);
  return 72 + Math.ceil(characters / perLine) * 26;
}
