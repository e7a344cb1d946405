import { describe, expect, it } from "vitest";
import type { Message } from "../src/api/types";
import {
  branchPlace,
  cutAfterParent,
  cutFrom,
  mergeNewest,
  placeStarted,
  prependOlder,
  replaceMessage,
  withRun,
} from "../src/state/branch";
import { newRunView } from "../src/stream/run-view";
import { type Row, rowsOf } from "../src/thread/rows";

const message = (id: string, parent: string | null, patch: Partial<Message> = {}): Message => ({
  id,
  conversation_id: "c",
  parent_id: parent,
  role: "user",
  content: id,
  status: "complete",
  run_id: null,
  model: null,
  finish_reason: null,
  error: null,
  usage: null,
  siblings: [id],
  created_at: "2025-01-01T00:00:00Z",
  edited_at: null,
  ...patch,
});

const chain = (...ids: string[]) => ids.map((id, index) => message(id, ids[index - 1] ?? null));
const ids = (items: Message[]) => items.map(({ id }) => id).join("");

describe("pages of a branch", () => {
  const loaded = chain("a", "b", "c", "d");

  it("lays the newest page over what is loaded", () => {
    const page = chain("a", "b", "c", "d", "e").slice(2);
    expect(ids(mergeNewest(loaded, page).items)).toBe("abcde");
    const next = [message("e", "d"), message("f", "e")];
    expect(mergeNewest(loaded, next)).toMatchObject({ connected: true });
    expect(ids(mergeNewest(loaded, next).items)).toBe("abcdef");
  });

  it("drops the other branch's end", () => {
    const page = [message("x", "b"), message("y", "x")];
    expect(ids(mergeNewest(loaded, page).items)).toBe("abxy");
  });

  it("starts over where the page does not connect", () => {
    const far = [message("q", "p")];
    expect(mergeNewest(loaded, far)).toEqual({ items: far, connected: false });
    expect(mergeNewest(loaded, [])).toEqual({ items: [], connected: false });
  });

  it("adds older ones once", () => {
    expect(ids(prependOlder(chain("c", "d"), chain("a", "b", "c")))).toBe("abcd");
  });
});

describe("branching", () => {
  const items = chain("a", "b", "c", "d");

  it("places a started answer after its question's parent", () => {
    const started = { run_id: "r", message: message("e", "d"), answer: message("f", "e") };
    expect(ids(placeStarted(items, started))).toBe("abcdef");
    const again = { run_id: "r", message: message("c", "b"), answer: message("x", "c") };
    expect(ids(placeStarted(items, again))).toBe("abcx");
    const root = { run_id: "r", message: message("n", null), answer: message("m", "n") };
    expect(ids(placeStarted(items, root))).toBe("nm");
  });

  it("knows the siblings of what is new, and of what is changed", () => {
    const started = { run_id: "r", message: message("c", "b"), answer: message("x", "c") };
    expect(placeStarted(items, started).at(-1)?.siblings).toEqual(["d", "x"]);
    const edited = { run_id: "r", message: message("n", null), answer: message("m", "n") };
    expect(placeStarted(items, edited)[0]?.siblings).toEqual(["a", "n"]);
    const known = [message("a", null, { siblings: ["z", "a"] })];
    expect(replaceMessage(known, message("a", null))[0]?.siblings).toEqual(["z", "a"]);
  });

  it("cuts", () => {
    expect(ids(cutFrom(items, "c"))).toBe("ab");
    expect(ids(cutFrom(items, "?"))).toBe("abcd");
    expect(ids(cutAfterParent(items, "b", "new"))).toBe("ab");
    expect(ids(cutAfterParent(items, null, "new"))).toBe("");
  });

  it("finds the place among siblings", () => {
    expect(branchPlace(message("a", null))).toBeNull();
    const middle = message("b", null, { siblings: ["a", "b", "c"] });
    expect(branchPlace(middle)).toEqual({ place: 2, count: 3, previous: "a", next: "c" });
    const last = message("c", null, { siblings: ["a", "b", "c"] });
    expect(branchPlace(last)).toMatchObject({ place: 3, previous: "b", next: null });
  });
});

describe("rowsOf", () => {
  const keys = (rows: Row[]) => rows.map(({ key }) => key).join("");
  const out = { id: "o", conversation: "c", content: "hi" };
  const items = chain("a", "b", "c");

  it("shows what is being sent, and not what is queued", () => {
    expect(keys(rowsOf(items, [{ ...out, state: "sending" }], null))).toBe("abco");
    expect(keys(rowsOf(items, [{ ...out, state: "queued" }], null))).toBe("abc");
  });

  it("hides a deleted message with what follows", () => {
    expect(keys(rowsOf(items, [], "b"))).toBe("a");
  });

  it("shows an edited question on its own branch", () => {
    expect(keys(rowsOf(items, [{ ...out, parent_id: "a", state: "sending" }], null))).toBe("ao");
    expect(keys(rowsOf(items, [{ ...out, parent_id: null, state: "failed" }], null))).toBe("o");
  });

  it("shows a message once when it has arrived", () => {
    expect(keys(rowsOf(items, [{ ...out, id: "c", state: "sending" }], null))).toBe("abc");
  });
});

describe("withRun", () => {
  const view = { ...newRunView("r"), text: "Done", status: "completed" as const };

  it("lets the events finish an answer that was stored as running", () => {
    const running = message("a", null, { status: "running", run_id: "r" });
    expect(withRun(running, view)).toMatchObject({ status: "complete", content: "Done" });
    expect(withRun(running, undefined)).toBe(running);
    expect(withRun(running, { ...view, status: "running" })).toBe(running);
  });

  it("leaves alone what is stored as ended", () => {
    const edited = message("a", null, { content: "Edited later", run_id: "r" });
    expect(withRun(edited, view)).toBe(edited);
  });
});
