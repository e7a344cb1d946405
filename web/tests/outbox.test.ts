import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Outgoing } from "../src/state/outbox";
import {
  answerThread,
  asked,
  askIn,
  askList,
  first,
  local,
  message,
  newTab,
  settle,
  states,
  stored,
  tab,
  take,
  titles,
} from "./tab";

beforeEach(() => newTab());

describe("a queued message", () => {
  /** Behind an answer that runs, in a conversation that is open. */
  async function queue(): Promise<void> {
    await askList()([{ ...first, active_run_id: "r" }]);
    tab.send("first", "B");
    expect(states()).toEqual(["B queued"]);
  }

  it("goes off when the page opens again after the answer has ended", async () => {
    await queue();
    await newTab(local);
    tab.resumeOutbox();
    expect(asked).toEqual([]);
    const list = askList(tab.drainAll);
    await list([first]);
    await settle();
    await askIn("first", "q");
    expect(tab.outbox.value).toEqual([]);
  });

  it("waits on while the answer still runs", async () => {
    await queue();
    await newTab(local);
    tab.resumeOutbox();
    await askList(tab.drainAll)([{ ...first, active_run_id: "r" }]);
    await settle();
    expect(states()).toEqual(["B queued"]);
  });

  it("goes off when a refresh shows that the answer has ended", async () => {
    await askList()([first]);
    const thread = tab.threadOf("first");
    await answerThread("first", [message("a", { status: "running", run_id: "r" })], "r");
    tab.send("first", "B");
    expect(states()).toEqual(["B queued"]);
    void thread.refresh();
    await answerThread("first", [message("a", { status: "complete", run_id: "r" })], null);
    expect(states()).toEqual(["B sending"]);
  });

  it("goes off when the one before it is taken out", async () => {
    await askList()([first]);
    tab.send("first", "A");
    await settle();
    await take("POST /api/conversations/first/messages").answer({}, 503);
    tab.send("first", "B");
    expect(states()).toEqual(["A failed", "B queued"]);
    tab.discard(tab.outbox.value[0]?.id as string);
    expect(states()).toEqual(["B sending"]);
  });

  it("asks again where another answer runs, and not at once", async () => {
    await askList()([first]);
    tab.send("first", "A");
    await settle();
    const busy = { code: "answer_running" };
    await take("POST /api/conversations/first/messages").answer(busy, 409);
    expect(states()).toEqual(["A queued"]);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(1_000);
    await take("GET /api/conversations/first").answer({ ...first, active_run_id: "r" });
    expect(states()).toEqual(["A queued"]);
    expect(asked).toEqual([]);
  });
});

describe("a first message that was refused", () => {
  /** With another one queued behind it, and half a thought in the message box. */
  async function refuse(status: Record<"create" | "post", number>): Promise<Outgoing> {
    tab.newSettings.value = { ...tab.DEFAULTS, system_prompt: "Rhyme." };
    tab.send(null, "A");
    await settle();
    const id = tab.conversations.value[0]?.id as string;
    await take("POST /api/conversations").answer(stored(id, "", 0), status.create);
    if (status.create < 300) {
      await take(`POST /api/conversations/${id}/messages`).answer({}, status.post);
    }
    tab.send(id, "B");
    tab.writeDraft(id, "C");
    expect(states()).toEqual(["A failed", "B queued"]);
    return tab.outbox.value[0] as Outgoing;
  }

  it("belongs to a conversation that is there once the server has made it", async () => {
    const item = await refuse({ create: 201, post: 503 });
    expect(item.create).toBeUndefined();
    tab.retry(item.id);
    await settle();
    expect(asked.map(({ what }) => what)).toEqual([
      `POST /api/conversations/${item.conversation}/messages`,
    ]);
  });

  it("leaves nothing behind when it is deleted, and loses nothing", async () => {
    const item = await refuse({ create: 503, post: 0 });
    tab.discardFirst(item, false);
    expect(titles()).toEqual([]);
    expect(tab.outbox.value).toEqual([]);
    expect(local.get("atelier.outbox")).toBeUndefined();
    expect(tab.readDraft(null)).toBe("B\nC");
    expect(tab.newSettings.value.system_prompt).toBe("Rhyme.");
  });

  it("comes back into the message box before what was queued behind it", async () => {
    tab.discardFirst(await refuse({ create: 503, post: 0 }), true);
    expect(tab.readDraft(null)).toBe("A\nB\nC");
  });

  it("keeps its settings over a reload", async () => {
    const { conversation } = await refuse({ create: 503, post: 0 });
    await newTab(local);
    tab.resumeOutbox();
    expect(tab.known.value.get(conversation)?.settings.system_prompt).toBe("Rhyme.");
  });

  it("goes with its conversation when that is deleted", async () => {
    const { conversation } = await refuse({ create: 503, post: 0 });
    tab.removeConversation(conversation);
    const deleted = tab.carryOutFor(conversation);
    await take(`DELETE /api/conversations/${conversation}`).answer({}, 404);
    await deleted;
    expect(titles()).toEqual([]);
    await newTab(local);
    tab.resumeOutbox();
    expect(titles()).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("is not sent again after a deletion that leaving the page carried out", async () => {
    const { conversation } = await refuse({ create: 201, post: 503 });
    await newTab(local.set("atelier.leaving", JSON.stringify([conversation])));
    tab.resumeOutbox();
    await settle();
    expect(tab.outbox.value).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("is not sent on its own while its conversation is being deleted", async () => {
    const item = await refuse({ create: 503, post: 0 });
    tab.removeConversation(item.conversation);
    tab.retry(item.id);
    await take(`DELETE /api/conversations/${item.conversation}`).answer(null, 204);
    await settle();
    expect(asked).toEqual([]);
    expect(titles()).toEqual([]);
  });
});
