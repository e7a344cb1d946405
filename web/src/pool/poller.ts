const EVERY_MS = 1_000;
const AT_MOST_MS = 15_000;

/** Asks again and again while it may, and the less often the longer that fails. */
export class Poller {
  readonly #ask: () => Promise<boolean>;
  readonly #may: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #asking = false;
  #running = false;

  /** `ask` tells whether it went well, and never throws. */
  constructor(ask: () => Promise<boolean>, may: () => boolean) {
    this.#ask = ask;
    this.#may = may;
  }

  start(): void {
    this.#running = true;
    void this.look();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  /** At once; also what goes on after a time in which it might not. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#running || this.#asking || !this.#may()) return;
    this.#asking = true;
    this.#failures = (await this.#ask()) ? 0 : this.#failures + 1;
    this.#asking = false;
    if (this.#running) this.#timer = setTimeout(() => void this.look(), delayMs(this.#failures));
  }
}

/** Doubles up to a limit; after failures with jitter, so that many tabs do not come all at once. */
export function delayMs(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(AT_MOST_MS, EVERY_MS * 2 ** failures);
  return failures === 0 ? EVERY_MS : EVERY_MS + random() * (longest - EVERY_MS);
}
