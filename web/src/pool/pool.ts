/** What this tab knows of the pool. It stays while other pages are looked at. */
import { batch, computed, signal } from "@preact/signals";
import { asProblem, type Problem } from "../api/http";
import { getPool } from "../api/pool";
import type { Pool } from "../api/types";
import { EMPTY_SEATS, seated, tenantBands } from "./bands";
import { NO_HISTORY, observed } from "./history";
import { Poller } from "./poller";

/** null until the first answer. */
export const pool = signal<Pool | null>(null);
/** Of the newest question; what was known before it stays. */
export const problem = signal<Problem | null>(null);
export const paused = signal(false);

const history = signal(NO_HISTORY);
const seats = signal(EMPTY_SEATS);

export const samples = computed(() => history.value.samples);
export const bands = computed(() => tenantBands(seats.value, samples.value));

const poller = new Poller(ask, () => !paused.peek() && document.visibilityState === "visible");

export const lookNow = () => void poller.look();

export function setPaused(value: boolean): void {
  paused.value = value;
  if (!value) lookNow();
}

/** While the page is on the screen. Returns what ends it. */
export function startPolling(): () => void {
  poller.start();
  const on = ["online", "pageshow", "visibilitychange"];
  for (const name of on) addEventListener(name, lookNow);
  return () => {
    poller.stop();
    for (const name of on) removeEventListener(name, lookNow);
  };
}

async function ask(): Promise<boolean> {
  try {
    receive(await getPool());
  } catch (error) {
    problem.value = asProblem(error);
  }
  return problem.peek() === null;
}

function receive(seen: Pool): void {
  batch(() => {
    pool.value = seen;
    problem.value = null;
    history.value = observed(history.peek(), seen, performance.now());
    seats.value = seated(seats.peek(), samples.value);
  });
}
