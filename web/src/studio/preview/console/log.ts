/** What an app has said: the newest 2,000 messages, faults that repeat counted as one. */
import { type Signal, signal } from "@preact/signals";
import type { Level, Message } from "../protocol";
import { normalStack } from "../stacks";
import { Ring } from "./ring";

export interface Entry extends Message {
  id: number;
  /** How many times it came. */
  times: number;
  /** It is of before the page was loaded. */
  earlier?: true;
}

export type Counts = Record<Level, number>;

const CAPACITY = 2_000;
const TELL_EVERY_MS = 150;
/** More at a time than anyone reads. */
const FLOOD = 100;
const TELL_FLOOD_EVERY_MS = 500;
const none = (): Counts => ({ error: 0, warn: 0, info: 0, log: 0, debug: 0 });

export class ConsoleLog {
  /** Grows with what is told of changes. */
  readonly version: Signal<number> = signal(0);
  /** Messages that came and are not here: too many at once, or too old. */
  dropped = 0;
  counts: Counts = none();
  /** They come faster than anyone reads. */
  flooded = false;
  /** What was said before the page was loaded; it is in no count. */
  earlier: readonly Entry[] = [];
  /** The server did not tell. */
  earlierFailed = false;

  private readonly ring = new Ring<Entry>(CAPACITY);
  private readonly faults = new Map<string, Entry>();
  private nextId = 1;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private toldAt = 0;
  private untold = 0;

  get entries(): Entry[] {
    return [...this.ring];
  }

  add(messages: readonly Message[], dropped: number): void {
    this.dropped += dropped;
    this.untold += messages.length;
    for (const message of messages) this.one(message);
    this.tell();
  }

  /** What was said before, the oldest first. */
  recall(earlier: readonly Entry[]): void {
    this.earlier = earlier;
    this.earlierFailed = false;
    this.tell();
  }

  notRecalled(): void {
    this.earlierFailed = true;
    this.tell();
  }

  clear(): void {
    this.ring.clear();
    this.faults.clear();
    this.counts = none();
    this.dropped = 0;
    this.tell();
  }

  private one(message: Message): void {
    const before = this.same(message);
    if (before) {
      before.times++;
      return;
    }
    const entry: Entry = { ...message, id: this.nextId++, times: 1 };
    const gone = this.ring.push(entry);
    this.counts[entry.level]++;
    if (entry.level === "error") this.faults.set(keyOf(entry), entry);
    if (!gone) return;
    this.dropped += gone.times;
    this.counts[gone.level]--;
    if (gone.level === "error" && this.faults.get(keyOf(gone)) === gone) {
      this.faults.delete(keyOf(gone));
    }
  }

  /** An error repeats wherever it stands; anything else only right after itself. */
  private same(message: Message): Entry | undefined {
    if (message.level === "error") return this.faults.get(keyOf(message));
    const { last } = this.ring;
    const alike =
      last !== undefined &&
      last.text === message.text &&
      last.level === message.level &&
      last.stack === message.stack &&
      !last.values;
    return alike ? last : undefined;
  }

  /** At once, and then no more often than a person can read. */
  private tell(every = TELL_EVERY_MS): void {
    if (this.timer !== null) return;
    const wait = Math.max(0, this.toldAt + every - performance.now());
    if (wait === 0) this.toldNow();
    else this.timer = setTimeout(() => this.toldNow(), wait);
  }

  private toldNow(): void {
    this.timer = null;
    this.flooded = this.untold > FLOOD;
    this.untold = 0;
    this.toldAt = performance.now();
    this.version.value++;
    // Once more when it is over.
    if (this.flooded) this.tell(TELL_FLOOD_EVERY_MS);
  }
}

const keyOf = ({ text, stack }: Message) => `${text}\n${normalStack(stack ?? "")}`;
