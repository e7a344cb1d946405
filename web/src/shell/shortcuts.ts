import { signal } from "@preact/signals";
import { stop } from "../state/message-actions";
import { runOf } from "../state/outbox";
import { navigate, openId } from "../state/route";
import { COMPOSER_ID, focusComposer, SEARCH_ID } from "./focus";
import { isComposing, onMac, withMod } from "./keys";
import { closeDrawer, narrow, setSidebar, sidebarOpen } from "./layout";

export const helpOpen = signal(false);

export const MOD = onMac() ? "⌘" : "Ctrl";

export function newChat(): void {
  navigate(null);
  closeDrawer();
  requestAnimationFrame(focusComposer); // the drawer is taken off the page first
}

export function startShortcuts(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const key = event.key.toLowerCase();
    const taken =
      key === "escape"
        ? onEscape(event)
        : withMod(event)
          ? onModKey(key, event.shiftKey)
          : key === "?" && !isTyping(event.target) && showHelp();
    if (taken) event.preventDefault();
  });
}

function onModKey(key: string, shift: boolean): boolean {
  if (key === "o" && shift) newChat();
  else if (key === "k" && !shift) focusSearch();
  else if (key === "b" && !shift) setSidebar(!sidebarOpen.value);
  else if (key === "/") showHelp();
  else return false;
  return true;
}

/** Escape belongs to an open dialog, menu or drawer first; only then does it stop the answer. */
function onEscape(event: KeyboardEvent): boolean {
  if (document.querySelector("dialog[open], :popover-open")) return false;
  if (event.shiftKey) {
    document.getElementById(COMPOSER_ID)?.focus();
    return true;
  }
  if (narrow.value && sidebarOpen.value) {
    closeDrawer();
    return true;
  }
  const id = openId.value;
  if (id === null || runOf(id) === null) return false;
  void stop(id);
  return true;
}

function focusSearch(): void {
  setSidebar(true);
  // The drawer is drawn first.
  requestAnimationFrame(() => {
    const field = document.getElementById(SEARCH_ID) as HTMLInputElement | null;
    field?.focus();
    field?.select();
  });
}

function showHelp(): boolean {
  if (!document.querySelector("dialog[open]")) helpOpen.value = true;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
