/**
 * Scrolls a thread of any length with a window of its rows in the document.
 *
 * Two rules: while the bottom is followed, the bottom stays in view; otherwise the first row in
 * view (the anchor) stays where it is, whatever is loaded, measured or grows around it.
 */
import { signal } from "@preact/signals";
import { type Drawn, drawnRows, type Rows, type RowWindow, windowAtEnd, windowOf } from "./window";

const OVERSCAN = 900;
/** Scrolling down to within this of the end means following it again. */
const NEAR_END = 24;

export class RowScroller {
  readonly window = signal<RowWindow>({ start: 0, end: 0, above: 0, below: 0 });
  readonly following = signal(true);
  #rows: Rows = { keys: [], height: () => 0 };
  #guess: (key: string) => number = () => 0;
  readonly #heights = new Map<string, number>();
  readonly #elements = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #observer: ResizeObserver;
  #box: HTMLElement | null = null;
  #anchor: { key: string; offset: number } | null = null;
  #lastTop = 0;

  constructor() {
    this.#observer = new ResizeObserver((entries) => this.#measured(entries));
  }

  attach(box: HTMLElement): () => void {
    this.#box = box;
    this.#observer.observe(box);
    this.update();
    return () => {
      this.#observer.disconnect();
      this.#box = null;
    };
  }

  /**
   * Called while drawing, so that what is drawn fits the rows of then. Those in `kept`, and the
   * one with the keyboard's focus, are drawn wherever they are.
   */
  setRows(keys: string[], guess: (key: string) => number, kept: Iterable<string>): Drawn {
    this.#guess = guess;
    this.#rows = { keys, height: (key) => this.#heights.get(key) ?? this.#guess(key) };
    const focused = document.activeElement?.closest(".thread-row");
    const focusedKey = focused ? this.#keys.get(focused) : undefined;
    const stay = new Set(focusedKey === undefined ? kept : [...kept, focusedKey]);
    return drawnRows(this.#rows, this.#compute(), stay);
  }

  /** Ref of a row. */
  row(key: string, element: HTMLElement | null): void {
    const before = this.#elements.get(key);
    if (before && before !== element) this.#observer.unobserve(before);
    if (!element) {
      this.#elements.delete(key);
      return;
    }
    this.#elements.set(key, element);
    this.#keys.set(element, key);
    this.#observer.observe(element);
  }

  onScroll(): void {
    const box = this.#box;
    if (!box || Math.abs(box.scrollTop - this.#lastTop) < 1) return; // our own doing
    const up = box.scrollTop < this.#lastTop;
    this.following.value = this.#left(box) < (up ? 2 : NEAR_END);
    this.#lastTop = box.scrollTop;
    this.#setAnchor();
    this.update();
  }

  toEnd(): void {
    this.following.value = true;
    this.update();
  }

  /** The row stays where it is, or comes into view, whatever grows at the end. */
  hold(key: string): void {
    const row = this.#elements.get(key);
    if (!this.#box || !row) return;
    const room = this.#box.clientHeight - row.offsetHeight;
    const offset = Math.max(0, Math.min(topIn(this.#box, row), room));
    this.#anchor = { key, offset };
    this.following.value = false;
    this.update();
  }

  /** Nothing is held any more: where the end is in view, it is followed again. */
  release(): void {
    if (!this.#box || this.following.peek()) return;
    this.following.value = this.#left(this.#box) < NEAR_END;
  }

  update(): void {
    if (!this.#box) return;
    const next = this.#compute();
    const now = this.window.peek();
    const same = next.start === now.start && next.end === now.end;
    if (same && next.above === now.above && next.below === now.below) this.settle();
    else this.window.value = next;
  }

  /** After each drawing: puts the end, or the anchor, back to where it belongs. */
  settle(): void {
    const box = this.#box;
    if (!box) return;
    if (this.following.peek()) {
      this.#scrollTo(box, box.scrollHeight);
      return;
    }
    const row = this.#anchor && this.#elements.get(this.#anchor.key);
    if (!this.#anchor || !row) {
      this.#setAnchor();
      return;
    }
    const moved = topIn(box, row) - this.#anchor.offset;
    if (Math.abs(moved) >= 1) this.#scrollTo(box, box.scrollTop + moved);
  }

  /** Remembers where that led, since the scroll event that follows is not the person's. */
  #scrollTo(box: HTMLElement, top: number): void {
    box.scrollTop = top;
    this.#lastTop = box.scrollTop;
  }

  #left({ scrollHeight, clientHeight, scrollTop }: HTMLElement): number {
    return scrollHeight - clientHeight - scrollTop;
  }

  /** Where the reader is near the first row that is loaded. */
  get nearStart(): boolean {
    return this.window.peek().start < 8 && (this.#box?.scrollTop ?? 0) < 2_500;
  }

  #compute(): RowWindow {
    const view = this.#box?.clientHeight ?? 800;
    if (this.following.peek()) return windowAtEnd(this.#rows, view, OVERSCAN);
    return windowOf(this.#rows, this.#top(), view, OVERSCAN);
  }

  /** The scroll position by the anchor, which holds while rows are added above it. */
  #top(): number {
    const top = this.#box?.scrollTop ?? 0;
    const at = this.#anchor ? this.#rows.keys.indexOf(this.#anchor.key) : -1;
    if (!this.#anchor || at < 0) return top;
    let offset = 0;
    for (const key of this.#rows.keys.slice(0, at)) offset += this.#rows.height(key);
    return offset - this.#anchor.offset;
  }

  #setAnchor(): void {
    const box = this.#box;
    if (!box) return;
    this.#anchor = null;
    const { start, end } = this.window.peek();
    for (const key of this.#rows.keys.slice(start, end)) {
      const row = this.#elements.get(key);
      if (!row) continue;
      const offset = topIn(box, row);
      if (offset + row.offsetHeight <= 0) continue;
      this.#anchor = { key, offset };
      return;
    }
  }

  #measured(entries: ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const key = this.#keys.get(target);
      const height = borderBoxSize[0]?.blockSize;
      if (key !== undefined && height !== undefined && target.isConnected) {
        this.#heights.set(key, height);
      }
    }
    this.update();
  }
}

function topIn(box: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top;
}
