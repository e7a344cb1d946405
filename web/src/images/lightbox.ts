/** Moving among the pictures while one is open, and the keys for it. */
import type { Image } from "../api/types";
import { openImage } from "../state/route";
import { download, removeImage, toggleFavourite } from "./actions";
import { imageOf, loadMoreImages, shownImages } from "./gallery";
import { neighbours } from "./gallery-list";
import { closePicture, focusTile, openPicture } from "./open";

const around = () => neighbours(shownImages.value, openImage.value ?? "");

export function showBefore(): void {
  const [before] = around();
  if (before) openPicture(before.id);
}

/** At the end of what is loaded, the next page is fetched first. */
export async function showAfter(): Promise<void> {
  const from = openImage.value;
  if (around()[1] === null) await loadMoreImages();
  const after = around()[1];
  if (after && openImage.value === from) openPicture(after.id);
}

/** The next one takes its place. */
export function removeOpen(image: Image): void {
  const [before, after] = around();
  removeImage(image, () => (openImage.value ? openPicture(image.id) : focusTile(image.id)));
  const next = after ?? before;
  if (next) openPicture(next.id);
  else closePicture();
}

export function onLightboxKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const image = imageOf(openImage.value ?? "");
  const act = ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || !image) return;
  event.preventDefault();
  if (!event.repeat || act === showBefore || act === showAfter) act(image);
}

const ACTIONS: Record<string, (image: Image) => unknown> = {
  ArrowLeft: showBefore,
  ArrowRight: showAfter,
  f: toggleFavourite,
  d: download,
  Delete: removeOpen,
};
