import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  asked,
  askIn,
  askList,
  beginConversation,
  first,
  makeConversation,
  message,
  newTab,
  second,
  settle,
  started,
  stored,
  tab,
  take,
  titles,
} from "./tab";

beforeEach(() => newTab());

describe("a list that was asked for earlier", () => {
  it.each([null, "more"])("does not drop a new conversation (next page: %s)", async (next) => {
    const answerList = askList();
    await makeConversation("Plan");
    await answerList([first, second], next);
    expect(titles()).toEqual(["Plan", "First", "Second"]);
  });

  it("does not drop one whose answer still runs", async () => {
    const answerList = askList();
    const id = await beginConversation("Plan");
    await answerList([first]);
    await askIn(id, "q");
    expect(titles()).toEqual(["Plan", "First"]);
  });

  it("does not bring back its time without a name or a running answer", async () => {
    const answerList = askList();
    const id = await makeConversation("Plan");
    await answerList([stored(id, "", 0, { active_run_id: "another-run" }), first]);
    expect(titles()).toEqual(["Plan", "First"]);
    expect(tab.conversations.value[0]?.active_run_id).toBeNull();
  });

  it("does not bring back what was deleted", async () => {
    await askList()([first, second]);
    const answerList = askList();
    tab.removeConversation("first");
    const deleted = tab.carryOutFor("first");
    await take("DELETE /api/conversations/first").answer(null, 204);
    await deleted;
    await answerList([first, second]);
    expect(titles()).toEqual(["Second"]);
  });

  it("does not take back a name given meanwhile", async () => {
    await askList()([first]);
    const answerList = askList();
    const saved = tab.saveConversation("first", { title: "Better" });
    await take("PATCH /api/conversations/first").answer({ ...first, title: "Better" });
    expect(await saved).toBe(true);
    await answerList([first]);
    expect(titles()).toEqual(["Better"]);
  });

  it("does not hide what a later one has found", async () => {
    const answerEarlier = askList();
    await askList()([first, second]);
    await answerEarlier([second]);
    expect(titles()).toEqual(["First", "Second"]);
  });

  it("still lists what was loaded meanwhile for another reason", async () => {
    const answerList = askList();
    void tab.refreshConversation("first");
    await take("GET /api/conversations/first").answer({ ...first, title: "Newer" });
    await answerList([first, second]);
    expect(titles()).toEqual(["Newer", "Second"]);
  });

  it("as the next page does not bring back what was deleted", async () => {
    await askList()([first], "more");
    void tab.loadMoreConversations();
    const page = take("GET /api/conversations?limit=30&cursor=more");
    tab.forgetConversation("second");
    await page.answer({ items: [second], next_cursor: null });
    expect(titles()).toEqual(["First"]);
  });
});

describe("a list that was asked for later", () => {
  it("drops what was deleted elsewhere and shows what changed there", async () => {
    await askList()([first, second]);
    await askList()([{ ...first, title: "Renamed" }]);
    expect(titles()).toEqual(["Renamed"]);
  });

  it("does not unname what the server has not named yet", async () => {
    const id = await beginConversation("Plan");
    await askList()([stored(id, "", 0)]);
    expect(titles()).toEqual(["Plan"]);
  });
});

describe("a refresh", () => {
  it("asks again when a change made here came in between", async () => {
    await askList()([first]);
    void tab.refreshConversation("first");
    const refresh = take("GET /api/conversations/first");
    const saved = tab.saveConversation("first", { pinned: true });
    await take("PATCH /api/conversations/first").answer({ ...first, pinned: true });
    await saved;
    await refresh.answer(first);
    expect(tab.conversations.value[0]?.pinned).toBe(true);
    await take("GET /api/conversations/first").answer({ ...first, pinned: true, title: "Newest" });
    expect(titles()).toEqual(["Newest"]);
  });

  it("waits until the conversation is on the server", async () => {
    tab.send(null, "Plan");
    await settle();
    const id = tab.conversations.value[0]?.id as string;
    await tab.threadOf(id).refresh();
    expect(asked.map(({ what }) => what)).toEqual(["POST /api/conversations"]);
    expect(tab.threadOf(id).phase.value).toBe("ready");
  });
});

describe("a thread that is still loading", () => {
  it("loads again when something was asked in it meanwhile", async () => {
    await askList()([first]);
    const thread = tab.threadOf("first");
    const page = take("GET /api/conversations/first/messages");
    await take("GET /api/conversations/first").answer(first);
    tab.send("first", "And then?");
    await settle();
    await askIn("first", "q");
    await page.answer({ items: [], next_cursor: null });
    const { message, answer } = started("first", "q");
    await take("GET /api/conversations/first/messages").answer({
      items: [message, answer],
      next_cursor: null,
    });
    await take("GET /api/conversations/first").answer({ ...first, active_run_id: "q-run" });
    expect(thread.phase.value).toBe("ready");
    expect(thread.items.value.map(({ id }) => id)).toEqual(["q", "q-answer"]);
  });
});

describe("a change that the server refuses", () => {
  it("takes back what was changed and nothing else", async () => {
    await askList()([first]);
    const saved = tab.saveConversation("first", { title: "Better" });
    void tab.refreshConversation("first");
    await take("GET /api/conversations/first").answer({ ...first, message_count: 2 });
    await take("PATCH /api/conversations/first").answer({}, 503);
    expect(await saved).toBe(false);
    expect(tab.conversations.value).toMatchObject([{ title: "First", message_count: 2 }]);
  });
});

describe("a conversation that was found by searching", () => {
  it("is listed once something is asked in it", async () => {
    await askList()([first], "more");
    tab.query.value = "second";
    vi.advanceTimersByTime(200);
    await take("GET /api/conversations?limit=50&q=second").answer({
      items: [second],
      next_cursor: null,
    });
    expect(titles()).toEqual(["First"]);
    tab.send("second", "And then?");
    await settle();
    await askIn("second", "q");
    expect(titles()).toEqual(["Second", "First"]);
  });
});

describe("settings", () => {
  it("say why they were not saved", async () => {
    await askList()([first]);
    const saved = tab.storeConversation("first", { settings: { temperature: 1 } });
    const refused = expect(saved).rejects.toThrow("Too hot.");
    await take("PATCH /api/conversations/first").answer({ detail: "Too hot." }, 422);
    await refused;
  });
});

describe("an older page that does not come", () => {
  it("is said of the list, and asked for again", async () => {
    await askList()([first], "more");
    void tab.loadMoreConversations();
    await take("GET /api/conversations?limit=30&cursor=more").answer({}, 503);
    expect([tab.moreFailed.value, tab.hasMore.value]).toEqual([true, true]);
    void tab.loadMoreConversations();
    await take("GET /api/conversations?limit=30&cursor=more").answer({
      items: [second],
      next_cursor: null,
    });
    expect([tab.moreFailed.value, tab.hasMore.value]).toEqual([false, false]);
    expect(titles()).toEqual(["First", "Second"]);
  });

  it("is said of a thread, and asked for again", async () => {
    await askList()([first]);
    const thread = tab.threadOf("first");
    const items = [message("b", { parent_id: "a" })];
    await take("GET /api/conversations/first/messages").answer({ items, next_cursor: "b" });
    await take("GET /api/conversations/first").answer(first);
    void thread.loadOlder();
    await take("GET /api/conversations/first/messages?limit=50&before=b").answer({}, 503);
    expect(thread.olderFailed.value).toBe(true);
    void thread.loadOlder();
    const page = take("GET /api/conversations/first/messages?limit=50&before=b");
    await page.answer({ items: [message("a", {})], next_cursor: null });
    expect(thread.olderFailed.value).toBe(false);
    expect(thread.items.value.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
