/** Messages on their way to the page: in batches, and never more than it can take. */
import type { Message } from "../protocol";

const EVERY_MS = 50;
const MAX_WAITING = 1_000;
const MAX_BATCH_CHARS = 500_000;

export class Outbox {
  private waiting: Message[] = [];
  private sizes: number[] = [];
  /** Of the waiting ones, how many at the front are dropped already. */
  private gone = 0;
  private chars = 0;
  private dropped = 0;
  private seq = 0;
  private sentAt = 0;
  private timer: number | null = null;
  /** Whether an error has ever been told. */
  hasFailed = false;
  // An app may replace these.
  private readonly later = setTimeout.bind(globalThis);
  private readonly now = Date.now;

  constructor(private readonly send: (messages: Message[], dropped: number) => void) {}

  /** In the order of the calls. The oldest go where they come faster than they may leave. */
  add(message: Omit<Message, "seq" | "time">): void {
    const time = this.now();
    this.hasFailed ||= message.level === "error";
    const size = sizeOf(message);
    this.waiting.push({ seq: ++this.seq, time, ...message });
    this.sizes.push(size);
    this.chars += size;
    while (this.waiting.length - this.gone > MAX_WAITING || this.chars > MAX_BATCH_CHARS) {
      this.chars -= this.sizes[this.gone++] ?? 0;
    }
    if (this.gone > MAX_WAITING) this.forget();
    // What never returns to its timers, a long loop, is heard all the same.
    if (time - this.sentAt >= EVERY_MS) this.flush();
    else this.timer ??= this.later(() => this.flush(), EVERY_MS) as unknown as number;
  }

  flush(): void {
    this.timer = null;
    this.forget();
    if (this.waiting.length === 0 && this.dropped === 0) return;
    const { waiting, dropped } = this;
    this.waiting = [];
    this.sizes = [];
    this.chars = this.dropped = 0;
    this.sentAt = this.now();
    this.send(waiting, dropped);
  }

  private forget(): void {
    this.waiting.splice(0, this.gone);
    this.sizes.splice(0, this.gone);
    this.dropped += this.gone;
    this.gone = 0;
  }
}

/** About how many characters it is on the wire; values were bounded when they were made. */
function sizeOf(message: Omit<Message, "seq" | "time">): number {
  const inside = message.values ? JSON.stringify(message.values).length : 0;
  return message.text.length + (message.stack?.length ?? 0) + inside + 100;
}
