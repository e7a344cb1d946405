/**
 * Messages on their way out. Each has its id from the start and lies in localStorage until the
 * server has acknowledged it, so a retry, a reload or a second tab can neither lose it nor send
 * it twice (the API takes a repeated POST with the same id as the same message).
 */
import { signal } from "@preact/signals";
import { createConversation } from "../api/conversations";
import { asProblem, type Problem } from "../api/http";
import { postMessage } from "../api/messages";
import type { Settings } from "../api/types";
import { uuid7 } from "../api/uuid7";
import { placeStarted } from "./branch";
import { known, markAsked, markCreated, putLocal } from "./conversations";
import { follow, hasEnded, onRunEnded } from "./live";
import { localConversation } from "./new-conversation";
import { navigate } from "./route";
import { onStoredElsewhere, readStored, writeStored } from "./stored";
import { loadedThread } from "./thread";
import { carryOutFor } from "./undo";

export interface Outgoing {
  id: string;
  conversation: string;
  content: string;
  /** Absent: it continues the shown branch. */
  parent_id?: string | null;
  /** The conversation is made with it. */
  create?: { model: string | null; settings: Partial<Settings> };
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
export function send(conversation: string | null, content: string, parent?: string | null): void {
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
  add({ id, conversation, content, ...branch, state });
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

export function discard(id: string): Outgoing | undefined {
  const item = outbox.value.find((other) => other.id === id);
  store((items) => items.filter((other) => other.id !== id));
  return item;
}

/** It goes next: the answer that runs is stopped by the caller, and its end lets this one out. */
export function moveFirst(id: string): void {
  store((items) => [
    ...items.filter((item) => item.id === id),
    ...items.filter((item) => item.id !== id),
  ]);
}

export function retry(id: string): void {
  const item = outbox.value.find((other) => other.id === id);
  if (item) void deliver(item);
}

/** After a reload or with the network back: what was under way is sent again, same id. */
export function resumeOutbox(): void {
  for (const item of outbox.value) {
    if (item.create && !known.value.has(item.conversation)) {
      putLocal({ ...localConversation(item.content), id: item.conversation });
    }
    if (item.state !== "queued") void deliver(item);
  }
}

/** The next queued message, if nothing stands before it. */
export function drain(conversation: string): void {
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
    await post(item);
  } catch (error) {
    refuse(item, asProblem(error));
  } finally {
    delivering.delete(item.id);
  }
}

async function post({ id, conversation, content, parent_id, create }: Outgoing): Promise<void> {
  if (create) markCreated(await createConversation({ id: conversation, ...create }));
  const branch = parent_id === undefined ? {} : { parent_id };
  const started = await postMessage(conversation, { id, content, ...branch });
  discard(id);
  if (started.answer.status === "running") follow(started.run_id, conversation, true);
  const thread = loadedThread(conversation);
  thread?.set(placeStarted(thread.items.peek(), started));
  markAsked(conversation, started.run_id, started.answer.created_at);
}

function refuse(item: Outgoing, problem: Problem): void {
  if (problem.code !== "answer_running") {
    update(item.id, { state: "failed", problem: problem.message });
    return;
  }
  // Another device was quicker: wait for its answer, which the refreshed thread follows.
  update(item.id, { state: "queued" });
  setTimeout(async () => {
    await loadedThread(item.conversation)?.refresh();
    drain(item.conversation);
  }, BUSY_RETRY_MS);
}

function add(item: Outgoing): void {
  store((items) => [...items, item]);
  if (item.state === "sending") void deliver(item);
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

onRunEnded(({ conversation }) => drain(conversation));
addEventListener("online", resumeOutbox);
