/** The picture that is looked at has an address of its own, and the back button closes it. */
import { go, onLinkClick, openImage } from "../state/route";

export const imagePath = (id: string) => `/images/${id}`;
export const tileId = (id: string) => `picture-${id}`;

/** The entry before this one is the gallery, so that closing goes back to it. */
let cameFromGallery = false;

/** For links to it. */
export function onPictureClick(event: MouseEvent, id: string): void {
  cameFromGallery = onLinkClick(event, imagePath(id)) || cameFromGallery;
}

/** A neighbour takes the place of the one that is open. */
export function openPicture(id: string): void {
  const fromGallery = openImage.value === "";
  cameFromGallery ||= fromGallery;
  go(imagePath(id), !fromGallery);
}

/** Another element than its own tile takes the focus then. */
let focusNext: string | null = null;

export function closePicture(focus: string | null = null): void {
  if (!openImage.value) return;
  focusNext = focus;
  if (cameFromGallery) history.back();
  else go("/images", true);
  cameFromGallery = false;
}

/** Where the keyboard goes when a picture was closed. */
export function focusClosed(id: string): void {
  focusLater(focusNext ?? tileId(id));
  focusNext = null;
}

export const focusTile = (id: string) => focusLater(tileId(id));

/** Once it is drawn. */
function focusLater(element: string): void {
  requestAnimationFrame(() => document.getElementById(element)?.focus());
}
