/**
 * The address: `/` is a new conversation, `/c/ID` an existing one, `/images` and `/images/ID`
 * pictures, `/studio` and `/studio/ID` projects, `/pool` what the models' machines do.
 */
import { batch, signal } from "@preact/signals";

export type PageName = "Images" | "Studio" | "Pool";

const PAGES: Record<string, PageName> = { images: "Images", studio: "Studio", pool: "Pool" };

/** null where conversations are. */
export const openPage = signal<PageName | null>(null);
export const openId = signal<string | null>(null);
/** null away from the Images page, "" on it, and there the id of the picture that is looked at. */
export const openImage = signal<string | null>(null);
/** null away from the studio, "" where its projects are listed, and else the id of a project. */
export const openProject = signal<string | null>(null);

show(location.pathname);
addEventListener("popstate", () => show(location.pathname));
// Pictures in Markdown, which knows no pages, are links to their own.
addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a.drawn");
  if (link) onLinkClick(event, link.pathname);
});

export const pathOf = (id: string | null) => (id === null ? "/" : `/c/${id}`);

export function navigate(id: string | null, replace = false): void {
  go(pathOf(id), replace);
}

export function go(path: string, replace = false): void {
  if (path !== location.pathname) {
    if (replace) history.replaceState(null, "", path);
    else history.pushState(null, "", path);
  }
  show(path);
}

/** For links: a plain click stays in the page, one for a new tab or window is the browser's. */
export function onLinkClick(event: MouseEvent, path: string): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  event.preventDefault();
  go(path);
  return true;
}

function show(path: string): void {
  const [, place, id = ""] = /^\/(c|images|studio|pool)(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  const name = decodeURIComponent(id);
  batch(() => {
    openPage.value = PAGES[place ?? ""] ?? null;
    openId.value = (place === "c" && name) || null;
    openImage.value = place === "images" ? name : null;
    openProject.value = place === "studio" ? name : null;
  });
}
