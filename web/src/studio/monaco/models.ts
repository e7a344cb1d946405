/** Monaco's models of a project's texts: TypeScript then knows all of them, open or not. */
import { effect, signal } from "@preact/signals";
import type { OpenProject } from "../project";
import type { Monaco } from "./load";

type Model = NonNullable<ReturnType<Monaco["editor"]["getModel"]>>;

/** Errors by path, as the language workers tell. */
export const errors = signal<ReadonlyMap<string, number>>(new Map());

/** Grows with each model that is made: who looks for one before it is there looks again. */
export const modelsMade = signal(0);

export const uriOf = (monaco: Monaco, path: string) =>
  monaco.Uri.from({ scheme: "file", path: `/${path}` });

/** Until it is undone: then the models are gone. */
export function keepModels(monaco: Monaco, project: OpenProject): () => void {
  const kept = new Map<string, { model: Model; text: string }>();
  let applying = false;

  const add = (path: string, text: string) => {
    const model = monaco.editor.createModel(text, monaco.languageOf(path), uriOf(monaco, path));
    const entry = { model, text };
    kept.set(path, entry);
    modelsMade.value = modelsMade.peek() + 1;
    model.onDidChangeContent(() => {
      if (applying) return;
      entry.text = model.getValue(undefined, true);
      project.buffers.write(path, entry.text);
    });
  };

  let branch = project.branch.peek();
  const stop = effect(() => {
    const texts = project.texts.value;
    if (branch !== project.branch.value) {
      // What was undone and could be done again is of the other branch.
      branch = project.branch.value;
      for (const { model } of kept.values()) model.dispose();
      kept.clear();
    }
    for (const [path, { model }] of kept) {
      if (texts.has(path)) continue;
      kept.delete(path);
      model.dispose();
    }
    for (const [path, text] of texts) {
      const entry = kept.get(path);
      if (!entry) add(path, text);
      else if (entry.text !== text) {
        entry.text = text;
        applying = true;
        replaceText(monaco, entry.model, text);
        applying = false;
      }
    }
  });

  const listening = monaco.editor.onDidChangeMarkers(() => {
    errors.value = errorsByPath(monaco);
  });

  return () => {
    stop();
    listening.dispose();
    for (const { model } of kept.values()) model.dispose();
  };
}

function errorsByPath(monaco: Monaco): Map<string, number> {
  const found = new Map<string, number>();
  for (const { resource, severity } of monaco.editor.getModelMarkers({})) {
    if (severity !== monaco.MarkerSeverity.Error || resource.scheme !== "file") continue;
    const path = resource.path.slice(1);
    found.set(path, (found.get(path) ?? 0) + 1);
  }
  return found;
}

/** Only the part that differs, so that cursors and the way back stay. */
function replaceText(monaco: Monaco, model: Model, text: string): void {
  const before = model.getValue();
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  const range = monaco.Range.fromPositions(
    model.getPositionAt(start),
    model.getPositionAt(before.length - end),
  );
  const change = { range, text: text.slice(start, text.length - end) };
  model.pushEditOperations([], [change], () => null);
}
