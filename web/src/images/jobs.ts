/**
 * Jobs as cards: from the moment that one is asked for until its pictures stand in the gallery.
 *
 * Each has its id from the start and lies in localStorage until the server has acknowledged it, so
 * that a retry or a reload can neither lose it nor draw it twice.
 */
import { batch, effect, signal } from "@preact/signals";
import { asProblem, type Problem } from "../api/http";
import { getJob, listJobs, type NewImageJob, postJob } from "../api/images";
import { cancelRun } from "../api/messages";
import type { ImageJob } from "../api/types";
import { uuid7 } from "../api/uuid7";
import { speak } from "../shell/speech";
import { follow, type LiveRun, liveRun } from "../state/live";
import { onStoredElsewhere, readStored, writeStored } from "../state/stored";
import { showToast } from "../state/toasts";
import { beingDrawn, receiveDrawn } from "./gallery";
import { thumbnailsLoaded } from "./preload";
import { endingSaid } from "./words";

export interface Job {
  id: string;
  asked: NewImageJob;
  status: "sending" | "unsent" | ImageJob["status"];
  /** Why it was not sent, or failed. */
  detail: string | null;
  cancelling: boolean;
  /** How many pictures it had when it ended. */
  drawn: number;
  live: LiveRun | null;
}

const KEY = "images.unsent";
const LISTED = 20;
const RETRY_MS = 3_000;

/** The newest first. */
export const jobs = signal<Job[]>([]);

/** Also while only its sending is under way. */
export const isRunning = ({ status }: Job) => status === "sending" || status === "running";

/** Shows it at once. `problem` is why it did not get through, if it did not. */
export async function draw(
  wanted: Omit<NewImageJob, "id">,
): Promise<{ id: string; problem: Problem | null }> {
  const id = uuid7();
  return { id, problem: await deliver({ ...wanted, id }) };
}

export const retryJob = ({ asked }: Job): Promise<unknown> => deliver(asked);

/** The same settings once more; what failed goes. */
export function drawAgain(job: Job): void {
  discardJob(job.id);
  void draw(job.asked);
}

export function discardJob(id: string): void {
  forget(id);
  jobs.value = jobs.value.filter((job) => job.id !== id);
}

export async function cancelJob(id: string): Promise<void> {
  change(id, { cancelling: true });
  if (find(id)?.status !== "running") return; // it is cancelled as soon as the server has it
  try {
    await cancelRun(id);
  } catch (error) {
    change(id, { cancelling: false });
    showToast(`Not cancelled: ${asProblem(error).message}`);
  }
}

/** At the start, and on coming back: what other tabs and devices have begun or ended. */
export async function refreshJobs(): Promise<void> {
  for (const asked of unsent()) if (!find(asked.id)) void deliver(asked);
  try {
    for (const job of (await listJobs(LISTED)).items) receive(job);
  } catch {
    // What is shown stays; the gallery, asked for at the same time, says what is wrong.
  }
}

async function deliver(asked: NewImageJob): Promise<Problem | null> {
  remember(asked);
  put({ ...fresh(asked), status: "sending" });
  try {
    receive(await postJob(asked), true);
    forget(asked.id);
    return null;
  } catch (error) {
    const problem = asProblem(error);
    if (find(asked.id)?.status === "sending") {
      change(asked.id, { status: "unsent", detail: problem.message, cancelling: false });
    }
    return problem;
  }
}

/** What the server says of a job. One that ended is of interest only where its card is. */
function receive(job: ImageJob, isNew = false): void {
  const shown = find(job.id);
  if (job.status !== "running") {
    if (shown && isRunning(shown)) void settle(job);
    return;
  }
  if (shown?.status === "running" && shown.live) return;
  const { id } = job;
  const asked = askedOf(job);
  put({ ...(shown ?? fresh(asked)), asked, status: "running", detail: null });
  watch(id, isNew);
  if (shown?.cancelling) void cancelJob(id);
}

/** What was asked for, as it may be asked for again. */
function askedOf({ id, model, settings }: ImageJob): NewImageJob {
  const { input_id, mask_id, strength, ...others } = settings;
  return { id, model, ...others, ...(input_id && { input_id, mask_id, strength }) };
}

function watch(id: string, isNew: boolean): void {
  follow(id, null, isNew);
  const live = liveRun(id);
  if (!live) return;
  change(id, { live });
  const stop = effect(() => {
    if (live.view.value.status === "running") return;
    queueMicrotask(() => {
      stop();
      void finish(id);
    });
  });
}

/** Its events have ended; the server knows what became of it. */
async function finish(id: string): Promise<void> {
  try {
    const job = await getJob(id);
    if (job.status !== "running") return await settle(job);
  } catch (error) {
    if (asProblem(error).status === 404) return discardJob(id);
  }
  setTimeout(() => void finish(id), RETRY_MS);
}

/** The pictures move from the card to the gallery in one go, once they can be shown there. */
async function settle(job: ImageJob): Promise<void> {
  await thumbnailsLoaded(job.images);
  const shown = find(job.id);
  if (!shown || !isRunning(shown)) return; // another answer was quicker
  forget(job.id);
  batch(() => {
    receiveDrawn(job.images);
    if (job.status === "completed") discardJob(job.id);
    else {
      const detail = job.error?.detail ?? null;
      change(job.id, { status: job.status, detail, drawn: job.images.length, cancelling: false });
    }
  });
  speak([endingSaid(job.status, job.images.length), job.error?.detail ?? ""]);
}

function fresh(asked: NewImageJob): Job {
  const { id } = asked;
  const nothing = { detail: null, cancelling: false, drawn: 0, live: null };
  return { id, asked, status: "running", ...nothing };
}

const find = (id: string) => jobs.peek().find((job) => job.id === id);

/** Ids begin with the time. */
function put(job: Job): void {
  const others = jobs.peek().filter(({ id }) => id !== job.id);
  jobs.value = [job, ...others].sort((a, b) => (a.id < b.id ? 1 : -1));
}

function change(id: string, patch: Partial<Job>): void {
  jobs.value = jobs.peek().map((job) => (job.id === id ? { ...job, ...patch } : job));
}

/** Read anew each time, since another tab may have changed it a moment ago. */
const unsent = () => readStored<NewImageJob[]>(KEY, []);

function remember(asked: NewImageJob): void {
  writeStored(KEY, [...unsent().filter(({ id }) => id !== asked.id), asked]);
}

function forget(id: string): void {
  const before = unsent();
  const left = before.filter((asked) => asked.id !== id);
  if (left.length < before.length) writeStored(KEY, left.length > 0 ? left : null);
}

effect(() => {
  beingDrawn.value = new Set(jobs.value.filter(isRunning).map(({ id }) => id));
});

onStoredElsewhere(KEY, () => {
  // Another tab's: it sends them itself, and the server has heard of those that are gone.
  if (unsent().length === 0) void refreshJobs();
});
