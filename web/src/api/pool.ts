import { request } from "./http";
import type { ModelControl, Pool, PoolTenant } from "./types";

/** What is left out stays; null goes back to what the catalogue says. */
export type ModelChange = Partial<Pick<ModelControl, "drained">> & {
  min_replicas?: number | null;
  max_replicas?: number | null;
};

export const getPool = (): Promise<Pool> => request("GET", "/api/pool");

export const changeModel = (id: string, change: ModelChange): Promise<ModelControl> =>
  request("PATCH", `/api/pool/models/${encodeURIComponent(id)}`, change);

export const unloadModel = (id: string): Promise<ModelControl> =>
  request("POST", `/api/pool/models/${encodeURIComponent(id)}/unload`);

export type Share = Pick<PoolTenant, "weight" | "daily_budget_ms">;

export const changeTenant = (id: string, share: Partial<Share>): Promise<Share> =>
  request("PATCH", `/api/pool/tenants/${encodeURIComponent(id)}`, share);
