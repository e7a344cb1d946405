/** The gallery as a list: how pages, refreshes and new pictures change it. Pure. */
import type { ImageQuery } from "../api/images";
import type { Image } from "../api/types";

/** The server's order. */
export function byNewest(a: Image, b: Image): number {
  return Date.parse(b.created_at) - Date.parse(a.created_at) || (a.id < b.id ? 1 : -1);
}

/** What comes is newer than what is known of the same picture. */
export function added(list: Image[], images: Image[]): Image[] {
  const ids = new Set(images.map(({ id }) => id));
  return [...list.filter(({ id }) => !ids.has(id)), ...images].sort(byNewest);
}

/**
 * The first page, fetched again: what lies in its span and is not on it is no longer there.
 * `whole` says that there is no second page, so that its span is everything. A page that is empty
 * and not the whole spans nothing that could be told.
 */
export function refreshed(
  list: Image[],
  page: Image[],
  whole: boolean,
  keep: (id: string) => boolean,
): Image[] {
  const last = page.at(-1);
  const left = list.filter((image) => {
    if (keep(image.id)) return true;
    return !whole && (last === undefined || byNewest(last, image) < 0);
  });
  return added(left, page);
}

/** As the server would say. */
export function matches(image: Image, { q, model, favourite }: ImageQuery): boolean {
  if (model !== null && image.model !== model) return false;
  if (favourite && !image.favourite) return false;
  return image.prompt.toLowerCase().includes(q.trim().toLowerCase());
}

/** The pictures before and after one; null at an end, or when it is not in the list. */
export function neighbours(list: Image[], id: string): [Image | null, Image | null] {
  const at = list.findIndex((image) => image.id === id);
  if (at < 0) return [null, null];
  return [list[at - 1] ?? null, list[at + 1] ?? null];
}
