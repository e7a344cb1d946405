import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Conversation } from "../src/api/types";
import type { FromHub } from "../src/stream/protocol";
import { newRunView } from "../src/stream/run-view";

/** A request that waits until the test answers it. */
interface Asked {
  what: string;
  answer(body: unknown, status?: number): Promise<void>;
}

let asked: Asked[];
let tellTab: (message: FromHub) => void;

/** Lets everything run that only waits for promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function take(what: string): Asked {
  const at = asked.findIndex((request) => request.what.startsWith(what));
  expect(at, `${what} among ${asked.map((request) => request.what)}`).toBeGreaterThanOrEqual(0);
  return asked.splice(at, 1)[0] as Asked;
}

function fetchLater(path: string, init: RequestInit): Promise<Response> {
  return new Promise((resolve) => {
    const answer = (body: unknown, status = 200) => {
      resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }));
      return settle();
    };
    asked.push({ what: `${init.method} ${path}`, answer });
  });
}

class FakeWorker {
  port = { postMessage() {}, onmessage: (_: { data: FromHub }) => {} };
  constructor() {
    tellTab = (data) => this.port.onmessage({ data });
  }
}

async function openTab() {
  vi.resetModules();
  asked = [];
  const stored = new Map<string, string>();
  const globals = {
    window: globalThis,
    addEventListener() {},
    location: { pathname: "/" },
    history: { pushState() {}, replaceState() {} },
    document: { visibilityState: "visible", addEventListener() {} },
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
    requestAnimationFrame: (show: () => void) => show(),
    SharedWorker: FakeWorker,
    fetch: fetchLater,
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearTimeout", "clearInterval"] });
  const live = await import("../src/state/live");
  live.startLive();
  return {
    ...(await import("../src/state/conversations")),
    ...(await import("../src/state/outbox")),
    ...(await import("../src/state/thread")),
    ...(await import("../src/state/undo")),
    ...(await import("../src/state/search")),
  };
}

const MINUTE = 60_000;
const stored = (id: string, title: string, minutesAgo: number, more: Partial<Conversation> = {}) =>
  ({
    id,
    title,
    updated_at: new Date(Date.now() - minutesAgo * MINUTE).toISOString(),
    active_run_id: null,
    pinned: false,
    settings: {},
    ...more,
  }) as Conversation;

const first = stored("first", "First", 10);
const second = stored("second", "Second", 20);

let tab: Awaited<ReturnType<typeof openTab>>;
beforeEach(async () => {
  tab = await openTab();
});

const titles = () => tab.conversations.value.map(({ title }) => title);

function askList() {
  void tab.loadList();
  const page = take("GET /api/conversations?limit=30");
  const pinned = take("GET /api/conversations?limit=100&pinned=true");
  return async (items: Conversation[], next_cursor: string | null = null) => {
    await page.answer({ items, next_cursor });
    await pinned.answer({ items: items.filter((item) => item.pinned), next_cursor: null });
  };
}

/** The answers to a message's POST, and its run. */
function started(id: string, question: string) {
  const message = { conversation_id: id, siblings: [], created_at: new Date().toISOString() };
  const answer = { ...message, id: `${question}-answer`, parent_id: question, role: "assistant" };
  return {
    run_id: `${question}-run`,
    message: { ...message, id: question, parent_id: null, role: "user" },
    answer: { ...answer, status: "running", run_id: `${question}-run` },
  };
}

/** Sent, and made on the server, which has not named it yet. */
async function beginConversation(title: string): Promise<string> {
  tab.send(null, title);
  await settle();
  const id = tab.conversations.value.find((item) => item.title === title)?.id as string;
  await take("POST /api/conversations").answer(stored(id, "", 0), 201);
  return id;
}

async function askIn(id: string, question: string): Promise<void> {
  await take(`POST /api/conversations/${id}/messages`).answer(started(id, question), 202);
}

function endRun(question: string): void {
  const view = { ...newRunView(`${question}-run`), seq: 9, status: "completed" as const };
  tellTab({ type: "view", view });
}

/** The whole of a first question, with what the tab asks for at its end. */
async function makeConversation(title: string): Promise<string> {
  const id = await beginConversation(title);
  await askIn(id, "q");
  endRun("q");
  await take(`GET /api/conversations/${id}`).answer(stored(id, title, 0));
  return id;
}

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
