import { describe, expect, it } from "vitest";
import { ago } from "../src/studio/ago";
import { type LineChange, withoutChange } from "../src/studio/editor/hunks";
import { matching } from "../src/studio/editor/matching";
import { nameProblem, treeRows } from "../src/studio/explorer/tree";
import { treeAction } from "../src/studio/explorer/tree-keys";
import { changedFiles } from "../src/studio/history/diff-files";
import { nameOfWish } from "../src/studio/list/wishes";
import { withoutStyleAttributes } from "../src/studio/monaco/inline-styles";
import { textOf } from "../src/studio/text";

describe("the explorer's tree", () => {
  const paths = ["src/App.tsx", "index.html", "src/parts/Button.tsx", "README.md"];
  const shown = (open: string[], folders: string[] = []) =>
    treeRows(paths, folders, new Set(open)).map(({ path, level }) => `${level} ${path}`);

  it("shows folders first, and only what is in open ones", () => {
    expect(shown([])).toEqual(["1 src", "1 index.html", "1 README.md"]);
    expect(shown(["src"])).toEqual([
      "1 src",
      "2 src/parts",
      "2 src/App.tsx",
      "1 index.html",
      "1 README.md",
    ]);
  });

  it("shows a folder that has nothing yet", () => {
    expect(shown([], ["docs/img"])[0]).toBe("1 docs");
  });

  it("refuses names that lead elsewhere or are taken", () => {
    const taken = (path: string) => paths.includes(path);
    expect(nameProblem("src/New.tsx", taken)).toBeNull();
    expect(nameProblem("index.html", taken)).toContain("already");
    for (const path of ["src/", "../x", "a/./b", ".git/config"]) {
      expect(nameProblem(path, taken), path).not.toBeNull();
    }
  });
});

describe("taking a change back", () => {
  const before = "a\nb\nc\nd";
  const change = (original: [number, number], modified: [number, number]): LineChange => ({
    originalStartLineNumber: original[0],
    originalEndLineNumber: original[1],
    modifiedStartLineNumber: modified[0],
    modifiedEndLineNumber: modified[1],
  });

  it("puts back what was replaced, added or deleted", () => {
    expect(withoutChange(before, "a\nX\nY\nc\nd", change([2, 2], [2, 3]))).toBe(before);
    expect(withoutChange(before, "a\nb\nnew\nc\nd", change([2, 0], [3, 3]))).toBe(before);
    expect(withoutChange(before, "a\nd", change([2, 3], [1, 0]))).toBe(before);
    expect(withoutChange("a\n", "new\na\n", change([0, 0], [1, 1]))).toBe("a\n");
  });

  it("leaves the other changes", () => {
    expect(withoutChange("a\nb\nc\n", "A\nb\nC\n", change([3, 3], [3, 3]))).toBe("A\nb\nc\n");
  });
});

describe("a unified diff", () => {
  it("tells its files, also those that came, went or have odd names", () => {
    const diff = [
      "diff --git a/src/App.tsx b/src/App.tsx",
      "index 1..2 100644",
      "--- a/src/App.tsx",
      "+++ b/src/App.tsx",
      "@@ -1,2 +1,2 @@",
      "-old",
      "--- not a head",
      "+new",
      "diff --git a/old.css b/old.css",
      "deleted file mode 100644",
      "--- a/old.css",
      "+++ /dev/null",
      "@@ -1 +0,0 @@",
      "-x",
      'diff --git "a/gr\\303\\274n.md" "b/gr\\303\\274n.md"',
      "new file mode 100644",
      "--- /dev/null",
      '+++ "b/gr\\303\\274n.md"',
      "@@ -0,0 +1 @@",
      "+x",
      "diff --git a/logo.png b/logo.png",
      "Binary files a/logo.png and b/logo.png differ",
    ].join("\n");
    expect(changedFiles(diff)).toEqual([
      { path: "src/App.tsx", from: "", added: 1, removed: 2 },
      { path: "old.css", from: "", added: 0, removed: 1 },
      { path: "grün.md", from: "", added: 1, removed: 0 },
      { path: "logo.png", from: "", added: 0, removed: 0 },
    ]);
  });
});

describe("a project's name", () => {
  it.each([
    ["Build a to-do app called Groceries in green", "Groceries"],
    ['Make a page named "Blue Note" with a list', "Blue Note"],
    [
      "Please build me a tip calculator that splits the bill",
      "Tip calculator that splits the bill",
    ],
    ["a quiz, with three questions", "Quiz"],
    ["…", "…"],
    ["the", "The"],
    ["!", "Untitled"],
  ])("comes of the wish: %s", (wish, name) => {
    expect(nameOfWish(wish)).toBe(name);
  });

  it("is not endless", () => {
    expect(nameOfWish("word ".repeat(50)).length).toBeLessThanOrEqual(61);
  });
});

describe("what the page's policy lets through", () => {
  it("renames style attributes, and nothing that is text", () => {
    expect(
      withoutStyleAttributes('<div style="top:1px" class="a">&lt;p style="x"&gt; style="y"</div>'),
    ).toBe('<div data-css="top:1px" class="a">&lt;p style="x"&gt; style="y"</div>');
  });
});

it("finds files by letters of their names", () => {
  const paths = ["src/App.tsx", "src/parts/Apple.tsx", "map/app.css", "index.html"];
  expect(matching(paths, "app")).toEqual(["map/app.css", "src/App.tsx", "src/parts/Apple.tsx"]);
  expect(matching(paths, "spt")).toEqual(["src/App.tsx", "src/parts/Apple.tsx"]);
  expect(matching(paths, "")).toHaveLength(4);
});

it("knows what is no text", () => {
  const bytes = (...values: number[]) => new Uint8Array(values).buffer;
  expect(textOf(bytes(0x68, 0x69))).toBe("hi");
  expect(textOf(bytes(0xef, 0xbb, 0xbf, 0x68))).toBe("\ufeffh");
  expect(textOf(bytes(0x68, 0))).toBeNull();
  expect(textOf(bytes(0xff, 0xfe))).toBeNull();
});

it("says how long ago something was", () => {
  const now = Date.UTC(2026, 0, 31, 12);
  const before = (seconds: number) => ago(new Date(now - seconds * 1000).toISOString(), now);
  expect(before(5)).toBe("just now");
  expect(before(125)).toBe("2 minutes ago");
  expect(before(86_400)).toBe("yesterday");
});

describe("the tree's keys", () => {
  const rows = treeRows(["src/a.ts", "src/b.ts", "c.ts"], [], new Set(["src"]));
  const press = (path: string, key: string) => {
    const row = rows.find((each) => each.path === path);
    return row && treeAction(rows, row, key);
  };

  it("move, open and remove", () => {
    expect(press("src", "ArrowDown")).toEqual({ kind: "focus", path: "src/a.ts" });
    expect(press("c.ts", "ArrowDown")).toEqual({ kind: "focus", path: "c.ts" });
    expect(press("src/b.ts", "ArrowLeft")).toEqual({ kind: "focus", path: "src" });
    expect(press("src", "ArrowLeft")).toEqual({ kind: "collapse" });
    expect(press("src", "ArrowRight")).toEqual({ kind: "focus", path: "src/a.ts" });
    expect(press("c.ts", "ArrowRight")).toBeNull();
    expect(press("c.ts", "Delete")).toEqual({ kind: "remove", next: "src/b.ts" });
    expect(press("c.ts", "x")).toBeNull();
  });
});
