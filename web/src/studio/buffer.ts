/** A file that a person has opened: what they typed, and upon which content. */
import { computed, type Signal, signal } from "@preact/signals";

export interface Theirs {
  sha: string;
  /** null: the file is gone, or is no text any more. */
  text: string | null;
}

export class Buffer {
  readonly path: string;
  readonly text: Signal<string>;
  /** The sha of the content that the text began from; "" for a file that was not there. */
  base: string;
  /** What that content is. */
  readonly saved: Signal<string>;
  readonly saving = signal(false);
  /** Why it was not saved. */
  readonly problem = signal<string | null>(null);
  /** What the file is by now, where that is neither the base nor the text. */
  readonly conflict = signal<Theirs | null>(null);
  readonly dirty = computed(() => this.text.value !== this.saved.value);
  /** The last text that was sent: the server may have it although no answer came. */
  sent: string | null = null;

  constructor(path: string, base: string, saved: string, text = saved) {
    this.path = path;
    this.base = base;
    this.text = signal(text);
    this.saved = signal(saved);
  }

  /** The server has this content now; what was typed meanwhile stays. */
  rebase(sha: string, text: string): void {
    this.base = sha;
    this.saved.value = text;
    this.conflict.value = null;
    this.problem.value = null;
  }
}
