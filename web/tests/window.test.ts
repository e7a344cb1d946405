import { describe, expect, it } from "vitest";
import { type Rows, windowAtEnd, windowOf } from "../src/thread/window";

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
