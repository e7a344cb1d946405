/** The conversations this tab knows of, and those that the sidebar lists. */
import { batch, computed, signal } from "@preact/signals";
import {
  type ConversationPatch,
  deleteConversation,
  getConversation,
  listConversations,
  patchConversation,
} from "../api/conversations";
import { asProblem, type Problem } from "../api/http";
import type { Conversation } from "../api/types";
import { byActivity, refreshFirstPage } from "./list-order";
import { follow, hasEnded, onRunEnded } from "./live";
import { navigate, openId } from "./route";
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

export const listPhase = signal<"loading" | "ready" | "error">("loading");
export const listProblem = signal<Problem | null>(null);
export const hasMore = signal(false);
let cursor: string | null = null;
let loadingMore = false;

export const conversations = computed(() =>
  [...listed.value]
    .filter((id) => !hidden.value.has(id))
    .map((id) => known.value.get(id) as Conversation)
    .sort(byActivity),
);

export const openConversation = computed(() =>
  openId.value === null ? null : (known.value.get(openId.value) ?? null),
);

export function put(items: Conversation[], list: boolean): void {
  const next = new Map(known.value);
  for (const item of items) {
    const run = item.active_run_id;
    next.set(item.id, run && hasEnded(run) ? { ...item, active_run_id: null } : item);
    if (run) follow(run, item.id);
  }
  batch(() => {
    known.value = next;
    if (list) listed.value = new Set([...listed.value, ...items.map(({ id }) => id)]);
  });
}

export function putLocal(conversation: Conversation): void {
  creating.add(conversation.id);
  put([conversation], true);
}

export function markCreated(id: string): void {
  creating.delete(id);
}

export function change(id: string, patch: Partial<Conversation>): void {
  const current = known.value.get(id);
  if (current) put([{ ...current, ...patch }], listed.value.has(id));
}

export function forgetConversation(id: string): void {
  batch(() => {
    listed.value = new Set([...listed.value].filter((other) => other !== id));
    known.value = new Map([...known.value].filter(([other]) => other !== id));
  });
}

/** The newest page and the pinned ones; also what a refresh does. */
export async function loadList(): Promise<void> {
  try {
    const [page, pinned] = await Promise.all([
      listConversations({ limit: PAGE }),
      listConversations({ limit: MOST_PINNED, pinned: true }),
    ]);
    const whole = page.next_cursor === null;
    const keptPinned = new Set(pinned.items.map(({ id }) => id));
    const keep = (id: string) => creating.has(id) || keptPinned.has(id);
    const before = [...listed.value].map((id) => known.value.get(id) as Conversation);
    const list = refreshFirstPage(before, page.items, whole, keep);
    batch(() => {
      put([...page.items, ...pinned.items], false);
      listed.value = new Set([...list.map(({ id }) => id), ...keptPinned]);
      if (listPhase.value !== "ready" || whole) setCursor(page.next_cursor);
      listPhase.value = "ready";
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
    const page = await listConversations({ limit: PAGE, cursor });
    put(page.items, true);
    setCursor(page.next_cursor);
  } catch {
    // The row that asks for more stays in view and asks again.
  } finally {
    loadingMore = false;
  }
}

function setCursor(next: string | null): void {
  cursor = next;
  hasMore.value = next !== null;
}

export async function refreshConversation(id: string): Promise<void> {
  if (creating.has(id)) return;
  put([await getConversation(id)], listed.value.has(id));
}

/** Shows the change at once, and takes it back where the server refuses. */
export async function saveConversation(id: string, patch: ConversationPatch): Promise<boolean> {
  const before = known.value.get(id);
  if (!before) return false;
  const { settings, ...plain } = patch;
  change(id, { ...plain, settings: { ...before.settings, ...settings } });
  try {
    put([await patchConversation(id, patch)], listed.value.has(id));
    return true;
  } catch (error) {
    put([before], listed.value.has(id));
    showToast(`Not saved: ${asProblem(error).message}`);
    return false;
  }
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
      if (wasOpen && openId.value === null) navigate(id);
    },
    carryOut: async (leaving) => {
      await deleteConversation(id, leaving);
      forgetConversation(id);
      hide(false);
    },
  });
}

onRunEnded(({ run, conversation }) => {
  const current = known.value.get(conversation);
  if (current?.active_run_id === run) change(conversation, { active_run_id: null });
  markEnded(conversation);
  // Its title, usage and place in the list have changed on the server.
  refreshConversation(conversation).catch(() => {});
});
