/** Loads Monaco with what shows files once, and says when it is there. What it looks up of us is set before it is read. */
import "./environment";
import { batch, signal } from "@preact/signals";

export type Monaco = typeof import("./monaco");

export const monaco = signal<Monaco | null>(null);
export const editors = signal<typeof import("../editor/Editors") | null>(null);
export const monacoFailed = signal(false);
let loading = false;

export async function loadMonaco(): Promise<void> {
  if (loading) return;
  loading = true;
  monacoFailed.value = false;
  try {
    const [views, api] = await Promise.all([import("../editor/Editors"), import("./monaco")]);
    batch(() => {
      editors.value = views;
      monaco.value = api;
    });
  } catch {
    monacoFailed.value = true;
    loading = false;
  }
}
