/** A part of the page that is a chunk of its own, and comes when it is wanted first. */
import { signal } from "@preact/signals";

export class Later<T> {
  readonly part = signal<T | null>(null);
  readonly failed = signal(false);
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** null where it did not come; it may be asked for again. */
  async want(): Promise<T | null> {
    try {
      this.part.value ??= await this.#load();
      this.failed.value = false;
    } catch {
      this.failed.value = true;
    }
    return this.part.peek();
  }
}
