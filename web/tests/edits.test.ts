import { beforeEach, describe, expect, it, vi } from "vitest";
import { answerThread, askList, first, local, message, newTab, tab, take } from "./tab";

beforeEach(() => newTab());

describe("an edited message", () => {
  const question = message("m", { role: "user", content: "Old" });

  async function openFirst() {
    await askList()([first]);
    const thread = tab.threadOf("first");
    await answerThread("first", [question], null);
    return thread;
  }

  it("comes back into its box where the server refuses it", async () => {
    const thread = await openFirst();
    void tab.saveEdit(question, "New");
    expect(thread.items.value[0]?.content).toBe("New");
    await take("PATCH /api/conversations/first/messages/m").answer({}, 503);
    expect(thread.items.value[0]?.content).toBe("Old");
    expect(tab.edits.value.get("m")).toBe("New");
  });

  it("is kept over a reload until it is finished", async () => {
    tab.startEdit(question);
    tab.writeEdit("m", "Half a");
    vi.advanceTimersByTime(1_000);
    await newTab(local);
    expect([...tab.edits.value]).toEqual([["m", "Half a"]]);
    tab.endEdit("m");
    expect([...local]).toEqual([]);
  });

  it("keeps its text when it is taken up again, and takes the focus once each time", () => {
    tab.startEdit(question);
    expect([tab.takeBegun("m"), tab.takeBegun("m")]).toEqual([true, false]);
    tab.writeEdit("m", "Half a");
    tab.startEdit(question);
    expect(tab.edits.value.get("m")).toBe("Half a");
    expect(tab.takeBegun("m")).toBe(true);
    tab.endEdit("m");
    expect(tab.begunEdit.value).toBeNull();
  });

  it("is forgotten when many others were begun since", () => {
    for (let i = 0; i < 25; i++) tab.writeEdit(`m${i}`, "Half a");
    vi.advanceTimersByTime(1_000);
    expect(JSON.parse(local.get("atelier.edits") as string)).toHaveLength(20);
    expect(local.get("atelier.draft.edit.m0")).toBeUndefined();
  });
});
