/**
 * Messages on their way out. Each has its id from the start and lies in localStorage until the
 * server has acknowledged it, so a retry, a reload or a second tab can neither lose it nor send
 * it twice (the API takes a repeated POST with the same id as the same message).
 */
import { signal } from "@preact/signals";
import { createConversation } from "../api/conversations";
import { asProblem, type Problem } from "../api/http";
import { type Bounds, postMessage } from "../api/messages";
import type { Settings } from "../api/types";
import { uuid7 } from "../api/uuid7";
import { placeStarted } from "./branch";
import {
  forgetConversation,
  hidden,
  known,
  markAsked,
  markCreated,
  onForgotten,
  putLocal,
  refreshConversation,
} from "./conversations";
import { dropDraft, readDraft, writeDraft } from "./drafts";
import { follow, hasEnded, onAnswerEnded } from "./live";
import { localConversation, newSettings } from "./new-conversation";
import { navigate } from "./route";
import { onStoredElsewhere, readStored, writeStored } from "./stored";
import { loadedThread, onRefreshed } from "./thread";
import { carryOutFor, deletedBefore } from "./undo";

export interface Outgoing {
  id: string;
  conversation: string;
  content: string;
  /** Absent: it continues the shown branch. */
  parent_id?: string | null;
  bounds?: Bounds | undefined;
  /** The conversation is made with it; until the server has made it. */
  create?: { model: string | null; settings: Settings } | undefined;
  state: "queued" | "sending" | "failed";
  problem?: string;
}

const KEY = "outbox";
const BUSY_RETRY_MS = 700;
export const outbox = signal<Outgoing[]>(readStored<Outgoing[]>(KEY, []));

onStoredElsewhere(KEY, () => {
  outbox.value = readStored<Outgoing[]>(KEY, []);
});

/** Sends it, or queues it behind the answer that runs. `conversation` null begins a new one. */
export function send(
  conversation: string | null,
  content: string,
  parent?: string | null,
  bounds?: Bounds,
): void {
  const id = uuid7();
  if (conversation === null) {
    const local = localConversation(content);
    putLocal(local);
    navigate(local.id);
    const create = { model: local.model, settings: local.settings };
    add({ id, conversation: local.id, content, create, state: "sending" });
    return;
  }
  const busy = runOf(conversation) !== null || outgoingOf(conversation).length > 0;
  const branch = parent === undefined ? {} : { parent_id: parent };
  const state = busy && parent === undefined ? "queued" : "sending";
  add({ id, conversation, content, ...branch, bounds, state });
}

export const outgoingOf = (conversation: string | null): Outgoing[] =>
  outbox.value.filter((item) => item.conversation === conversation);

/** The run that answers in this conversation now. */
export function runOf(conversation: string): string | null {
  const last = loadedThread(conversation)?.items.value.at(-1);
  if (last?.status === "running") return last.run_id;
  const active = known.value.get(conversation)?.active_run_id ?? null;
  return active && !hasEnded(active) ? active : null;
}

/** Those that it held up go on. */
export function discard(id: string): Outgoing | undefined {
  const item = find(id);
  remove(id);
  if (item) drain(item.conversation);
  return item;
}

/**
 * Takes the first message out of a conversation that the server has never seen. What else was
 * chosen and typed for that conversation is there for the next one, and its text where `edit`.
 */
export function discardFirst({ id, conversation, create }: Outgoing, edit: boolean): void {
  if (!edit) remove(id);
  if (create) newSettings.value = create.settings;
  forgetConversation(conversation);
  navigate(null, true);
}

/** It goes next: the answer that runs is stopped by the caller, and its end lets this one out. */
export function moveFirst(id: string): void {
  store((items) => [
    ...items.filter((item) => item.id === id),
    ...items.filter((item) => item.id !== id),
  ]);
}

export function retry(id: string): void {
  const item = find(id);
  if (item) void deliver(item);
}

/** After a reload or with the network back: what was under way is sent again, same id. */
export function resumeOutbox(): void {
  for (const item of outbox.value) {
    if (deletedBefore.has(item.conversation)) {
      remove(item.id);
      continue;
    }
    if (item.create && !known.value.has(item.conversation)) {
      putLocal({ ...localConversation(item.content), ...item.create, id: item.conversation });
    }
    if (item.state !== "queued") void deliver(item);
  }
}

/** The answers that messages waited for may have ended while no tab was there to see it. */
export function drainAll(): void {
  for (const id of new Set(outbox.value.map(({ conversation }) => conversation))) drain(id);
}

/** The next queued message, if nothing stands before it. */
export function drain(conversation: string): void {
  if (hidden.value.has(conversation)) return; // its deletion can still be taken back
  const [first] = outgoingOf(conversation);
  if (first?.state === "queued" && runOf(conversation) === null) void deliver(first);
}

const delivering = new Set<string>();

async function deliver(item: Outgoing): Promise<void> {
  if (delivering.has(item.id)) return;
  delivering.add(item.id);
  update(item.id, { state: "sending" });
  try {
    await carryOutFor(item.conversation);
    if (find(item.id)) await post(item); // else it went with its conversation
  } catch (error) {
    refuse(item, asProblem(error));
  } finally {
    delivering.delete(item.id);
  }
}

async function post(item: Outgoing): Promise<void> {
  const { id, conversation, content, parent_id, bounds, create } = item;
  if (create) {
    markCreated(await createConversation({ id: conversation, ...create }));
    update(id, { create: undefined });
  }
  const branch = parent_id === undefined ? {} : { parent_id };
  const started = await postMessage(conversation, { id, content, ...branch, ...bounds });
  remove(id);
  if (started.answer.status === "running") follow(started.run_id, conversation, true);
  const thread = loadedThread(conversation);
  thread?.set(placeStarted(thread.items.peek(), started));
  markAsked(conversation, started.run_id, started.answer.created_at);
  drain(conversation); // a message that was posted before may have its answer by now
}

function refuse(item: Outgoing, problem: Problem): void {
  if (problem.code !== "answer_running") {
    update(item.id, { state: "failed", problem: problem.message });
    return;
  }
  // Another device was quicker: wait for its answer, which the refreshed thread follows.
  update(item.id, { state: "queued" });
  setTimeout(async () => {
    const thread = loadedThread(item.conversation);
    await (thread?.refresh() ?? refreshConversation(item.conversation).catch(() => {}));
    drain(item.conversation);
  }, BUSY_RETRY_MS);
}

function add(item: Outgoing): void {
  store((items) => [...items, item]);
  if (item.state === "sending") void deliver(item);
  else drain(item.conversation);
}

const find = (id: string) => outbox.value.find((item) => item.id === id);

function remove(id: string): void {
  store((items) => items.filter((item) => item.id !== id));
}

function update(id: string, patch: Partial<Outgoing>): void {
  store((items) => items.map((item) => (item.id === id ? { ...item, ...patch } : item)));
}

/** False while the store is full or forbidden: then this tab's memory is what counts. */
let stored = true;

/** Starts from what is stored, since another tab may have changed it a moment ago. */
function store(edit: (items: Outgoing[]) => Outgoing[]): void {
  const items = edit(stored ? readStored<Outgoing[]>(KEY, []) : outbox.value);
  outbox.value = items;
  stored = writeStored(KEY, items.length > 0 ? items : null);
}

onAnswerEnded(drain);
onRefreshed(drain);
onForgotten((conversation) => {
  const unsent = outgoingOf(conversation).map(({ content }) => content);
  const typed = [readDraft(null), ...unsent, readDraft(conversation)];
  store((items) => items.filter((item) => item.conversation !== conversation));
  dropDraft(conversation);
  if (hidden.peek().has(conversation)) return; // deleted here, with all that was in it
  writeDraft(null, typed.filter((text) => text.trim() !== "").join("\n"));
});
addEventListener("online", resumeOutbox);
