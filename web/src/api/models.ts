import { request } from "./http";
import type { Model } from "./types";

/** Model ids may hold slashes ("Qwen/Qwen3-8B"). */
const path = (id: string) => `/api/models/${encodeURIComponent(id)}`;

export const loadModel = (id: string): Promise<Model> => request("POST", `${path(id)}/load`);

export const pullModel = (id: string): Promise<Model> => request("POST", `${path(id)}/pull`);
