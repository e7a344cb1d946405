import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Message, Model } from "../src/api/types";
import { setModels } from "../src/state/models";
import { changedFiles } from "../src/studio/history/diff-files";
import { warmUp } from "../src/studio/thread/coders";
import { budgetText, costOf, estimate, isTooSmall } from "../src/studio/thread/estimate";
import { isWrong, limitsOf, typedOf } from "../src/studio/thread/limits";
import { requestOf, whole, wishOf } from "../src/studio/thread/plans";
import { storedFiles } from "../src/studio/thread/stored-files";
import { summaryOf } from "../src/studio/thread/summary";

const model = (more: Partial<Model> = {}) =>
  ({
    id: "m",
    capabilities: ["chat"],
    context_tokens: 100_000,
    max_output_tokens: 4_000,
    price: { input_usd_per_mtok: 1, output_usd_per_mtok: 2 },
    ...more,
  }) as Model;
const free = model({ price: { input_usd_per_mtok: 0, output_usd_per_mtok: 0 } });
const answer = (completion_tokens: number) =>
  ({ build: {}, content: "", usage: { completion_tokens } }) as Message;
describe("a model that is about to be asked", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is started where it has no replica", () => {
    const fetch = vi.fn(async () => Response.json({}));
    vi.stubGlobal("fetch", fetch);
    const states = ["cold", "ready", "loading", "absent"] as const;
    setModels({ items: states.map((state) => model({ id: state, state })), default: null });
    for (const id of [...states, "gone", null]) warmUp(id);
    expect(fetch.mock.calls.map(([path]: unknown[]) => path)).toEqual(["/api/models/cold/load"]);
  });
});

const files = [
  { path: "src/App.tsx", sha: "a", size: 3_500 },
  { path: "src/style.css", sha: "b", size: 7_000 },
];

describe("what a finished answer says", () => {
  it("is its words, and a line for each file or step", () => {
    const text = "Done:\n- not a file\n\n- `src/App.tsx`: It is red.\n- `src/a b.css`:";
    expect(summaryOf(text)).toEqual({
      words: "Done:\n- not a file",
      lines: [
        { path: "src/App.tsx", text: "It is red." },
        { path: "src/a b.css", text: "" },
      ],
    });
    expect(summaryOf("Only words.")).toEqual({ words: "Only words.", lines: [] });
    expect(summaryOf("")).toEqual({ words: "", lines: [] });
  });
});

describe("a plan that is built", () => {
  const planned = [{ path: "src/App.tsx", text: "A list" }];
  const changed = [...planned, { path: "", text: "A README" }];

  it("follows the wish, and is taken off where the wish is planned again", () => {
    const request = requestOf("Build a list", changed, planned, false);
    expect(request).toBe(
      "Build a list\n\nBuild it by this plan:\n- `src/App.tsx`: A list\n- A README",
    );
    expect(wishOf(request)).toBe("Build a list");
    expect(requestOf(request, planned, planned, false)).not.toContain("README");
  });

  it("is the wish of a model that knows wishes alone, once it was changed", () => {
    expect(requestOf("Build a list", planned, planned, true)).toBe("Build a list");
    expect(requestOf("Build a list", changed, planned, true)).toBe("A list\nA README");
  });

  it("leaves out steps that say nothing", () => {
    expect(
      whole([
        { path: "a", text: "  " },
        { path: " b ", text: "two\nlines" },
      ]),
    ).toEqual([{ path: "b", text: "two lines" }]);
  });
});

describe("a budget", () => {
  it("is read from what is typed; nothing is no limit, and zero is refused", () => {
    expect(limitsOf({ tokens: " 20,000 ", usd: "$0.5" })).toEqual({ tokens: 20_000, usd: 0.5 });
    expect(limitsOf({ tokens: "", usd: " " })).toEqual({});
    for (const tokens of ["0", "-5", "1.5", "many"]) {
      const found = limitsOf({ tokens, usd: "" });
      expect(isWrong(found) && found.field, tokens).toBe("tokens");
    }
    expect(typedOf({ usd: 0.5 })).toEqual({ tokens: "", usd: "0.5" });
  });

  it("stands beside what the next request takes, in tokens or in money", () => {
    const expected = estimate(model(), null, files, [answer(800), answer(1_000)], "Make it red");
    expect(expected).toEqual({
      reads: 3_403,
      writes: 900,
      measured: true,
      most: 4_000,
      planning: null,
    });
    expect(budgetText({}, model(), expected)).toBe("About $0.0052");
    expect(budgetText({ usd: 0.5 }, model(), expected)).toBe("About $0.0052 of $0.50");
    expect(budgetText({ tokens: 20_000 }, model(), expected)).toBe("About 4,300 of 20,000 tokens");
    expect(budgetText({ usd: 0.5 }, free, expected)).toBe("About 4,300 tokens");
    expect(budgetText({ usd: 0.5 }, model(), null)).toBe("At most $0.50");
    expect(budgetText({}, null, null)).toBe("No budget");
  });

  it("counts the plan of another model, at its own price", () => {
    const fast = model({ price: { input_usd_per_mtok: 0.1, output_usd_per_mtok: 1 } });
    const expected = estimate(model(), fast, files, [answer(800), answer(1_000)], "Make it red");
    expect(expected.planning).toMatchObject({ tokens: 3_603 });
    expect(expected.planning?.usd).toBeCloseTo(0.00054, 5);
    expect(budgetText({}, model(), expected)).toBe("About $0.0057");
    expect(budgetText({ tokens: 20_000 }, model(), expected)).toBe("About 7,910 of 20,000 tokens");
    expect(estimate(free, free, files, [], "x").planning?.usd).toBe(0);
  });

  it("counts what a model is shown: all files that have room, or the one that it learnt", () => {
    const learnt = estimate(model({ capabilities: ["code"] }), null, files, [], "1234567");
    expect(learnt.reads).toBe(1_002);
    expect(learnt.measured).toBe(false);
    const small = estimate(model({ context_tokens: 2_000 }), null, files, [], "x".repeat(50_000));
    expect(small.reads).toBe(1_000);
  });

  it("is too small where no answer would have room", () => {
    expect(isTooSmall({ tokens: 1_000 }, model(), 990)).toBe(true);
    expect(isTooSmall({ tokens: 1_100 }, model(), 990)).toBe(false);
    expect(isTooSmall({ usd: 0.001 }, model(), 990)).toBe(true);
    expect(isTooSmall({ usd: 0.001 }, free, 990)).toBe(false);
    expect(costOf(free, 10, 10)).toBeNull();
  });
});

describe("the files of a turn that is over", () => {
  it("have their counts once the diff is here, and a new name is one file", () => {
    const diff = changedFiles(
      [
        "diff --git a/src/old.ts b/src/new.ts",
        "similarity index 90%",
        "rename from src/old.ts",
        "rename to src/new.ts",
        "--- a/src/old.ts",
        "+++ b/src/new.ts",
        "@@ -1 +1 @@",
        "-a",
        "+b",
      ].join("\n"),
    );
    const told = [
      { path: "src/new.ts", change: "added" as const },
      { path: "src/old.ts", change: "deleted" as const },
    ];
    expect(storedFiles(told, null).map(({ path, counts }) => [path, counts])).toEqual([
      ["src/new.ts", null],
      ["src/old.ts", null],
    ]);
    expect(storedFiles(told, diff)).toMatchObject([
      { path: "src/new.ts", from: "src/old.ts", counts: { added: 1, removed: 1 } },
    ]);
  });
});

describe("what is chosen for requests", () => {
  let store: Map<string, string>;

  const load = async () => {
    vi.resetModules();
    const localStorage = {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
      removeItem: (key: string) => store.delete(key),
    };
    const globals = { window: globalThis, addEventListener() {}, localStorage };
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    vi.stubGlobal("location", { pathname: "/" });
    vi.stubGlobal("document", { visibilityState: "visible", addEventListener() {} });
    return import("../src/studio/thread/bounds");
  };
  beforeEach(() => {
    store = new Map();
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is there after a reload, and goes with each request", async () => {
    const before = await load();
    expect(before.boundsOf("c", false)).toEqual({});
    before.choosePlanFirst(true);
    before.chooseBudget({ tokens: 500 });
    const { boundsOf, planFirst, chooseBudget } = await load();
    expect(planFirst.value).toBe(true);
    expect(boundsOf("c", true)).toEqual({ plan_only: true, budget: { tokens: 500 } });
    expect(boundsOf("c", false)).toEqual({ budget: { tokens: 500 } });
    chooseBudget({});
    expect([...store.keys()]).toEqual(["atelier.studio.plan-first"]);
  });
});
