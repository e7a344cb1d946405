/**
 * A deletion shows at once and happens some seconds later, unless it is taken back. Leaving the
 * page carries it out.
 */
import { asProblem } from "../api/http";
import { readStored, writeStored } from "./stored";
import { hideToast, showToast, UNDO_MS } from "./toasts";

interface Undoable {
  /** Of what is deleted. */
  id: string;
  text: string;
  /** Only these are carried out before a new message is sent to the conversation. */
  conversation?: string;
  carryOut: () => Promise<void>;
  takeBack: () => void;
}

const KEY = "leaving";

/** Deleted as the page before this one was left: the server may list it a moment longer. */
export const deletedBefore: ReadonlySet<string> = new Set(readStored<string[]>(KEY, []));
writeStored(KEY, null);

const waiting = new Map<Undoable, { timer: number; toast: number }>();

export function undoable(job: Undoable): void {
  const undo = () => {
    if (forget(job)) job.takeBack();
  };
  const toast = showToast(job.text, { label: "Undo", run: undo }, UNDO_MS);
  const timer = window.setTimeout(() => void carryOut(job), UNDO_MS);
  waiting.set(job, { timer, toast });
}

export async function carryOutFor(conversation: string): Promise<void> {
  const jobs = [...waiting.keys()].filter((job) => job.conversation === conversation);
  await Promise.all(jobs.map((job) => carryOut(job)));
}

function forget(job: Undoable): boolean {
  const entry = waiting.get(job);
  if (!entry) return false;
  clearTimeout(entry.timer);
  hideToast(entry.toast);
  return waiting.delete(job);
}

async function carryOut(job: Undoable): Promise<void> {
  if (!forget(job)) return;
  try {
    await job.carryOut();
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 404) return; // gone already is what was wanted
    job.takeBack();
    showToast(`Not deleted: ${problem.message}`);
  }
}

addEventListener("pagehide", () => {
  const jobs = [...waiting.keys()];
  if (jobs.length > 0)
    writeStored(
      KEY,
      jobs.map(({ id }) => id),
    );
  for (const job of jobs) void carryOut(job);
});
