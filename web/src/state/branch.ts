/** The shown branch of a conversation as a list: how pages, answers and edits change it. */
import type { Message, MessageStatus, Started } from "../api/types";
import type { RunView } from "../stream/run-view";

/** A page of the newest messages, laid over what is loaded; older ones stay if they connect. */
export function mergeNewest(
  loaded: Message[],
  page: Message[],
): { items: Message[]; connected: boolean } {
  const first = page[0];
  if (!first) return { items: [], connected: false };
  const same = loaded.findIndex(({ id }) => id === first.id);
  const at = same >= 0 ? same : loaded.findIndex(({ id }) => id === first.parent_id) + 1;
  const connected = at > 0 || same === 0;
  return { items: connected ? [...loaded.slice(0, at), ...page] : page, connected };
}

export function prependOlder(loaded: Message[], page: Message[]): Message[] {
  const known = new Set(loaded.map(({ id }) => id));
  return [...page.filter(({ id }) => !known.has(id)), ...loaded];
}

/** A started answer and its question take their places; what hung there before is another branch. */
export function placeStarted(items: Message[], { message, answer }: Started): Message[] {
  const before = cutAfterParent(items, message.parent_id, message.id);
  return [...before, withSiblings(items, message), withSiblings(items, answer)];
}

/** What has just been made only knows itself; those that hung in its place are siblings too. */
function withSiblings(items: Message[], made: Message): Message {
  const others = items.filter(({ parent_id }) => parent_id === made.parent_id);
  const siblings = new Set([...others.flatMap((other) => other.siblings), ...made.siblings]);
  return { ...made, siblings: [...siblings] };
}

/** The branch up to and with the parent, without the message itself. */
export function cutAfterParent(items: Message[], parent: string | null, own: string): Message[] {
  const self = items.findIndex(({ id }) => id === own);
  if (self >= 0) return items.slice(0, self);
  if (parent === null) return [];
  const at = items.findIndex(({ id }) => id === parent);
  return at >= 0 ? items.slice(0, at + 1) : items;
}

export function replaceMessage(items: Message[], changed: Message): Message[] {
  return items.map((item) => (item.id === changed.id ? withSiblings(items, changed) : item));
}

/** A message and all that follows it on the branch. */
export function cutFrom(items: Message[], id: string): Message[] {
  const at = items.findIndex((item) => item.id === id);
  return at >= 0 ? items.slice(0, at) : items;
}

const STATUS: Partial<Record<RunView["status"], MessageStatus>> = {
  completed: "complete",
  cancelled: "cancelled",
  failed: "failed",
};

/** The stored answer with what its run's events said since; they are newer until it has ended. */
export function withRun(message: Message, view: RunView | undefined): Message {
  const status = view && STATUS[view.status];
  if (!view || !status || message.status !== "running") return message;
  return {
    ...message,
    content: view.text,
    status,
    model: view.model ?? message.model,
    finish_reason: view.finish_reason,
    usage: view.usage,
    error: view.error,
  };
}

/** Where a message stands among its siblings, for the pager; null when it is alone. */
export function branchPlace(
  message: Message,
): { place: number; count: number; previous: string | null; next: string | null } | null {
  const { siblings, id } = message;
  const at = siblings.indexOf(id);
  if (at < 0 || siblings.length < 2) return null;
  const next = siblings[at + 1] ?? null;
  return { place: at + 1, count: siblings.length, previous: siblings[at - 1] ?? null, next };
}
