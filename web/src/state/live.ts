/** The answers and image jobs that run now, as this tab sees them; fed by the hub. */
import { signal } from "@preact/signals";
import type { RunEvent } from "../api/types";
import { Sentences } from "../markdown/sentences";
import { StreamingMarkdown } from "../markdown/streaming";
import { Channel } from "../stream/channel";
import type { Branches, FromHub } from "../stream/protocol";
import { applyEvent, judge, newRunView, type RunView } from "../stream/run-view";
import { setModels } from "./models";
import { link } from "./network";

/** Events come by the hundred a second; what is shown changes once a frame. */
export class LiveRun {
  readonly run: string;
  /** Whose answer it is; a job belongs to none. */
  readonly conversation: string | null;
  readonly view = signal<RunView>(newRunView(""));
  readonly markdown = new StreamingMarkdown();
  /** When the newest `run.waiting` came, so that its seconds can be counted down. */
  waitingSince = 0;
  /** Whole sentences, not yet read out. */
  speech: string[] = [];
  #ahead: RunView;
  #sentences = new Sentences();
  #scheduled = false;

  constructor(run: string, conversation: string | null) {
    this.run = run;
    this.conversation = conversation;
    this.#ahead = newRunView(run);
    this.view.value = this.#ahead;
  }

  receive(event: RunEvent): void {
    if (judge(this.#ahead, event) !== "next") return;
    this.#ahead = applyEvent(this.#ahead, event);
    if (event.kind === "run.waiting") this.waitingSince = Date.now();
    if (event.kind === "message.delta") this.#grow(String(event.data.text ?? ""));
    else if (event.kind.startsWith("message.")) this.#begin(this.#ahead.text);
    this.#show();
  }

  replace(view: RunView): void {
    if (view.seq < this.#ahead.seq && this.#ahead.status !== "running") return;
    this.#ahead = view;
    this.waitingSince = Date.now();
    this.#begin(view.text);
    this.#show();
  }

  #grow(text: string): void {
    this.markdown.append(text);
    this.speech.push(...this.#sentences.push(text));
    if (this.speech.length > 40) this.speech.splice(0, this.speech.length - 40);
  }

  #begin(text: string): void {
    this.markdown.reset(text);
    this.#sentences = new Sentences();
    this.speech = [];
  }

  #show(): void {
    if (this.#ahead.status !== "running") {
      this.speech.push(...this.#sentences.end());
      this.view.value = this.#ahead;
      return;
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    const show = () => {
      this.#scheduled = false;
      this.view.value = this.#ahead;
    };
    if (document.visibilityState === "hidden") setTimeout(show, 250);
    else requestAnimationFrame(show);
  }
}

/** Ended runs are kept for their notes (what was trimmed, who stepped in), this many. */
const KEEP_ENDED = 50;

/** A run that the server does not know is asked for again this often: its log may be late. */
const MAX_LOST = 2;

const lost = new Map<string, number>();
const runs = new Map<string, LiveRun>();
const wanted = new Map<string, { fresh: boolean }>();
const endListeners: ((conversation: string, live: LiveRun) => void)[] = [];
let channel: Channel | null = null;

export function startLive(): void {
  channel = new Channel(onMessage);
  sendWanted();
}

export function wakeLive(): void {
  channel?.wake();
}

/** Of conversations' runs. That a job has ended shows in its view. */
export function onAnswerEnded(listener: (conversation: string, live: LiveRun) => void): void {
  endListeners.push(listener);
}

export const liveRun = (run: string | null): LiveRun | null => (run && runs.get(run)) || null;

export const hasEnded = (run: string): boolean => {
  const status = runs.get(run)?.view.peek().status;
  return status !== undefined && status !== "running";
};

/**
 * `conversation`: whose answer it is, null for a job. `fresh`: this tab started the run, and wants
 * its log from the first event.
 */
export function follow(run: string, conversation: string | null, fresh = false): void {
  const status = runs.get(run)?.view.peek().status;
  if (wanted.has(run) || (status && status !== "running" && status !== "unknown")) return;
  if (status === "unknown") {
    const tries = (lost.get(run) ?? 0) + 1;
    if (tries > MAX_LOST) return;
    lost.set(run, tries);
  }
  runs.set(run, new LiveRun(run, conversation));
  wanted.set(run, { fresh });
  sendWanted();
}

const watchers = new Map<string, (branches: Branches) => void>();

/** Be told where a project's branches are from now on; until the result is called. */
export function watchProject(project: string, heard: (branches: Branches) => void): () => void {
  watchers.set(project, heard);
  channel?.watch([...watchers.keys()]);
  return () => {
    watchers.delete(project);
    channel?.watch([...watchers.keys()]);
  };
}

function onMessage(message: FromHub): void {
  if (message.type === "link") link.value = message.link;
  else if (message.type === "models") setModels(message.list);
  else if (message.type === "project") watchers.get(message.project)?.(message.branches);
  else if (message.type === "view") {
    runs.get(message.view.run)?.replace(message.view);
    afterChange([message.view.run]);
  } else if (message.type === "events") {
    for (const event of message.events) runs.get(event.run)?.receive(event);
    afterChange(message.events.map(({ run }) => run));
  }
}

function afterChange(changed: string[]): void {
  const ended = [...new Set(changed)].filter((run) => wanted.has(run) && hasEnded(run));
  if (ended.length === 0) return;
  for (const run of ended) wanted.delete(run);
  sendWanted();
  for (const run of ended) {
    const live = runs.get(run);
    if (live?.conversation == null) continue;
    for (const listener of endListeners) listener(live.conversation, live);
  }
  const old = [...runs.keys()].filter((run) => !wanted.has(run));
  for (const run of old.slice(0, -KEEP_ENDED)) runs.delete(run);
}

function sendWanted(): void {
  channel?.follow([...wanted].map(([run, { fresh }]) => ({ run, fresh })));
}
