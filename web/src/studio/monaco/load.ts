/** Loads Monaco once, and says when it is there. What it looks up of us is set before it is read. */
import "./environment";
import { signal } from "@preact/signals";

export type Monaco = typeof import("./monaco");

export const monaco = signal<Monaco | null>(null);
export const monacoFailed = signal(false);
let loading = false;

export async function loadMonaco(): Promise<void> {
  if (loading) return;
  loading = true;
  monacoFailed.value = false;
  try {
    monaco.value = await import("./monaco");
  } catch {
    monacoFailed.value = true;
    loading = false;
  }
}
