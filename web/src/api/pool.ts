import { request } from "./http";
import type { Pool } from "./types";

export const getPool = (): Promise<Pool> => request("GET", "/api/pool");
