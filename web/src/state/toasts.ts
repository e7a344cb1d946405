/** Short notes at the foot of the page, and deletions that can still be taken back. */
import { signal } from "@preact/signals";

export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

const NOTE_MS = 6_000;
export const UNDO_MS = 7_000;

export const toasts = signal<Toast[]>([]);
let nextId = 1;

export function showToast(text: string, action?: Toast["action"], ms = NOTE_MS): number {
  const id = nextId++;
  toasts.value = [...toasts.value.slice(-2), action ? { id, text, action } : { id, text }];
  setTimeout(() => hideToast(id), ms);
  return id;
}

export function hideToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
