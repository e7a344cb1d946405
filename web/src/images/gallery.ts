/** The finished pictures that this tab knows of, and those that the gallery lists. */
import { batch, computed, signal } from "@preact/signals";
import { asProblem, type Problem } from "../api/http";
import { getImage, type ImageQuery, listImages } from "../api/images";
import type { Image } from "../api/types";
import { showToast } from "../state/toasts";
import { deletedBefore } from "../state/undo";
import { added, matches, refreshed } from "./gallery-list";
import { endingSaid } from "./words";

const PAGE = 40;
const EVERYTHING: ImageQuery = { q: "", model: null, favourite: false };

export const query = signal(EVERYTHING);
export const isFiltered = computed(() => {
  const { q, model, favourite } = query.value;
  return q.trim() !== "" || model !== null || favourite;
});

export const phase = signal<"loading" | "ready" | "error">("loading");
export const problem = signal<Problem | null>(null);
/** Where the next page begins; null when there is none. */
export const cursor = signal<string | null>(null);
/** The next page did not come. It is asked for again by hand. */
export const moreFailed = signal(false);

const listed = signal<Image[]>([]);
/** Looked at by their link, and not listed. */
const others = signal<Image[]>([]);
/** Deleted, while that can still be taken back. */
const hidden = signal(deletedBefore);

/** Jobs whose finished pictures still stand in the job's own card. */
export const beingDrawn = signal<ReadonlySet<string>>(new Set());

export const shownImages = computed(() =>
  listed.value.filter(({ id, job_id }) => !hidden.value.has(id) && !beingDrawn.value.has(job_id)),
);

/**
 * Counts the questions to the server and the changes made here. An answer knows nothing of a
 * change that was made after its question.
 */
let moment = 0;
const changedAt = new Map<string, number>();
/** Another search makes the answers to the one before void. */
let search = 0;

export const imageOf = (id: string): Image | undefined =>
  [...listed.value, ...others.value].find((image) => image.id === id);

export function setQuery(patch: Partial<ImageQuery>): void {
  search++;
  batch(() => {
    query.value = { ...query.value, ...patch };
    listed.value = [];
    cursor.value = null;
    phase.value = "loading";
  });
  void refreshGallery();
}

export const clearQuery = () => setQuery(EVERYTHING);

/** The first page; also what coming back to the page does. */
export async function refreshGallery(): Promise<void> {
  const [mine, asked] = [search, ++moment];
  if (phase.value === "error") phase.value = "loading";
  try {
    const page = await listImages(query.value, PAGE);
    if (mine !== search) return;
    const whole = page.next_cursor === null;
    batch(() => {
      const keep = (id: string) => (changedAt.get(id) ?? 0) > asked;
      listed.value = refreshed(listed.value, known(page.items, asked), whole, keep);
      if (phase.value !== "ready" || whole) cursor.value = page.next_cursor;
      phase.value = "ready";
      moreFailed.value = false;
    });
  } catch (error) {
    if (mine !== search || phase.value === "ready") return; // what is shown stays
    problem.value = asProblem(error);
    phase.value = "error";
  }
}

let loadingMore: string | null = null;

export async function loadMoreImages(): Promise<void> {
  const from = cursor.value;
  if (from === null || loadingMore === from) return;
  loadingMore = from;
  const [mine, asked] = [search, ++moment];
  moreFailed.value = false;
  try {
    const page = await listImages(query.value, PAGE, from);
    if (mine !== search) return;
    batch(() => {
      listed.value = added(listed.value, known(page.items, asked));
      cursor.value = page.next_cursor;
    });
  } catch {
    moreFailed.value = mine === search;
  } finally {
    loadingMore = null;
  }
}

/** Of what was deleted or changed since the question, the answer says nothing that counts. */
function known(images: Image[], asked: number): Image[] {
  return images.flatMap((image) => {
    if ((changedAt.get(image.id) ?? 0) <= asked) return [image];
    return listed.value.filter(({ id }) => id === image.id);
  });
}

/** For its link. Throws a Problem. */
export async function loadImage(id: string): Promise<void> {
  const image = await getImage(id);
  if (!imageOf(id)) others.value = added(others.value, [image]);
}

/** Where the gallery shows only some pictures, the new ones may not be among them. */
export function receiveDrawn(images: Image[]): void {
  const seen = images.filter((image) => matches(image, query.value));
  moment++;
  for (const { id } of seen) changedAt.set(id, moment);
  listed.value = added(listed.value, seen);
  const unseen = images.length - seen.length;
  if (unseen === 0) return;
  showToast(endingSaid("completed", unseen), { label: "Show", run: clearQuery });
}

export function changeImage(id: string, patch: Partial<Image>): void {
  changedAt.set(id, ++moment);
  const changed = (image: Image) => (image.id === id ? { ...image, ...patch } : image);
  listed.value = listed.value.map(changed);
  others.value = others.value.map(changed);
}

export function forgetImage(id: string): void {
  changedAt.set(id, ++moment);
  listed.value = listed.value.filter((image) => image.id !== id);
  others.value = others.value.filter((image) => image.id !== id);
}

export function hideImage(id: string, gone: boolean): void {
  const left = [...hidden.value].filter((other) => other !== id);
  hidden.value = new Set(gone ? [...left, id] : left);
}
