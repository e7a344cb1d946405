/** Messages that are being edited, with the text so far: it outlives scrolling out of view. */
import { signal } from "@preact/signals";
import type { Message } from "../api/types";
import { loadedThread } from "../state/thread";

export const edits = signal<ReadonlyMap<string, string>>(new Map());

export function startEdit(message: Message): void {
  writeEdit(message.id, message.content);
}

export function writeEdit(id: string, text: string): void {
  edits.value = new Map(edits.value).set(id, text);
}

export function endEdit(id: string): void {
  edits.value = new Map([...edits.value].filter(([other]) => other !== id));
}

/** False when there is nothing of the person's to edit. */
export function editLastMessage(conversation: string): boolean {
  const items = loadedThread(conversation)?.items.peek() ?? [];
  const last = items.findLast(({ role }) => role === "user");
  if (last) startEdit(last);
  return last !== undefined;
}
