/** The address: `/` is a new conversation, `/c/ID` an existing one. */
import { signal } from "@preact/signals";

export const openId = signal<string | null>(idOf(location.pathname));

addEventListener("popstate", () => {
  openId.value = idOf(location.pathname);
});

export const pathOf = (id: string | null) => (id === null ? "/" : `/c/${id}`);

export function navigate(id: string | null, replace = false): void {
  if (pathOf(id) !== location.pathname) {
    if (replace) history.replaceState(null, "", pathOf(id));
    else history.pushState(null, "", pathOf(id));
  }
  openId.value = id;
}

/** For links: a plain click stays in the page, one for a new tab or window is the browser's. */
export function onLinkClick(event: MouseEvent, id: string | null): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  event.preventDefault();
  navigate(id);
  return true;
}

function idOf(path: string): string | null {
  const found = /^\/c\/([^/]+)\/?$/.exec(path)?.[1];
  return found ? decodeURIComponent(found) : null;
}
