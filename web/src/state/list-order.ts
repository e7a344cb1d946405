/** The sidebar's list as data: newest activity first, refreshed page by page. */
import type { Conversation } from "../api/types";

export function byActivity(a: Conversation, b: Conversation): number {
  return Date.parse(b.updated_at) - Date.parse(a.updated_at) || (a.id < b.id ? 1 : -1);
}

export function upsert(list: Conversation[], added: Conversation[]): Conversation[] {
  const ids = new Set(added.map(({ id }) => id));
  return [...list.filter(({ id }) => !ids.has(id)), ...added].sort(byActivity);
}

/**
 * The first page, fetched again: what lies in its span and is not on it was deleted elsewhere.
 * `whole` says that there is no second page, so that its span is everything.
 */
export function refreshFirstPage(
  list: Conversation[],
  page: Conversation[],
  whole: boolean,
  keep: (id: string) => boolean,
): Conversation[] {
  const last = page.at(-1);
  const older = list.filter((item) => {
    if (keep(item.id)) return true;
    return !whole && last !== undefined && byActivity(last, item) < 0;
  });
  return upsert(older, page);
}
