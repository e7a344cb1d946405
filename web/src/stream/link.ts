/**
 * One event stream that is kept open: it reads, and when the stream breaks, ends early or falls
 * silent it opens it again, from wherever `url()` says by then.
 */
import { backoffMs } from "./backoff";
import type { LinkState } from "./protocol";
import { type SseEvent, SseParser } from "./sse";

/** The server sends a comment every 15 s; two and a half of them missing is a dead connection. */
const SILENCE_MS = 40_000;

export interface LinkOptions {
  /** Where to read next; null when there is nothing to read. */
  url(): string | null;
  /** All events of one network chunk together. */
  onEvents(events: SseEvent[]): void;
  onState(state: LinkState): void;
  /** The server refused, with this status. */
  onRefused(status: number): void;
  /** The server ended the stream by itself. */
  onEnd(): void;
  fetch?: typeof fetch;
  silenceMs?: number;
  backoff?: (attempt: number) => number;
}

export class Link {
  readonly #options: LinkOptions;
  #running = false;
  #current: AbortController | null = null;
  #skipWait: (() => void) | null = null;
  #restarting = false;
  #attempt = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** What `url()` gives has changed: read that now, and leave what is open. */
  restart(): void {
    if (!this.#running) {
      this.#running = true;
      void this.#loop();
      return;
    }
    this.#restarting = true;
    this.#current?.abort();
    this.#skipWait?.();
  }

  /** What came makes no sense: read again from the cursors, after the usual wait. */
  retry(): void {
    this.#current?.abort();
  }

  /** Do not wait any longer before the next try. */
  wake(): void {
    this.#attempt = 0;
    this.#skipWait?.();
  }

  async #loop(): Promise<void> {
    const { url, onState, onEnd } = this.#options;
    for (let target = url(); target !== null; target = url()) {
      this.#restarting = false;
      onState("connecting");
      const ended = await this.#read(target);
      if (this.#restarting) continue;
      if (ended) onEnd();
      if (url() === null) break;
      onState("broken");
      await this.#pause();
    }
    this.#running = false;
    onState("idle");
  }

  /** Reads until the stream is over; true when the server ended it. */
  async #read(url: string): Promise<boolean> {
    const controller = new AbortController();
    this.#current = controller;
    let lastByte = Date.now();
    const silence = this.#options.silenceMs ?? SILENCE_MS;
    const watchdog = setInterval(() => {
      if (Date.now() - lastByte > silence) controller.abort();
    }, silence / 8);
    try {
      const response = await (this.#options.fetch ?? fetch)(url, {
        headers: { accept: "text/event-stream" },
        cache: "no-store",
        signal: controller.signal,
      });
      if (!response.ok || !response.body) {
        void response.body?.cancel();
        this.#options.onRefused(response.status);
        return false;
      }
      this.#options.onState("live");
      let batch: SseEvent[] = [];
      const parser = new SseParser((event) => batch.push(event));
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return true;
        if (controller.signal.aborted) return false;
        lastByte = Date.now();
        this.#attempt = 0;
        parser.push(value);
        if (batch.length === 0) continue;
        this.#options.onEvents(batch);
        batch = [];
      }
    } catch {
      return false;
    } finally {
      clearInterval(watchdog);
      controller.abort();
    }
  }

  async #pause(): Promise<void> {
    const wait = (this.#options.backoff ?? backoffMs)(this.#attempt++);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#skipWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#skipWait = null;
  }
}
