/** What a person sees of where they are, so that it is there again after the code has changed. */
import type { Kept } from "../protocol";

export function readPlace(): Pick<Kept, "scroll" | "hash" | "focus"> {
  return { scroll: [scrollX, scrollY], hash: location.hash, focus: pathOf(document.activeElement) };
}

/** The address comes before the app runs, which may look at it. */
export function restoreAddress(kept: Kept): void {
  if (kept.hash) history.replaceState(null, "", kept.hash);
}

export function restoreScroll({ scroll: [x, y] }: Kept): void {
  scrollTo({ left: x, top: y, behavior: "instant" });
}

/** Once the page has given the document the focus, which takes a moment to arrive. */
export function restoreFocus(kept: Kept): void {
  if (document.hasFocus()) focusPlace(kept);
  else addEventListener("focus", () => focusPlace(kept), { once: true });
}

function focusPlace({ focus }: Kept): void {
  let at: Element | undefined = document.body;
  for (const index of focus ?? []) at = at?.children[index];
  if (focus && at instanceof HTMLElement) at.focus({ preventScroll: true });
}

function pathOf(element: Element | null): number[] | null {
  const path: number[] = [];
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    if (!at.parentElement) return null;
    path.unshift([...at.parentElement.children].indexOf(at));
  }
  return path.length > 0 ? path : null;
}
