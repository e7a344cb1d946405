/**
 * Code in colours. The highlighter and each grammar load when code in that language is first
 * shown; it gives a tree, never HTML text.
 */
import type { Root } from "hast";
import { languageOf } from "./languages";

type Highlighter = ReturnType<typeof import("./highlighter").createLowlight>;

const CACHED = 100;
/** Beyond this, colours cost more than they give. */
const LONGEST = 100_000;

let highlighter: Highlighter | null = null;
const loading = new Map<string, Promise<boolean>>();
const cache = new Map<string, Root>();

export const canHighlight = (language: string, code: string) =>
  languageOf(language)?.load !== undefined && code.length <= LONGEST;

/** The coloured tree, or null while the grammar is not loaded (see `loadLanguage`). */
export function highlight(language: string, code: string): Root | null {
  if (!highlighter?.registered(language)) return null;
  const key = `${language}\n${code}`;
  let tree = cache.get(key);
  if (tree) cache.delete(key);
  else tree = highlighter.highlight(language, code, { prefix: "hl-" });
  cache.set(key, tree);
  for (const old of [...cache.keys()].slice(0, -CACHED)) cache.delete(old);
  return tree;
}

/** True once code in this language can be highlighted; false when it could not be loaded. */
export function loadLanguage(language: string): Promise<boolean> {
  let promise = loading.get(language);
  if (!promise) {
    promise = load(language).catch(() => {
      loading.delete(language);
      return false;
    });
    loading.set(language, promise);
  }
  return promise;
}

async function load(language: string): Promise<boolean> {
  const grammar = languageOf(language)?.load;
  if (!grammar) return false;
  const [core, { default: rules }] = await Promise.all([import("./highlighter"), grammar()]);
  highlighter ??= core.createLowlight();
  highlighter.register(language, rules);
  return true;
}
