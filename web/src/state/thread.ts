/** The messages of one conversation's shown branch, as far as they are loaded. */
import { signal } from "@preact/signals";
import { asProblem, type Problem } from "../api/http";
import { listMessages } from "../api/messages";
import type { Message } from "../api/types";
import { cutFrom, mergeNewest, prependOlder, replaceMessage, withRun } from "./branch";
import { forgetConversation, isCreating, refreshConversation } from "./conversations";
import { follow, liveRun, onAnswerEnded } from "./live";
import { deletedBefore } from "./undo";

const PAGE = 50;
const KEEP_THREADS = 8;

export class Thread {
  readonly id: string;
  readonly items = signal<Message[]>([]);
  readonly phase = signal<"loading" | "ready" | "missing" | "error">("loading");
  readonly problem = signal<Problem | null>(null);
  readonly hasOlder = signal(false);
  /** The page before did not come. It is asked for again by hand, or after a refresh. */
  readonly olderFailed = signal(false);
  /** A message whose deletion can still be taken back; it and what follows are not shown. */
  readonly hiddenFrom = signal<string | null>(null);
  #cursor: string | null = null;
  #loadingOlder = false;
  /** Counts changes made here, so that a page asked for before one is not laid over it. */
  #version = 0;

  constructor(id: string) {
    this.id = id;
    void this.refresh();
  }

  set(items: Message[]): void {
    this.#version++;
    this.#show(items);
  }

  replace(message: Message): void {
    this.set(replaceMessage(this.items.peek(), message));
  }

  async refresh(): Promise<void> {
    if (isCreating(this.id)) {
      this.phase.value = "ready"; // the server has nothing of it yet
      return;
    }
    const version = this.#version;
    try {
      const [page] = await Promise.all([
        listMessages(this.id, { limit: PAGE }),
        refreshConversation(this.id),
      ]);
      if (version !== this.#version) return this.refresh();
      const { items, connected } = mergeNewest(this.items.peek(), page.items);
      if (!connected || this.phase.peek() !== "ready") this.#setCursor(page.next_cursor);
      this.#show(items);
      this.phase.value = "ready";
      this.olderFailed.value = false;
      for (const listener of refreshListeners) listener(this.id);
    } catch (error) {
      this.problem.value = asProblem(error);
      if ([404, 422].includes(this.problem.value.status)) this.#vanish();
      else if (this.phase.peek() !== "ready") this.phase.value = "error";
    }
  }

  /** Deleted, perhaps on another device. */
  #vanish(): void {
    this.items.value = [];
    this.phase.value = "missing";
    forgetConversation(this.id);
  }

  async loadOlder(): Promise<void> {
    if (!this.#cursor || this.#loadingOlder) return;
    this.#loadingOlder = true;
    const before = this.#cursor;
    try {
      const page = await listMessages(this.id, { limit: PAGE, before });
      if (before !== this.#cursor) return; // the branch was changed meanwhile
      this.#setCursor(page.next_cursor);
      this.#show(prependOlder(this.items.peek(), page.items));
      this.olderFailed.value = false;
    } catch {
      this.olderFailed.value = true;
    } finally {
      this.#loadingOlder = false;
    }
  }

  #setCursor(cursor: string | null): void {
    this.#cursor = cursor;
    this.hasOlder.value = cursor !== null;
  }

  #show(items: Message[]): void {
    for (const { run_id, status } of items) {
      if (run_id && status === "running") follow(run_id, this.id);
    }
    const gone = items.find(({ id }) => deletedBefore.has(id));
    const shown = gone ? cutFrom(items, gone.id) : items;
    this.items.value = shown.map((item) => withRun(item, liveRun(item.run_id)?.view.peek()));
  }
}

const threads = new Map<string, Thread>();
const refreshListeners: ((conversation: string) => void)[] = [];

export function onRefreshed(listener: (conversation: string) => void): void {
  refreshListeners.push(listener);
}

export function threadOf(id: string): Thread {
  let thread = threads.get(id);
  if (thread) threads.delete(id);
  else thread = new Thread(id);
  threads.set(id, thread);
  for (const old of [...threads.keys()].slice(0, -KEEP_THREADS)) threads.delete(old);
  return thread;
}

export const loadedThread = (id: string): Thread | undefined => threads.get(id);

onAnswerEnded((conversation, { run, view }) => {
  const thread = threads.get(conversation);
  const answer = thread?.items.peek().find(({ run_id }) => run_id === run);
  if (!thread) return;
  if (view.peek().status === "unknown" || !answer) void thread.refresh();
  else thread.replace(withRun(answer, view.peek()));
});
