import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Pool, PoolModel, PoolNode } from "../src/api/types";
import { currentShares, EMPTY_SEATS, seated, stacked, tenantBands } from "../src/pool/bands";
import {
  type History,
  increases,
  KEEP_MS,
  NO_HISTORY,
  observed,
  sharesOf,
} from "../src/pool/history";
import { delayMs, Poller } from "../src/pool/poller";
import { every, linear, outline, stretches, ticks } from "../src/pool/scale";
import { capacity, longestWait, waitingOf } from "../src/pool/sums";
import { byShare } from "../src/pool/tenants";
import { ago, duration, figure, percent, priceSaid, waitSaid } from "../src/pool/words";

const model = (more: Partial<PoolModel> = {}): PoolModel => ({
  id: "demo",
  replicas: 1,
  places: 4,
  held: {},
  waiting: {},
  waiting_ms: 0,
  wait_s: 0,
  prices: {},
  min_replicas: 0,
  max_replicas: 2,
  most_replicas: 4,
  drained: false,
  ...more,
});

const pool = (served: Record<string, number>, models: PoolModel[] = []): Pool => ({
  nodes: [],
  sandboxes: [],
  models,
  queue: [],
  tenants: Object.entries(served).map(([id, served_ms]) => ({
    id,
    served_ms,
    weight: 1,
    counter: 0,
    spent_today_ms: 0,
    daily_budget_ms: null,
  })),
});

/** One look a second. */
const looks = (all: Record<string, number>[], from = NO_HISTORY, at = 0): History =>
  all.reduce((history, served, i) => observed(history, pool(served), at + 1000 * i), from);

const last = ({ samples }: History) => samples.at(-1);

describe("rates", () => {
  it("begin with the second look, for what was served before has no moment", () => {
    expect(last(looks([{ a: 5000 }]))?.rates.size).toBe(0);
    expect(last(looks([{ a: 5000 }, { a: 5300 }]))?.rates.get("a")).toBe(300);
  });

  it("count a newcomer from nothing, and one who was forgotten from where it was", () => {
    const found = looks([{ a: 100 }, { a: 100, b: 40 }, { a: 100 }, { a: 100, b: 50 }]);
    expect(found.samples.map(({ gained }) => gained.get("b"))).toEqual([
      undefined,
      40,
      undefined,
      10,
    ]);
  });

  it("survive a restart, where the count begins anew", () => {
    expect(increases(new Map([["a", 900]]), new Map([["a", 70]]))).toEqual(new Map([["a", 70]]));
    expect(last(looks([{ a: 900 }, { a: 1000 }, { a: 0 }]))?.gained.size).toBe(0);
  });

  it("are the mean of ten seconds", () => {
    const burst = looks([{ a: 0 }, { a: 3000 }, { a: 3000 }]);
    expect(last(burst)?.rates.get("a")).toBe(1500);
    const later = looks(Array(10).fill({ a: 3000 }), burst, 3000);
    expect(last(later)?.rates.get("a")).toBeUndefined();
  });

  it("are of the real time between two looks", () => {
    const history = observed(looks([{ a: 0 }]), pool({ a: 800 }), 4000);
    expect(last(history)?.rates.get("a")).toBe(200);
  });

  it("leave out what came while nobody looked for long", () => {
    const history = observed(looks([{ a: 0 }]), pool({ a: 9e6 }), 90_000);
    expect(last(history)).toMatchObject({ seconds: 0, gained: new Map() });
    expect(last(observed(history, pool({ a: 9e6 + 50 }), 91_000))?.rates.get("a")).toBe(50);
  });

  it("are kept for five minutes", () => {
    const { samples } = looks(Array.from({ length: 400 }, (_, i) => ({ a: i })));
    expect(samples).toHaveLength(KEEP_MS / 1000);
  });
});

describe("shares", () => {
  it("are of the last minute only", () => {
    const before = looks([
      { a: 0, b: 0 },
      { a: 500, b: 0 },
    ]);
    const now = looks([{ a: 600, b: 300 }, ...Array(58).fill({ a: 600, b: 300 })], before, 2000);
    expect(sharesOf(now.samples, 60_000)).toEqual(
      new Map([
        ["a", 600 / 900],
        ["b", 300 / 900],
      ]),
    );
    const later = observed(now, pool({ a: 600, b: 300 }), 61_000);
    expect(sharesOf(later.samples, 60_000).get("a")).toBe(0.25);
  });

  it("sort the tenants, then all that they received, then their names", () => {
    const history = looks([
      { a: 10, b: 10, c: 900, d: 0 },
      { a: 10, b: 10, c: 900, d: 5 },
    ]);
    const models = [model({ waiting: { a: 2 } }), model({ waiting: { a: 1 } })];
    const rows = byShare(pool({ a: 10, b: 10, c: 900, d: 5 }, models), history.samples);
    expect(rows.map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
    expect(rows[0]?.share).toBe(1);
    expect(rows[2]?.waiting).toBe(3);
  });
});

describe("colours", () => {
  const many = (gains: Record<string, number>) =>
    looks([Object.fromEntries(Object.keys(gains).map((id) => [id, 0])), gains]).samples;

  it("go to those who received most, and stay while that is so", () => {
    const first = seated(EMPTY_SEATS, many({ a: 3, b: 2, c: 1 }));
    expect(first).toEqual(["a", "b", "c", null, null]);
    const second = seated(first, many({ x: 9, y: 8, c: 7, z: 6, a: 5, b: 1 }));
    expect(second).toEqual(["a", "x", "c", "y", "z"]);
  });

  it("are one for all the others together, where there are any", () => {
    const samples = many({ a: 60, b: 50, c: 40, d: 30, e: 20, f: 10, g: 5 });
    const bands = tenantBands(seated(EMPTY_SEATS, samples), samples);
    expect(bands.map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e", "Others"]);
    expect(bands.at(-1)?.values).toEqual([0, 15]);
    expect(currentShares(bands).reduce((all, share) => all + share)).toBeCloseTo(1);
    expect(tenantBands(seated(EMPTY_SEATS, many({ a: 1 })), many({ a: 1 }))).toHaveLength(1);
  });

  it("stand on each other", () => {
    const band = (values: number[]) => ({ name: "", colour: "", values });
    expect(stacked([band([1, 2]), band([3, 4])])).toEqual([
      [1, 2],
      [4, 6],
    ]);
    expect(currentShares([band([0]), band([])])).toEqual([0, 0]);
  });
});

describe("scales", () => {
  it("have ticks at round numbers up to the greatest value", () => {
    expect(ticks(0, 1)).toEqual([0, 1]);
    expect(ticks(3, 1)).toEqual([0, 1, 2, 3]);
    expect(ticks(870, 5)).toEqual([0, 500, 1000]);
    expect(ticks(800, 5)).toEqual([0, 200, 400, 600, 800]);
    expect(ticks(0.2, 5)).toEqual([0, 5]);
    for (const most of [1, 7, 99, 101, 1234, 98_765]) {
      const marks = ticks(most, 1);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(marks.length).toBeLessThanOrEqual(6);
    }
  });

  it("turn downwards where the pixels do", () => {
    const y = linear([0, 10], [100, 0]);
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
  });

  it("end a stretch where nobody looked", () => {
    expect(stretches([0, 1, 1, 0, 1, 0])).toEqual([
      [0, 2],
      [3, 4],
      [5, 5],
    ]);
  });

  it("draw an area forth and back", () => {
    expect(outline([0, 1], [5, 6], [9, 9])).toBe("M0.0 5.0L1.0 6.0L1.0 9.0L0.0 9.0Z");
  });

  it("take a moment every half minute, the newest first", () => {
    expect(every([0, 10, 20, 30, 40, 50, 60], 30)).toEqual([6, 3, 0]);
    expect(every([], 30)).toEqual([]);
  });
});

describe("sums", () => {
  const node = (more: Partial<PoolNode>) =>
    ({ alive: true, cpus: 8, free_cpus: 6, gpus: 0, free_gpus: 0, ...more }) as PoolNode;

  it("count GPUs of living nodes, or CPUs where there is none", () => {
    expect(capacity([node({}), node({ gpus: 4, free_gpus: 1 })])).toEqual({
      what: "GPUs",
      used: 3,
      all: 4,
    });
    expect(capacity([node({}), node({ alive: false })])).toEqual({ what: "CPUs", used: 2, all: 8 });
  });

  it("know the longest wait", () => {
    expect(longestWait([model({ wait_s: 2 }), model({ wait_s: 3 })])).toBe(3);
    expect(longestWait([])).toBe(0);
  });

  it("count a tenant's own requests, whatever it is called", () => {
    expect(waitingOf("constructor", [model({ waiting: { a: 1 } })])).toBe(0);
  });
});

describe("words", () => {
  it("say figures shortly", () => {
    expect(figure(1.23456)).toBe("1.23");
    expect(figure(12_345.6)).toBe("12,346");
    expect([percent(0), percent(0.004), percent(0.666)]).toEqual(["0 %", "< 1 %", "67 %"]);
  });

  it("say durations", () => {
    expect([0, 350, 12_300, 250_000, 11_520_000].map(duration)).toEqual([
      "0 ms",
      "350 ms",
      "12.3 s",
      "4 min 10 s",
      "3.2 h",
    ]);
    expect([ago(0), ago(30_040)]).toEqual(["now", "30 s ago"]);
    expect([waitSaid(0), waitSaid(2.5)]).toEqual(["none", "2.5 s"]);
  });

  it("say prices", () => {
    expect(priceSaid("output_tokens", 1.9)).toBe("1.9 ms a token written");
    expect(priceSaid("pixel_steps", 0.001)).toBe("1 s a step of a megapixel");
    expect(priceSaid("audio_seconds", 3)).toBe("3 ms an audio second");
  });
});

describe("the poller", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const polling = () => {
    const state = { well: true, visible: true, asked: 0 };
    const ask = async () => {
      state.asked++;
      return state.well;
    };
    return { state, poller: new Poller(ask, () => state.visible) };
  };

  it("asks every second until it is stopped", async () => {
    const { state, poller } = polling();
    poller.start();
    await vi.advanceTimersByTimeAsync(3_500);
    expect(state.asked).toBe(4);
    poller.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state.asked).toBe(4);
  });

  it("rests while nobody looks, and goes on when told", async () => {
    const { state, poller } = polling();
    poller.start();
    state.visible = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.asked).toBe(1);
    state.visible = true;
    await poller.look();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.asked).toBe(3);
  });

  it("has one question under way at a time", async () => {
    const { state, poller } = polling();
    poller.start();
    void poller.look();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.asked).toBe(1);
  });

  it("backs off while it fails", async () => {
    expect([0, 1, 2, 3, 9].map((failures) => delayMs(failures, () => 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000,
    ]);
    expect(delayMs(9, () => 0)).toBe(1_000);
    const { state, poller } = polling();
    state.well = false;
    vi.spyOn(Math, "random").mockReturnValue(1);
    poller.start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(state.asked).toBeLessThan(7);
    state.well = true;
    await vi.advanceTimersByTimeAsync(15_000);
    const before = state.asked;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(state.asked).toBe(before + 3);
    poller.stop();
    vi.restoreAllMocks();
  });
});
