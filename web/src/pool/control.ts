/** What an operator decides about models and tenants. It shows once the gateway has it. */
import { asProblem } from "../api/http";
import { changeModel, changeTenant, type ModelChange, type Share, unloadModel } from "../api/pool";
import type { Pool, PoolModel } from "../api/types";
import { showToast } from "../state/toasts";
import { lookNow, pool } from "./pool";

export const change = (id: string, fields: ModelChange) =>
  decided("models", id, changeModel(id, fields));

export const unload = (id: string) => decided("models", id, unloadModel(id));

/** Waits for it, so that what was typed stays until then. */
export const changeShare = (id: string, share: Partial<Share>) =>
  decided("tenants", id, changeTenant(id, share));

async function decided(what: "models" | "tenants", id: string, call: Promise<object>) {
  try {
    const decision = await call;
    pool.value = pool.value && withDecision(pool.value, what, id, decision);
    lookNow();
  } catch (error) {
    showToast(asProblem(error).message);
    pool.value = pool.value && { ...pool.value }; // what was chosen in vain goes back
  }
}

function withDecision(seen: Pool, what: "models" | "tenants", id: string, decision: object): Pool {
  const changed = seen[what].map((each) => (each.id === id ? { ...each, ...decision } : each));
  return { ...seen, [what]: changed };
}

/** The limits that may be chosen: the least never above the most. */
export function limits({ min_replicas, max_replicas, most_replicas }: PoolModel) {
  const counts = Array.from({ length: most_replicas + 1 }, (_, count) => count);
  return {
    least: counts.filter((count) => count <= max_replicas),
    most: counts.filter((count) => count >= Math.max(1, min_replicas)),
  };
}
