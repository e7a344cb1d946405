/** The conversations this tab knows of, and those that the sidebar lists. */
import { batch, computed, signal } from "@preact/signals";
import {
  type ConversationPatch,
  type ConversationQuery,
  deleteConversation,
  getConversation,
  listConversations,
  patchConversation,
} from "../api/conversations";
import { asProblem, type Problem } from "../api/http";
import type { Conversation, Page } from "../api/types";
import { byActivity, refreshFirstPage } from "./list-order";
import { follow, hasEnded, onAnswerEnded } from "./live";
import { navigate, openId, openPage } from "./route";
import { showToast } from "./toasts";
import { deletedBefore, undoable } from "./undo";
import { markEnded } from "./unread";

const PAGE = 30;
const MOST_PINNED = 100;

export const known = signal<ReadonlyMap<string, Conversation>>(new Map());
const listed = signal<ReadonlySet<string>>(new Set());
/** Deleted, while that can still be taken back. */
export const hidden = signal(deletedBefore);
/** Made here, and not yet on the server. */
const creating = new Set<string>();
/**
 * Counts the questions to the server and the changes made here. An answer knows nothing of a
 * change that was made after its question, however late it comes.
 */
let moment = 0;
/** When what is known of a conversation was asked for or changed; of a forgotten one too. */
const knownSince = new Map<string, number>();

export const listPhase = signal<"loading" | "ready" | "error">("loading");
export const listProblem = signal<Problem | null>(null);
export const hasMore = signal(false);
/** The next page did not come. It is asked for again by hand, or after the list came again. */
export const moreFailed = signal(false);
let cursor: string | null = null;
let loadingMore = false;

export const conversations = computed(() =>
  [...listed.value]
    .filter((id) => !hidden.value.has(id))
    .map((id) => known.value.get(id) as Conversation)
    .filter(({ project_id }) => !project_id)
    .sort(byActivity),
);

export const openConversation = computed(() =>
  openId.value === null ? null : (known.value.get(openId.value) ?? null),
);

function know(items: Conversation[], since: number): void {
  const next = new Map(known.value);
  for (const item of items) {
    const run = item.active_run_id;
    const active_run_id = run && hasEnded(run) ? null : run;
    // The server names it after its first message; until then ours stands.
    const title = item.title || next.get(item.id)?.title || "";
    next.set(item.id, { ...item, title, active_run_id });
    knownSince.set(item.id, since);
    if (run) follow(run, item.id);
  }
  known.value = next;
}

const isOvertaken = (id: string, asked: number) => (knownSince.get(id) ?? 0) > asked;

function receive(items: Conversation[], asked: number): void {
  know(
    items.filter(({ id }) => !isOvertaken(id, asked)),
    asked,
  );
}

/** A list that comes late may name what was deleted meanwhile. */
const isKnown = (id: string) => known.value.has(id);

function list(ids: string[]): void {
  listed.value = new Set([...listed.value, ...ids.filter(isKnown)]);
}

export function putLocal(conversation: Conversation): void {
  creating.add(conversation.id);
  putCreated(conversation);
}

export function markCreated(conversation: Conversation): void {
  creating.delete(conversation.id);
  putCreated(conversation);
}

function putCreated(conversation: Conversation): void {
  batch(() => {
    know([conversation], ++moment);
    list([conversation.id]);
  });
}

export const isCreating = (id: string) => creating.has(id);

export function change(id: string, patch: Partial<Conversation>): void {
  const current = known.value.get(id);
  if (current) know([{ ...current, ...patch }], ++moment);
}

/** The newest in the list, also where only a link or a search has led to it. */
export function markAsked(id: string, run: string, at: string): void {
  batch(() => {
    change(id, { active_run_id: run, updated_at: at });
    list([id]);
  });
}

const forgetListeners: ((id: string) => void)[] = [];

export function onForgotten(listener: (id: string) => void): void {
  forgetListeners.push(listener);
}

export function forgetConversation(id: string): void {
  knownSince.set(id, ++moment);
  creating.delete(id);
  for (const listener of forgetListeners) listener(id);
  batch(() => {
    listed.value = new Set([...listed.value].filter((other) => other !== id));
    known.value = new Map([...known.value].filter(([other]) => other !== id));
  });
}

/** The newest page and the pinned ones; also what a refresh does. */
export async function loadList(): Promise<void> {
  const asked = ++moment;
  try {
    const [page, pinned] = await Promise.all([
      listConversations({ limit: PAGE }),
      listConversations({ limit: MOST_PINNED, pinned: true }),
    ]);
    const whole = page.next_cursor === null;
    const keptPinned = new Set(pinned.items.map(({ id }) => id));
    const keep = (id: string) => creating.has(id) || keptPinned.has(id) || isOvertaken(id, asked);
    const before = [...listed.value].map((id) => known.value.get(id) as Conversation);
    const kept = refreshFirstPage(before, page.items, whole, keep);
    batch(() => {
      receive([...page.items, ...pinned.items], asked);
      listed.value = new Set([...kept.map(({ id }) => id), ...keptPinned].filter(isKnown));
      if (listPhase.value !== "ready" || whole) setCursor(page.next_cursor);
      listPhase.value = "ready";
      moreFailed.value = false;
    });
  } catch (error) {
    if (listPhase.value === "ready") return; // a refresh that failed leaves what is shown
    listProblem.value = asProblem(error);
    listPhase.value = "error";
  }
}

export async function loadMoreConversations(): Promise<void> {
  if (!cursor || loadingMore) return;
  loadingMore = true;
  try {
    const page = await findConversations({ limit: PAGE, cursor });
    batch(() => {
      list(page.items.map(({ id }) => id));
      setCursor(page.next_cursor);
      moreFailed.value = false;
    });
  } catch {
    moreFailed.value = true;
  } finally {
    loadingMore = false;
  }
}

/** Known from then on, and not listed. */
export async function findConversations(query: ConversationQuery): Promise<Page<Conversation>> {
  const asked = ++moment;
  const page = await listConversations(query);
  receive(page.items, asked);
  return page;
}

function setCursor(next: string | null): void {
  cursor = next;
  hasMore.value = next !== null;
}

/** An answer that was overtaken may lack what happened since, so it is asked for again. */
export async function refreshConversation(id: string): Promise<void> {
  if (creating.has(id)) return;
  const asked = ++moment;
  const item = await getConversation(id);
  if (isOvertaken(id, asked)) return refreshConversation(id);
  receive([item], asked);
}

/** Shows the change at once, and takes it back where the server refuses: throws a Problem then. */
export async function storeConversation(id: string, patch: ConversationPatch): Promise<void> {
  const before = known.value.get(id);
  if (!before) return;
  const { settings, ...plain } = patch;
  change(id, { ...plain, settings: { ...before.settings, ...settings } });
  // Only what the patch is about: the rest may have changed while it was on its way.
  const show = (from: Conversation) =>
    change(id, pick(from, Object.keys(patch) as (keyof ConversationPatch)[]));
  try {
    show(await patchConversation(id, patch));
  } catch (error) {
    show(before);
    throw asProblem(error);
  }
}

/** The same, and says so where it did not work. */
export async function saveConversation(id: string, patch: ConversationPatch): Promise<boolean> {
  try {
    await storeConversation(id, patch);
    return known.value.has(id);
  } catch (error) {
    showToast(`Not saved: ${asProblem(error).message}`);
    return false;
  }
}

function pick(from: Conversation, keys: (keyof Conversation)[]): Partial<Conversation> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

export function removeConversation(id: string): void {
  const hide = (gone: boolean) => {
    const others = [...hidden.value].filter((other) => other !== id);
    hidden.value = new Set(gone ? [...others, id] : others);
  };
  const wasOpen = openId.value === id;
  hide(true);
  if (wasOpen) navigate(null);
  undoable({
    id,
    text: "Conversation deleted.",
    conversation: id,
    takeBack: () => {
      hide(false);
      if (wasOpen && openId.value === null && openPage.value === null) navigate(id);
    },
    carryOut: async () => {
      try {
        await deleteConversation(id);
      } catch (error) {
        if (asProblem(error).status !== 404 && !creating.has(id)) throw error;
      }
      forgetConversation(id);
      hide(false);
    },
  });
}

onAnswerEnded((conversation, { run }) => {
  const current = known.value.get(conversation);
  if (current?.active_run_id === run) change(conversation, { active_run_id: null });
  markEnded(conversation);
  // Its title, usage and place in the list have changed on the server.
  refreshConversation(conversation).catch(() => {});
});
