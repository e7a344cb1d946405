/** The state of a page in a browser that is not there: its store, its worker, its requests. */
import { expect, vi } from "vitest";
import type { Conversation, Message } from "../src/api/types";
import type { FromHub } from "../src/stream/protocol";
import { newRunView } from "../src/stream/run-view";

/** A request that waits until the test answers it. */
interface Asked {
  what: string;
  answer(body: unknown, status?: number): Promise<void>;
}

export let asked: Asked[];
let tellTab: (message: FromHub) => void;

/** Lets everything run that only waits for promises. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function take(what: string): Asked {
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

async function load(stored: Map<string, string>) {
  vi.resetModules();
  asked = [];
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
    ...(await import("../src/state/drafts")),
    ...(await import("../src/state/edits")),
    ...(await import("../src/state/message-actions")),
    ...(await import("../src/state/new-conversation")),
  };
}

const MINUTE = 60_000;
export const stored = (
  id: string,
  title: string,
  minutesAgo: number,
  more: Partial<Conversation> = {},
) =>
  ({
    id,
    title,
    updated_at: new Date(Date.now() - minutesAgo * MINUTE).toISOString(),
    active_run_id: null,
    pinned: false,
    settings: {},
    ...more,
  }) as Conversation;

export const first = stored("first", "First", 10);
export const second = stored("second", "Second", 20);

export let tab: Awaited<ReturnType<typeof load>>;
/** The browser's store, which outlives a tab. */
export let local: Map<string, string>;

export async function newTab(store = new Map<string, string>()): Promise<void> {
  local = store;
  tab = await load(store);
}

export const titles = () => tab.conversations.value.map(({ title }) => title);

export function askList(then = () => {}) {
  void tab.loadList().then(then);
  const page = take("GET /api/conversations?limit=30");
  const pinned = take("GET /api/conversations?limit=100&pinned=true");
  return async (items: Conversation[], next_cursor: string | null = null) => {
    await page.answer({ items, next_cursor });
    await pinned.answer({ items: items.filter((item) => item.pinned), next_cursor: null });
  };
}

/** The answers to a message's POST, and its run. */
export function started(id: string, question: string) {
  const message = { conversation_id: id, siblings: [], created_at: new Date().toISOString() };
  const answer = { ...message, id: `${question}-answer`, parent_id: question, role: "assistant" };
  return {
    run_id: `${question}-run`,
    message: { ...message, id: question, parent_id: null, role: "user" },
    answer: { ...answer, status: "running", run_id: `${question}-run` },
  };
}

/** Sent, and made on the server, which has not named it yet. */
export async function beginConversation(title: string): Promise<string> {
  tab.send(null, title);
  await settle();
  const id = tab.conversations.value.find((item) => item.title === title)?.id as string;
  await take("POST /api/conversations").answer(stored(id, "", 0), 201);
  return id;
}

export async function askIn(id: string, question: string): Promise<void> {
  await take(`POST /api/conversations/${id}/messages`).answer(started(id, question), 202);
}

export function endRun(question: string): void {
  const view = { ...newRunView(`${question}-run`), seq: 9, status: "completed" as const };
  tellTab({ type: "view", view });
}

/** The whole of a first question, with what the tab asks for at its end. */
export async function makeConversation(title: string): Promise<string> {
  const id = await beginConversation(title);
  await askIn(id, "q");
  endRun("q");
  await take(`GET /api/conversations/${id}`).answer(stored(id, title, 0));
  return id;
}

export const message = (id: string, more: object) =>
  ({
    id,
    conversation_id: "first",
    parent_id: null,
    siblings: [id],
    content: "",
    ...more,
  }) as Message;

export async function answerThread(id: string, items: Message[], active_run_id: string | null) {
  await take(`GET /api/conversations/${id}/messages`).answer({ items, next_cursor: null });
  await take(`GET /api/conversations/${id}`).answer({ ...first, id, active_run_id });
}

export const states = () => tab.outbox.value.map(({ content, state }) => `${content} ${state}`);
