/** What is at work and what waits, added up. Pure. */
import type { PoolModel, PoolNode } from "../api/types";

export const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
};

export const held = (model: PoolModel): number => sum(Object.values(model.held));

export const waiting = (model: PoolModel): number => sum(Object.values(model.waiting));

export const heldIn = (models: PoolModel[]): number => sum(models.map(held));

export const waitingIn = (models: PoolModel[]): number => sum(models.map(waiting));

export const waitingOf = (tenant: string, models: PoolModel[]): number =>
  sum(
    models.map((model) => (Object.hasOwn(model.waiting, tenant) ? model.waiting[tenant] : 0) ?? 0),
  );

/** Seconds that a newcomer would wait where it is worst. */
export const longestWait = (models: PoolModel[]): number =>
  Math.max(0, ...models.map(({ wait_s }) => wait_s));

export interface Capacity {
  what: "GPUs" | "CPUs";
  used: number;
  all: number;
}

/** Of the machines that live: their GPUs, or their CPUs where there is no GPU. */
export function capacity(nodes: PoolNode[]): Capacity {
  const alive = nodes.filter((node) => node.alive);
  const gpus = sum(alive.map((node) => node.gpus));
  if (gpus > 0) {
    return { what: "GPUs", used: gpus - sum(alive.map((node) => node.free_gpus)), all: gpus };
  }
  const cpus = sum(alive.map((node) => node.cpus));
  return { what: "CPUs", used: cpus - sum(alive.map((node) => node.free_cpus)), all: cpus };
}
