/** Which tenants have a colour, and what is drawn of each. Pure. */
import { type Sample, totals } from "./history";
import { sum } from "./sums";

/** Each seat is a colour, `--series-0` to `--series-4`. */
export type Seats = readonly (string | null)[];

export const EMPTY_SEATS: Seats = [null, null, null, null, null];
/** The colour of all the others together. */
const OTHERS = 5;

export interface Band {
  name: string;
  /** The number of its colour, or the name of one. */
  colour: string;
  /** One for each sample. */
  values: number[];
}

/** Who received most has a colour, and keeps it while that is so. */
export function seated(seats: Seats, samples: readonly Sample[]): Seats {
  const ranking = [...totals(samples)].sort(([, a], [, b]) => b - a);
  const top = ranking.slice(0, seats.length).map(([tenant]) => tenant);
  const stay = seats.map((tenant) => (tenant !== null && top.includes(tenant) ? tenant : null));
  const newcomers = top.filter((tenant) => !stay.includes(tenant));
  return stay.map((tenant) => tenant ?? newcomers.shift() ?? null);
}

export function tenantBands(seats: Seats, samples: readonly Sample[]): Band[] {
  const bands = seats.flatMap((tenant, seat) => {
    if (tenant === null) return [];
    const values = samples.map(({ rates }) => rates.get(tenant) ?? 0);
    return [{ name: tenant, colour: `var(--series-${seat})`, values }];
  });
  const others = samples.map(({ rates }) =>
    sum([...rates].map(([tenant, rate]) => (seats.includes(tenant) ? 0 : rate))),
  );
  if (others.every((rate) => rate === 0)) return bands;
  return [...bands, { name: "Others", colour: `var(--series-${OTHERS})`, values: others }];
}

/** The newest of each band as a part of all of them, 0 to 1. */
export function currentShares(bands: Band[]): number[] {
  const newest = bands.map(({ values }) => values.at(-1) ?? 0);
  const all = sum(newest);
  return newest.map((value) => (all > 0 ? value / all : 0));
}

/** The upper edge of each band, where each stands on the one before. */
export function stacked(bands: Band[]): number[][] {
  const edges: number[][] = [];
  for (const { values } of bands) {
    const below = edges.at(-1);
    edges.push(values.map((value, i) => value + (below?.[i] ?? 0)));
  }
  return edges;
}
