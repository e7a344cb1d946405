import { describe, expect, it } from "vitest";
import type { RunEvent } from "../src/api/types";
import type { Build, BuildFile, Checked } from "../src/stream/build";
import { applyEvent, judge, newRunView, type RunView } from "../src/stream/run-view";
import { saidOf } from "../src/studio/thread/Checks";
import { arrivingOf, countsOf, liveLines } from "../src/studio/turn";

type Stage = Checked["stages"][number];

const play = (events: [kind: string, data: RunEvent["data"]][], from = newRunView("r")): RunView =>
  events.reduce((view, [kind, data]) => {
    const event = { run: "r", seq: view.seq + 1, kind, data };
    return judge(view, event) === "next" ? applyEvent(view, event) : view;
  }, from);

const WRITTEN: [string, RunEvent["data"]][] = [
  ["run.started", { model: "m" }],
  ["build.started", { attempt: 1, commit: "a" }],
  ["build.prose", { text: "A red " }],
  ["build.prose", { text: "button.\n" }],
  ["plan.step", { path: "src/App.tsx", text: "Make it red" }],
  ["file.opened", { path: "src/App.tsx", action: "update", to: "" }],
  ["edit.opened", { body: "diff" }],
  ["edit.lines", { text: "@@\n <p>\n-old\n" }],
  ["edit.lines", { text: "+new\n" }],
  ["file.closed", { path: "src/App.tsx", why: "It is red." }],
  ["file.opened", { path: "src/a.css", action: "create", to: "" }],
  ["edit.opened", { body: "content" }],
  ["edit.lines", { text: "a {}\n" }],
];
const APPLIED = { commit: "b", parent: "a", files: [{ path: "src/App.tsx", change: "modified" }] };
const END: [string, RunEvent["data"]][] = [
  ["file.closed", { path: "src/a.css", why: "" }],
  ["build.applied", APPLIED],
  ["run.completed", { usage: null }],
];

const buildOf = (view: RunView) => view.build as Build;

describe("a build's events", () => {
  it("add up to its parts", () => {
    const build = buildOf(play(WRITTEN));
    expect(build.prose).toBe("A red button.\n");
    expect(build.plan).toEqual([{ path: "src/App.tsx", text: "Make it red" }]);
    expect(build.files.map(({ path, closed, why }) => [path, closed, why])).toEqual([
      ["src/App.tsx", true, "It is red."],
      ["src/a.css", false, ""],
    ]);
    expect(build.files[0]?.parts).toEqual([{ body: "diff", text: "@@\n <p>\n-old\n+new\n" }]);
    expect(build.applied).toBeNull();
    expect(buildOf(play([...WRITTEN, ...END])).applied).toEqual(APPLIED);
  });

  it("say what is being run on its files, and what came of it", () => {
    const checked = {
      stages: [
        { stage: "types", problems: 0, passed: 0, why: "" },
        { stage: "lint", problems: 0, passed: 0, why: "" },
        { stage: "tests", problems: 0, passed: 3, why: "" },
      ],
      why: "",
    } as Checked;
    const running = play([...WRITTEN, ["build.checking", { stage: "tests" }]]);
    expect(buildOf(running).checking).toBe("tests");
    const done = buildOf(play([["build.checked", { ...checked }]], running));
    expect([done.checking, done.checked]).toEqual(["", checked]);
    expect(saidOf(checked)).toBe("Types, lint and 3 tests passed.");
    const [types, lint] = checked.stages as [Stage, Stage, Stage];
    const mixed = {
      stages: [
        { ...types, problems: 2 },
        { ...lint, why: "No linter." },
      ],
      why: "",
    };
    expect(saidOf(mixed)).toBe("2 problems were found.");
  });

  it("add up to what a late reader's snapshot says, and go on from it", () => {
    const early = play(WRITTEN);
    const snapshot = { text: "", tokens: 0, build: structuredClone(early.build) };
    const late = applyEvent(newRunView("r"), {
      run: "r",
      seq: early.seq,
      kind: "message.snapshot",
      data: snapshot,
    });
    expect(late.build).toEqual(early.build);
    expect(buildOf(play(END, late))).toEqual(buildOf(play(END, early)));
  });

  it("are void after a refusal, whose reasons stay until the next attempt is applied", () => {
    const reasons = [{ path: "src/App.tsx", reason: "No such lines.", lines: ["<h1>"] }];
    const again = play([
      ...WRITTEN,
      ["build.refused", { attempt: 1, again: true, reasons }],
      ["message.restarted", { reason: "edits_refused" }],
      ["build.started", { attempt: 2, commit: "a" }],
    ]);
    expect(buildOf(again)).toMatchObject({
      attempt: 2,
      plan: [],
      files: [],
      prose: "",
      refused: reasons,
    });
    expect(buildOf(play([["build.applied", APPLIED]], again)).refused).toEqual([]);
  });

  it("have the plan of another model for every attempt, where it made one", () => {
    const step = { path: "src/App.tsx", text: "In red" };
    const planned = (plan: unknown[]) =>
      play([...WRITTEN.slice(0, 2), ["build.planned", { model: "fast", plan }]]);
    const reasons = [{ path: "src/App.tsx", reason: "No such lines.", lines: [] }];
    const again: typeof WRITTEN = [
      ["build.refused", { attempt: 1, again: true, reasons }],
      ["message.restarted", { reason: "edits_refused" }],
      ["build.started", { attempt: 2, commit: "a" }],
    ];
    expect(buildOf(play(again, planned([step])))).toMatchObject({ planner: "fast", plan: [step] });
    expect(buildOf(planned([]))).toMatchObject({ planner: "", plan: [] });
  });

  it("are none in an answer that only talks", () => {
    expect(play([["message.delta", { text: "Hi", tokens: 1 }]]).build).toBeNull();
    expect(play([["message.restarted", { reason: "x" }]]).build).toBeNull();
  });
});

describe("a turn that arrives", () => {
  const file = (more: Partial<BuildFile>): BuildFile => ({
    path: "a.ts",
    action: "update",
    to: "",
    why: "",
    closed: true,
    parts: [],
    ...more,
  });
  const build = (...files: BuildFile[]) => ({ files }) as Build;
  const content = (text: string) => [{ body: "content" as const, text }];

  it("gives the preview whole files that have ended, and nothing that may not fit", () => {
    const arriving = arrivingOf(
      build(
        file({ path: "whole.ts", parts: content("x") }),
        file({ path: "open.ts", closed: false, parts: content("x") }),
        file({ path: "diff.ts", parts: [{ body: "diff", text: "@@\n" }] }),
        file({ path: "gone.ts", action: "delete" }),
      ),
      new Map([["diff.ts", "x\n"]]),
    );
    expect([...arriving]).toEqual([
      ["whole.ts", "x"],
      ["gone.ts", null],
    ]);
  });

  describe("with changes of a file that is there", () => {
    const before = new Map([["a.ts", "one\ntwo\nthree\ntwo\nfour\n"]]);
    const diff = (text: string) => [{ body: "diff" as const, text }];
    const now = (more: Partial<BuildFile>) => arrivingOf(build(file(more)), before).get("a.ts");

    it("has those that have come whole, as soon as they have", () => {
      const first = "@@\n-one\n+1\n";
      expect(now({ closed: false, parts: diff(first) })).toBeUndefined();
      expect(now({ closed: false, parts: diff(`${first}@@\n three\n-two\n`) })).toBe(
        "1\ntwo\nthree\ntwo\nfour\n",
      );
      const second = `${first}@@\n three\n-two\n+2\n+2b\n four\n`;
      expect(now({ parts: diff(second) })).toBe("1\ntwo\nthree\n2\n2b\nfour\n");
      const pair = [
        { body: "search" as const, text: "four\n" },
        { body: "replace" as const, text: "4\n5\n" },
      ];
      expect(now({ closed: false, parts: pair })).toBeUndefined();
      expect(now({ parts: pair })).toBe("one\ntwo\nthree\ntwo\n4\n5\n");
      expect(now({ parts: [...diff("@@\n-one\n"), ...pair] })).toBe("two\nthree\ntwo\n4\n5\n");
    });

    it("has nothing where a place is not certain", () => {
      for (const text of [
        "@@\n-two\n+2\n",
        "@@\n-five\n",
        "@@\n+zero\n",
        "-one\n@@\n one\n-two\n",
      ]) {
        expect(now({ parts: diff(text) })).toBeUndefined();
      }
    });
  });

  it("counts lines that come and go", () => {
    const diff = { body: "diff" as const, text: "@@\n a\n-b\n-c\n+d\n" };
    expect(countsOf(file({ parts: [diff] }), null)).toEqual({ added: 1, removed: 2 });
    const pair = [
      { body: "search" as const, text: "a\nb\n" },
      { body: "replace" as const, text: "c" },
    ];
    expect(countsOf(file({ parts: pair }), null)).toEqual({ added: 1, removed: 2 });
    expect(countsOf(file({ parts: content("a\nb\n") }), "old")).toEqual({ added: 2, removed: 1 });
    expect(countsOf(file({ action: "delete" }), "a\nb\n")).toEqual({ added: 0, removed: 2 });
  });

  it("shows lines without their signs", () => {
    const parts = [{ body: "diff" as const, text: "@@ x\n a\n-b\n+c\n\n" }];
    expect(liveLines(file({ parts }))).toEqual([
      { sign: "@", text: "@@ x" },
      { sign: " ", text: "a" },
      { sign: "-", text: "b" },
      { sign: "+", text: "c" },
      { sign: " ", text: "" },
    ]);
  });
});
