/** Conversations whose answer ended while nobody looked. */
import { signal } from "@preact/signals";
import { openId } from "./route";
import { onStoredElsewhere, readStored, writeStored } from "./stored";

const KEY = "unread";
const MOST = 200;

export const unread = signal<ReadonlySet<string>>(new Set(readStored<string[]>(KEY, [])));

onStoredElsewhere(KEY, () => {
  unread.value = new Set(readStored<string[]>(KEY, []));
});

export function isViewed(id: string): boolean {
  return openId.value === id && document.visibilityState === "visible";
}

export function markEnded(id: string): void {
  if (!isViewed(id)) store(new Set([...unread.value, id].slice(-MOST)));
}

export function markSeen(id: string | null): void {
  if (id === null || !unread.value.has(id)) return;
  store(new Set([...unread.value].filter((other) => other !== id)));
}

function store(ids: Set<string>): void {
  unread.value = ids;
  writeStored(KEY, ids.size > 0 ? [...ids] : null);
}
