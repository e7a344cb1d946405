/** The last minutes of the pool, from counters that only grow (and begin anew at a restart). Pure. */
import type { Pool } from "../api/types";
import { waitingIn } from "./sums";

export const KEEP_MS = 300_000;
/** A request is charged when it ends, so a rate is the mean of as long as this. */
export const SMOOTH_MS = 10_000;
/** After a longer pause nobody can say when what was received in it was received. */
const PAUSE_MS = 60_000;

type ByTenant = ReadonlyMap<string, number>;

export interface Sample {
  /** Milliseconds of a clock that only goes forward. */
  at: number;
  /** Since the sample before; 0 where there is none, or where it is of before a pause. */
  seconds: number;
  /** GPU-milliseconds received since the sample before. */
  gained: ByTenant;
  /** GPU-milliseconds a second. */
  rates: ByTenant;
  waiting: number;
}

export interface History {
  /** The newest that is known of each tenant. */
  served: ByTenant;
  /** The oldest first. */
  samples: readonly Sample[];
}

export const NO_HISTORY: History = { served: new Map(), samples: [] };

export function observed(history: History, pool: Pool, at: number): History {
  const now = new Map(pool.tenants.map(({ id, served_ms }) => [id, served_ms]));
  const kept = history.samples.filter((sample) => sample.at > at - KEEP_MS);
  const elapsed = at - (kept.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
  const follows = elapsed > 0 && elapsed <= PAUSE_MS;
  const seconds = follows ? elapsed / 1000 : 0;
  const gained = follows ? increases(history.served, now) : new Map();
  const sample = { at, seconds, gained, rates: new Map(), waiting: waitingIn(pool.models) };
  const rates = ratesOf(recent([...kept, sample], SMOOTH_MS));
  return {
    served: new Map([...history.served, ...now]),
    samples: [...kept, { ...sample, rates }],
  };
}

/** Who has received something, and how much. A smaller count is one that began anew at 0. */
export function increases(before: ByTenant, now: ByTenant): Map<string, number> {
  const found = new Map<string, number>();
  for (const [tenant, served] of now) {
    const known = before.get(tenant) ?? 0;
    const gained = served < known ? served : served - known;
    if (gained > 0) found.set(tenant, gained);
  }
  return found;
}

/** What each tenant received of all that was received lately, 0 to 1. */
export function sharesOf(samples: readonly Sample[], lastMs: number): Map<string, number> {
  const sums = totals(recent(samples, lastMs));
  const all = [...sums.values()].reduce((sum, ms) => sum + ms, 0);
  return new Map([...sums].map(([tenant, ms]) => [tenant, all > 0 ? ms / all : 0]));
}

/** GPU-milliseconds by tenant. */
export function totals(samples: readonly Sample[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { gained } of samples) {
    for (const [tenant, ms] of gained) sums.set(tenant, (sums.get(tenant) ?? 0) + ms);
  }
  return sums;
}

/** Those whose time, all together, is the last so many milliseconds. */
function recent(samples: readonly Sample[], lastMs: number): readonly Sample[] {
  const from = (samples.at(-1)?.at ?? 0) - lastMs;
  const first = samples.findIndex(({ at }) => at > from);
  return first < 0 ? [] : samples.slice(first);
}

function ratesOf(samples: readonly Sample[]): ByTenant {
  const seconds = samples.reduce((sum, sample) => sum + sample.seconds, 0);
  return new Map([...totals(samples)].map(([tenant, ms]) => [tenant, ms / seconds]));
}
