/** Shortcuts of the studio; what is inside has had its chance by then. */
import { isComposing, withMod } from "../shell/keys";
import { stop } from "../state/message-actions";
import { runOf } from "../state/outbox";
import { conversationOf } from "./follow";
import { sideOpen, toggleSide } from "./panes";
import type { Studio } from "./studio";

export function onStudioKey(event: KeyboardEvent, studio: Studio): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const taken =
    event.key === "Escape"
      ? stopTurn(studio)
      : withMod(event) && onModKey(event.key.toLowerCase(), event.shiftKey, studio);
  if (!taken) return;
  event.preventDefault();
  event.stopPropagation();
}

function onModKey(key: string, shift: boolean, { project, desk }: Studio): boolean {
  if (key === "s" && !shift) void project.buffers.saveAll();
  else if (key === "p" && !shift) desk.quickOpen.value = true;
  else if (key === "b" && !shift) toggleSide();
  else if (key === "f" && shift) {
    if (!sideOpen.peek()) toggleSide();
    desk.side.value = "search";
  } else return false;
  return true;
}

function stopTurn(studio: Studio): boolean {
  if (document.querySelector("dialog[open], :popover-open")) return false;
  const conversation = conversationOf(studio);
  if (conversation === null || runOf(conversation) === null) return false;
  void stop(conversation);
  return true;
}
