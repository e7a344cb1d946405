import { describe, expect, it } from "vitest";
import { drawnRows, type Rows, windowAtEnd, windowOf } from "../src/thread/window";

const rows = (heights: number[]): Rows => ({
  keys: heights.map((_, index) => String(index)),
  height: (key) => heights[Number(key)] ?? 0,
});

const total = (heights: number[]) => heights.reduce((sum, height) => sum + height, 0);

describe("windowOf", () => {
  const heights = Array.from({ length: 2_000 }, (_, index) => 40 + ((index * 37) % 300));
  const list = rows(heights);

  it("covers the view at every position, with few rows, and spacers for the rest", () => {
    for (let top = -500; top < total(heights) + 500; top += 7_919) {
      const { start, end, above, below } = windowOf(list, top, 800, 900);
      expect(end - start).toBeGreaterThan(0);
      expect(end - start).toBeLessThan(60);
      expect(above).toBe(total(heights.slice(0, start)));
      expect(below).toBe(total(heights.slice(end)));
      if (top >= 0 && top < total(heights) - 800) {
        expect(above).toBeLessThanOrEqual(top);
        expect(above + total(heights.slice(start, end))).toBeGreaterThanOrEqual(top + 800);
      }
    }
  });

  it("takes an empty thread and a row higher than the view", () => {
    expect(windowOf(rows([]), 0, 800, 900)).toEqual({ start: 0, end: 0, above: 0, below: 0 });
    expect(windowOf(rows([9_000]), 4_000, 800, 900)).toMatchObject({ start: 0, end: 1 });
  });
});

describe("windowAtEnd", () => {
  it("shows the last rows", () => {
    expect(windowAtEnd(rows([100, 100, 100, 100]), 150, 100)).toEqual({
      start: 1,
      end: 4,
      above: 100,
      below: 0,
    });
    expect(windowAtEnd(rows([]), 800, 900)).toEqual({ start: 0, end: 0, above: 0, below: 0 });
  });
});

describe("drawnRows", () => {
  const heights = Array.from({ length: 40 }, (_, index) => 50 + index);
  const list = rows(heights);

  it.each([[[]], [["3"]], [["39"]], [["0", "3", "21", "30", "no row"]]])("keeps %j", (kept) => {
    const drawn = drawnRows(list, { start: 20, end: 24, above: 0, below: 0 }, new Set(kept));
    const shown = drawn.rows.map(({ index }) => index);
    const wanted = new Set([20, 21, 22, 23, ...kept.map(Number).filter((index) => index >= 0)]);
    expect(shown).toEqual([...wanted].sort((a, b) => a - b));
    let top = drawn.above;
    for (const { index, gap } of drawn.rows) {
      top += gap;
      expect(top).toBe(total(heights.slice(0, index)));
      top += heights[index] as number;
    }
    expect(top + drawn.below).toBe(total(heights));
  });

  it("is all space where nothing is drawn", () => {
    expect(drawnRows(rows([10, 20]), { start: 2, end: 2, above: 0, below: 0 }, new Set())).toEqual({
      above: 0,
      rows: [],
      below: 30,
    });
  });
});
