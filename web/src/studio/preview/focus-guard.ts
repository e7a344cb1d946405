/**
 * Gives the focus back that a frame has taken by itself: an app that focuses a field as it starts
 * would take the keyboard from whoever is typing its code. Frames cannot be kept from it.
 */
export function guardFocus(isClosed: (frame: Element) => boolean): () => void {
  let last: Element | null = document.activeElement;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element && !isClosed(target)) last = target;
  };
  const giveBack = () => {
    const taken = document.activeElement;
    if (!(taken instanceof HTMLElement) || !isClosed(taken)) return;
    taken.blur();
    if (last instanceof HTMLElement) last.focus({ preventScroll: true });
  };
  // Within the event the browser is still about to move it.
  const onBlur = () => void setTimeout(giveBack);
  addEventListener("focusin", onFocus);
  addEventListener("blur", onBlur);
  return () => {
    removeEventListener("focusin", onFocus);
    removeEventListener("blur", onBlur);
  };
}
