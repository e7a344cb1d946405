import { computed, effect, signal } from "@preact/signals";
import { asProblem } from "../api/http";
import type { Conversation } from "../api/types";
import { findConversations, hidden, known } from "./conversations";

const WAIT_MS = 200;
const MOST = 50;

export const query = signal("");
const found = signal<string[] | null>(null);
export const searchProblem = signal<string | null>(null);

/** null while nothing is searched for, or while the first answer is awaited. */
export const results = computed<Conversation[] | null>(() => {
  if (query.value.trim() === "" || found.value === null) return null;
  return found.value.flatMap((id) => {
    const conversation = known.value.get(id);
    return conversation && !hidden.value.has(id) ? [conversation] : [];
  });
});

let timer = 0;

effect(() => {
  const q = query.value.trim();
  clearTimeout(timer);
  searchProblem.value = null;
  if (q === "") found.value = null;
  else timer = window.setTimeout(() => void search(q), WAIT_MS);
});

async function search(q: string): Promise<void> {
  try {
    const { items } = await findConversations({ q, limit: MOST });
    if (query.value.trim() !== q) return;
    found.value = items.map(({ id }) => id);
  } catch (error) {
    if (query.value.trim() === q) searchProblem.value = asProblem(error).message;
  }
}
