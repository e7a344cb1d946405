import { describe, expect, it } from "vitest";
import type { Conflict, MergePreview } from "../src/api/branches";
import { Problem } from "../src/api/http";
import {
  apartText,
  branchNameProblem,
  choicesOf,
  hasMarkers,
  stillMeant,
  undecided,
} from "../src/studio/branches/merging";
import { nameOfSource, plainly, urlProblem, zipProblem } from "../src/studio/remotes/words";

const conflict = (path: string, more: Partial<Conflict> = {}): Conflict => ({
  path,
  kind: "content",
  base: "b",
  ours: "o",
  theirs: "t",
  ...more,
});
const text = conflict("a.ts");
const gone = conflict("b.ts", { kind: "deleted", theirs: null });
const preview: MergePreview = {
  kind: "conflict",
  base: "0",
  ours: "1",
  theirs: "2",
  files: [],
  conflicts: [text, gone],
};

describe("a merge with conflicts", () => {
  it("waits for each file, unless one side wins lines that both changed", () => {
    const nothing = new Map();
    expect(undecided(preview, nothing, null)).toEqual([text, gone]);
    expect(undecided(preview, nothing, "ours")).toEqual([gone]);
    expect(undecided(preview, new Map([["b.ts", { take: "theirs" }]]), "ours")).toEqual([]);
    const alike = { ...preview, conflicts: [conflict("A.ts", { kind: "case" })] };
    expect(undecided(alike, nothing, "theirs")).toHaveLength(1);
  });

  it("is asked for upon what was seen, with what was decided about files in conflict", () => {
    const decided = new Map([
      ["a.ts", { take: "content" as const, content: "both" }],
      ["gone.ts", { take: "ours" as const }],
    ]);
    expect(choicesOf(preview, "squash", "theirs", decided, " Both ")).toEqual({
      base: { ours: "1", theirs: "2" },
      strategy: "squash",
      favour: "theirs",
      resolutions: { "a.ts": { take: "content", content: "both" } },
      message: "Both",
    });
    const clean = { ...preview, conflicts: [] };
    expect(choicesOf(clean, "merge", "ours", decided, "")).toEqual({
      base: { ours: "1", theirs: "2" },
      strategy: "merge",
    });
  });

  it("forgets what was decided about a file that is another by now", () => {
    const decided = new Map([
      ["a.ts", { take: "ours" as const }],
      ["b.ts", { take: "theirs" as const }],
    ]);
    const now = { ...preview, conflicts: [text, { ...gone, ours: "newer" }] };
    expect([...stillMeant(decided, preview, now).keys()]).toEqual(["a.ts"]);
  });

  it("is not made of texts in which both sides still stand", () => {
    expect(hasMarkers("<<<<<<< main\na\n=======\nb\n>>>>>>> x\n")).toBe(true);
    expect(hasMarkers("a\n======= heading\n")).toBe(false);
  });
});

it("says how far branches are apart, and which names they may have", () => {
  const commit = { sha: "1", parents: [], message: "", author: "", at: "" };
  const branch = (ahead: number, behind: number) => ({ name: "x", commit, ahead, behind });
  expect(apartText(branch(0, 0))).toBe("Same as main");
  expect(apartText(branch(2, 1))).toBe("2 ahead, 1 behind");
  expect(branchNameProblem("try/blue-2", ["main"])).toBeNull();
  expect(branchNameProblem("main", ["main"])).toContain("already");
  for (const name of ["", "-x", "a b", "a//b", "a/", "ä"]) {
    expect(branchNameProblem(name, []), name).not.toBeNull();
  }
});

describe("what comes from elsewhere", () => {
  it("is named as its file or its repository is", () => {
    expect(nameOfSource("Blue Note.zip")).toBe("Blue Note");
    expect(nameOfSource("https://host.example/acme/blue-note.git/")).toBe("blue-note");
    expect(nameOfSource("")).toBe("");
  });

  it("is refused before it is sent, where that is sure", () => {
    expect(zipProblem({ name: "a.zip", size: 10 })).toBeNull();
    expect(zipProblem({ name: "a.tar", size: 10 })).toContain("no zip");
    expect(zipProblem({ name: "a.zip", size: 30e6 })).toContain("30.0 MB");
    expect(urlProblem("https://host.example/a.git")).toBeNull();
    expect(urlProblem("git@host.example:a.git")).toContain("https://");
    expect(urlProblem("https://me:secret@host.example/a.git")).toContain("token");
  });

  it("says what the server said, without the names of its fields", () => {
    const problem = new Problem(422, { detail: "body.url: there is no host x" });
    expect(plainly(problem)).toBe("There is no host x");
  });
});
