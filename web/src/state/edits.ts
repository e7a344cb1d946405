/** Messages that are being edited, with the text so far: it outlives the row, and the page. */
import { signal } from "@preact/signals";
import type { Message } from "../api/types";
import { dropDraft, readDraft, writeDraft } from "./drafts";
import { readStored, writeStored } from "./stored";
import { loadedThread } from "./thread";

const KEY = "edits";
/** What is never finished is forgotten at some time. */
const MOST = 20;

const draftOf = (id: string) => `edit.${id}`;

export const edits = signal<ReadonlyMap<string, string>>(
  new Map(readStored<string[]>(KEY, []).map((id) => [id, readDraft(draftOf(id))])),
);

/** The edit that was begun last, until it ends: the thread holds its place. */
export const begunEdit = signal<{ id: string } | null>(null);
let unfocused: string | null = null;

/** What is being edited already keeps its text, and comes into view. */
export function startEdit({ id, content }: Message): void {
  if (!edits.peek().has(id)) writeEdit(id, content);
  unfocused = id;
  begunEdit.value = { id };
}

/** True once after it was begun: its box takes the focus then, and never again. */
export function takeBegun(id: string): boolean {
  if (unfocused !== id) return false;
  unfocused = null;
  return true;
}

export function writeEdit(id: string, text: string): void {
  if (!edits.peek().has(id)) store((ids) => [...ids, id]);
  edits.value = new Map(edits.value).set(id, text);
  writeDraft(draftOf(id), text);
}

export function endEdit(id: string): void {
  if (begunEdit.peek()?.id === id) begunEdit.value = null;
  edits.value = new Map([...edits.value].filter(([other]) => other !== id));
  store((ids) => ids.filter((other) => other !== id));
}

/** Starts from what is stored, since another tab may edit something too. */
function store(edit: (ids: string[]) => string[]): void {
  const before = readStored<string[]>(KEY, []);
  const ids = edit(before).slice(-MOST);
  for (const id of before.filter((other) => !ids.includes(other))) dropDraft(draftOf(id));
  writeStored(KEY, ids.length > 0 ? ids : null);
}

/** False when there is nothing of the person's to edit. */
export function editLastMessage(conversation: string): boolean {
  const items = loadedThread(conversation)?.items.peek() ?? [];
  const last = items.findLast(({ role }) => role === "user");
  if (last) startEdit(last);
  return last !== undefined;
}
