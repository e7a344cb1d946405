import { request } from "./http";
import type { Page } from "./types";

/** A place in a file of the project; line and column count from 1. */
export interface StoredCall {
  name: string;
  path: string;
  line: number;
  column: number;
}

/** What an app said, `count` times. `calls` led to it, the innermost first. */
export interface StoredEntry {
  level: "debug" | "log" | "info" | "warn" | "error";
  source: "console" | "exception" | "rejection" | "network" | "resource" | "policy";
  text: string;
  calls: StoredCall[];
  count: number;
  at: string;
}

/** `dropped` others came, too. With its id, repeating the call is safe. */
export interface Batch {
  id: string;
  entries: StoredEntry[];
  dropped: number;
}

export type Listed = StoredEntry & { id: string };

const at = (project: string, rest = "") =>
  `/api/projects/${encodeURIComponent(project)}/console${rest}`;

export const appendConsole = (project: string, batch: Batch): Promise<unknown> =>
  request("POST", at(project), batch);

/** The newest first. */
export const listConsole = (project: string, limit: number): Promise<Page<Listed>> =>
  request("GET", at(project, `?limit=${limit}`));

export const clearConsole = (project: string): Promise<void> => request("DELETE", at(project));
