/** Where the keyboard goes when what had the focus has gone. */
export const COMPOSER_ID = "composer";
export const SEARCH_ID = "search";
export const LOG_ID = "thread";
export const SHOW_SIDEBAR_ID = "show-sidebar";
export const HIDE_SIDEBAR_ID = "hide-sidebar";

/** The element with the focus was taken off the page, or lies in a part that is shut off. */
export function isFocusLost(): boolean {
  const focused = document.activeElement;
  return !focused || focused === document.body || focused.closest("[inert]") !== null;
}

/** On a touch screen the message box would raise the keyboard, so there it is the thread. */
export function focusComposer(): void {
  const touch = matchMedia("(hover: none)").matches;
  document.getElementById(touch ? LOG_ID : COMPOSER_ID)?.focus({ preventScroll: true });
}

/** The next element that is drawn with this key takes the focus (a pager that moved on). */
let awaited: string | null = null;

export function awaitFocus(key: string): void {
  awaited = key;
}

export function takeFocus(key: string): boolean {
  if (awaited !== key) return false;
  awaited = null;
  return true;
}
