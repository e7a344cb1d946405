import { describe, expect, it } from "vitest";
import type { Conversation, Model } from "../src/api/types";
import { uuid7 } from "../src/api/uuid7";
import { decodeEntities } from "../src/markdown/entities";
import { languageName, languageOf } from "../src/markdown/languages";
import { safeHref } from "../src/markdown/links";
import { Sentences } from "../src/markdown/sentences";
import { dayGroup, groupByDay } from "../src/sidebar/days";
import { refreshFirstPage, upsert } from "../src/state/list-order";
import { aboutSeconds, modelWords } from "../src/state/model-words";
import { waitingText } from "../src/thread/waiting-text";

const conversation = (id: string, updated_at: string, pinned = false) =>
  ({ id, updated_at, pinned }) as Conversation;

describe("uuid7", () => {
  it("has its version and variant, and sorts by time", () => {
    const early = uuid7(1_700_000_000_000);
    expect(early).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(early.startsWith("018bcfe5-6800-7")).toBe(true);
    expect(uuid7(1_700_000_000_001) > early).toBe(true);
    expect(uuid7()).not.toBe(uuid7());
  });
});

describe("days", () => {
  const now = new Date(2025, 2, 31, 9, 0);
  const at = (day: number, hour: number) => new Date(2025, 2, day, hour).toISOString();

  it("goes by the calendar, not by hours", () => {
    expect(dayGroup(at(31, 0), now)).toBe("Today");
    expect(dayGroup(at(30, 23), now)).toBe("Yesterday");
    expect(dayGroup(at(29, 23), now)).toBe("Previous 7 days");
    expect(dayGroup(at(24, 0), now)).toBe("Previous 7 days");
    expect(dayGroup(at(23, 23), now)).toBe("Older");
    expect(dayGroup(new Date(2025, 3, 1, 1).toISOString(), now)).toBe("Today");
  });

  it("puts pinned ones first and leaves out empty groups", () => {
    const list = [conversation("a", at(31, 8)), conversation("b", at(1, 8), true)];
    expect(groupByDay(list, now).map(({ group }) => group)).toEqual(["Pinned", "Today"]);
  });
});

describe("list order", () => {
  const day = (n: number) => `2025-01-${String(n).padStart(2, "0")}T00:00:00Z`;
  const a = conversation("a", day(9));
  const b = conversation("b", day(8));
  const c = conversation("c", day(6));
  const never = () => false;
  const ids = (list: Conversation[]) => list.map(({ id }) => id).join("");

  it("sorts by activity and replaces by id", () => {
    expect(ids(upsert([a, b], [conversation("b", day(10))]))).toBe("ba");
  });

  it("forgets what was deleted elsewhere within the page, and keeps what is older", () => {
    expect(ids(refreshFirstPage([a, b, c], [a, conversation("x", day(7))], false, never))).toBe(
      "axc",
    );
    expect(ids(refreshFirstPage([a, b, c], [a], true, never))).toBe("a");
    expect(ids(refreshFirstPage([a, b], [], true, (id) => id === "b"))).toBe("b");
  });
});

describe("Sentences", () => {
  it("gives each sentence once, however it is cut, and does not read code", () => {
    const text =
      "## Hello. It is **3.5** metres! See:\n\n```js\nlet a = 1. + 2;\n```\n- An item\nThe end";
    for (const size of [1, 3, 100]) {
      const sentences = new Sentences();
      const said: string[] = [];
      for (let at = 0; at < text.length; at += size)
        said.push(...sentences.push(text.slice(at, at + size)));
      said.push(...sentences.end());
      expect(said.join("|")).toBe("Hello.|It is 3.5 metres!|See:|Code block.|An item|The end");
    }
  });
});

describe("Markdown's small parts", () => {
  it("lets through only addresses that cannot run anything", () => {
    expect(safeHref("https://a.example/x?y#z")).toBe("https://a.example/x?y#z");
    expect(safeHref("/c/1")).toBe("/c/1");
    expect(safeHref("#part")).toBe("#part");
    expect(safeHref("mailto:a@b.example")).toBe("mailto:a@b.example");
    for (const bad of [
      "javascript:alert(1)",
      "JaVa\tScRiPt:alert(1)",
      "\u0001javascript:alert(1)",
      "data:text/html,<script>",
      "vbscript:x",
      "blob:https://a/b",
    ]) {
      expect(safeHref(bad)).toBeNull();
    }
  });

  it("decodes character references, and only those", () => {
    expect(decodeEntities("a &amp; b &lt;c&gt; &#65;&#x42; &hellip;")).toBe("a & b <c> AB …");
    expect(decodeEntities("&amp;lt; AT&T &nope; &#0;")).toBe("&lt; AT&T &nope; \ufffd");
  });

  it("knows languages by their other names, and no properties of objects", () => {
    expect(languageName("TS title=x")).toBe("typescript");
    expect(languageName("c++")).toBe("cpp");
    expect(languageOf(languageName("py"))?.label).toBe("Python");
    expect(languageOf("constructor")).toBeUndefined();
  });
});

describe("words for waiting", () => {
  const model = { state: "loading", progress: null, detail: null } as unknown as Model;

  it("rounds what is only an estimate", () => {
    expect(aboutSeconds(1)).toBe("a moment left");
    expect(aboutSeconds(-5)).toBe("a moment left");
    expect(aboutSeconds(21)).toBe("about 20 s left");
    expect(aboutSeconds(200)).toBe("about 3 min left");
  });

  it("says what a model does, with progress where it is known", () => {
    const progress = { phase: "starting the engine", fraction: 0.4, eta_s: 21 };
    expect(modelWords({ ...model, progress }, 1).text).toBe(
      "Starting the engine, 40 %, about 20 s left",
    );
    expect(modelWords(model, 0)).toMatchObject({ text: "Loading", tone: "busy" });
    expect(modelWords({ ...model, state: "failed", detail: "no memory" }, 0).text).toBe(
      "Failed: no memory",
    );
  });

  it("tells why there is nothing to read yet", () => {
    expect(waitingText(null, null)).toBe("Reading…");
    const waiting = { reason: "model_loading", detail: "", retry_in_s: null };
    expect(waitingText(waiting, 21)).toBe("The model is loading, about 20 s left");
    expect(waitingText(waiting, null)).toBe("The model is loading…");
    const told = { ...waiting, detail: "The model is loading, about 20 s left." };
    expect(waitingText(told, 5)).toBe("The model is loading, about 20 s left…");
  });
});
