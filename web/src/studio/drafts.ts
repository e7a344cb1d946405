/** What was typed into files and is not saved yet: it outlives the page. */
import { readStored, writeStored } from "../state/stored";

export interface FileDraft {
  base: string;
  text: string;
}

const WRITE_AFTER_MS = 250;
const pending = new Map<string, () => void>();
let timer = 0;

const indexKey = (project: string) => `studio.drafts.${project}`;
const draftKey = (project: string, path: string) => `studio.draft.${project}.${path}`;

/** False once something could not be stored: then leaving the page would lose it. */
export let draftsStored = true;

export function fileDrafts(project: string): [path: string, draft: FileDraft][] {
  return readStored<string[]>(indexKey(project), []).flatMap((path) => {
    const draft = readStored<FileDraft | null>(draftKey(project, path), null);
    return draft ? [[path, draft] as [string, FileDraft]] : [];
  });
}

export function keepDraft(project: string, path: string, draft: FileDraft): void {
  pending.set(draftKey(project, path), () => write(project, path, draft));
  clearTimeout(timer);
  timer = window.setTimeout(flush, WRITE_AFTER_MS);
}

export function dropDraft(project: string, path: string): void {
  pending.delete(draftKey(project, path));
  write(project, path, null);
}

function write(project: string, path: string, draft: FileDraft | null): void {
  const others = readStored<string[]>(indexKey(project), []).filter((other) => other !== path);
  const paths = draft ? [...others, path] : others;
  const stored = writeStored(draftKey(project, path), draft);
  writeStored(indexKey(project), paths.length > 0 ? paths : null);
  draftsStored = stored || draft === null;
}

function flush(): void {
  for (const store of pending.values()) store();
  pending.clear();
}

addEventListener("pagehide", flush);
