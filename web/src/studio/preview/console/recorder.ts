/**
 * Sends what an app says to the server, where it outlives the page: at most so much a second, what
 * is beyond that only counted. Nothing waits for it. While the server is away the same batch is
 * sent again, with the same id, and what comes meanwhile has the room of one more.
 */
import {
  appendConsole,
  type Batch,
  clearConsole,
  type Listed,
  listConsole,
  type StoredEntry,
} from "../../../api/console";
import { asProblem, type Problem } from "../../../api/http";
import { uuid7 } from "../../../api/uuid7";
import { showToast } from "../../../state/toasts";
import type { Positions } from "../positions";
import type { Message } from "../protocol";
import { momentOf, toStored } from "./stored";

const EVERY_MS = 1_000;
const MOST_RETRY_MS = 60_000;
/** Different messages of a second. */
export const MOST = 50;
const SHOWN_AGAIN = 500;
/** What a browser still carries when its page goes. */
const LAST_CHARS = 6_000;
const MAX_COUNT = 1_000_000_000;

export class Recorder {
  private waiting = new Map<string, StoredEntry>();
  private dropped = 0;
  private batch: Batch | null = null;
  private clearing = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private busy = false;
  private failures = 0;
  /** The project is gone. */
  private over = false;
  /** Our batches, until it was told what was there before them. */
  private sent: Set<string> | null = new Set();

  constructor(
    private readonly project: string,
    private readonly positions: Positions,
  ) {}

  add(messages: readonly Message[], dropped: number): void {
    if (this.over) return;
    this.dropped += dropped;
    for (const message of messages) this.one(message);
    this.later(EVERY_MS);
  }

  /** What was said before this page was there, the oldest first. Throws a Problem. */
  async earlier(): Promise<Listed[]> {
    const { items } = await listConsole(this.project, SHOWN_AGAIN);
    const { sent } = this;
    this.sent = null;
    // Without our batches it has been cleared meanwhile.
    return items
      .filter(({ id }) => sent?.has(id.slice(0, id.lastIndexOf("-"))) === false)
      .reverse();
  }

  /** Here and on the server. */
  clear(): void {
    this.waiting.clear();
    this.dropped = 0;
    this.clearing = true;
    this.sent = null;
    this.later(0);
  }

  /** The page goes: what a browser still carries is sent at once. */
  leave(): void {
    const last = this.over || this.clearing ? null : this.take(LAST_CHARS);
    if (last) void appendConsole(this.project, last).catch(() => {});
  }

  private one(message: Message): void {
    const { level, source, text, stack } = message;
    const key = `${level} ${source} ${text}\n${level === "error" ? stack : ""}`;
    const before = this.waiting.get(key);
    if (before) {
      before.count++;
      before.at = momentOf(message.time);
    } else if (this.waiting.size < MOST || (level === "error" && this.makeRoom())) {
      this.waiting.set(key, toStored(message, this.positions));
    } else this.dropped++;
  }

  /** For an error something else goes. */
  private makeRoom(): boolean {
    for (const [key, { level, count }] of this.waiting) {
      if (level === "error") continue;
      this.waiting.delete(key);
      this.dropped += count;
      return true;
    }
    return false;
  }

  private later(ms: number): void {
    if (this.busy || this.over) return;
    if (this.timer !== null) {
      if (ms > 0) return;
      clearTimeout(this.timer);
    }
    this.timer = setTimeout(() => void this.work(), ms);
  }

  /** One call; after it the next, as long as there is something to send. */
  private async work(): Promise<void> {
    this.timer = null;
    this.busy = true;
    const { clearing } = this;
    try {
      await (clearing ? this.wipe() : this.send());
      this.failures = 0;
    } catch (error) {
      this.refused(asProblem(error), clearing);
    }
    this.busy = false;
    if (!this.batch && !this.clearing && this.waiting.size === 0) return;
    this.later(Math.min(EVERY_MS * 2 ** this.failures, MOST_RETRY_MS));
  }

  private async wipe(): Promise<void> {
    this.batch = null;
    await clearConsole(this.project);
    this.clearing = false;
  }

  private async send(): Promise<void> {
    this.batch ??= this.take();
    if (!this.batch) return;
    await appendConsole(this.project, this.batch);
    this.batch = null;
  }

  private refused(problem: Problem, clearing: boolean): void {
    if (problem.passing) {
      this.failures++;
      return;
    }
    this.over = problem.status === 404;
    if (clearing) {
      this.clearing = false;
      showToast(`The console is not cleared: ${problem.message}`);
    } else if (this.batch) {
      this.dropped += this.batch.dropped + countOf(this.batch.entries);
      this.batch = null;
    }
  }

  /** As a batch, of about so many characters, the errors first where that is not all. */
  private take(chars = Number.POSITIVE_INFINITY): Batch | null {
    let left = chars;
    const all = [...this.waiting.values()];
    const byWeight = [...all].sort((one, other) => weight(other) - weight(one));
    const fit = new Set<StoredEntry>();
    for (const entry of byWeight) {
      left -= JSON.stringify(entry).length;
      if (left > 0) fit.add(entry);
    }
    const entries = all.filter((entry) => fit.has(entry));
    const dropped = this.dropped + countOf(all) - countOf(entries);
    if (entries.length === 0) return null;
    const batch = { id: uuid7(), entries, dropped: Math.min(Math.floor(dropped), MAX_COUNT) };
    this.waiting.clear();
    this.dropped = 0;
    this.sent?.add(batch.id);
    return batch;
  }
}

const weight = ({ level }: StoredEntry) => (level === "error" ? 1 : 0);
const countOf = (entries: StoredEntry[]) => entries.reduce((sum, { count }) => sum + count, 0);
