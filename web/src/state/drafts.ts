/** What was typed and not sent, per conversation. */
import { readStored, writeStored } from "./stored";

const WRITE_AFTER_MS = 250;
const pending = new Map<string, string>();
let timer = 0;

const keyOf = (id: string | null) => `draft.${id ?? "new"}`;

export function readDraft(id: string | null): string {
  return pending.get(keyOf(id)) ?? readStored(keyOf(id), "");
}

export function writeDraft(id: string | null, text: string): void {
  pending.set(keyOf(id), text);
  clearTimeout(timer);
  timer = window.setTimeout(flush, WRITE_AFTER_MS);
}

export function dropDraft(id: string | null): void {
  pending.delete(keyOf(id));
  writeStored(keyOf(id), null);
}

function flush(): void {
  for (const [key, text] of pending) writeStored(key, text || null);
  pending.clear();
}

addEventListener("pagehide", flush);
