import { Problem, problemBody, request, unreachable } from "./http";
import type { Page } from "./types";

/** `commit` is the newest of `branch`. */
export interface Project {
  id: string;
  name: string;
  branch: string;
  commit: string;
  /** Where one asks for changes to it. */
  conversation_id?: string;
  created_at: string;
  updated_at: string;
}

/** `sha` names the content, as git does; `size` is bytes. */
export interface FileEntry {
  path: string;
  sha: string;
  size: number;
}

export interface Commit {
  sha: string;
  parents: string[];
  message: string;
  author: string;
  at: string;
}

/** `count` lines from `line` on are as `commit` left them; `commits` are those of all lines. */
export interface Blame {
  lines: { line: number; count: number; commit: string }[];
  commits: Commit[];
}

export interface Found {
  path: string;
  line: number;
  text: string;
}

const TIMEOUT_MS = 60_000;

const at = (id: string, rest = "") => `/api/projects/${encodeURIComponent(id)}${rest}`;
const query = (values: Record<string, string>) => `?${new URLSearchParams(values)}`;

export const listProjects = (cursor: string | null = null): Promise<Page<Project>> =>
  request("GET", `/api/projects?limit=30${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

export const getProject = (id: string): Promise<Project> => request("GET", at(id));

export const createProject = (body: {
  id: string;
  name: string;
  model?: string;
}): Promise<Project> => request("POST", "/api/projects", body);

export const renameProject = (id: string, name: string): Promise<Project> =>
  request("PATCH", at(id), { name });

export const deleteProject = (id: string): Promise<void> => request("DELETE", at(id));

/** Of a commit, by its sha or as the newest of a branch. */
export const listFiles = (
  id: string,
  of: { commit: string } | { branch: string },
): Promise<{ commit: string; items: FileEntry[] }> =>
  request("GET", at(id, `/files${query({ ...of })}`));

export async function readFile(id: string, path: string, commit: string): Promise<ArrayBuffer> {
  return (await bytes("GET", at(id, `/file${query({ path, commit })}`))).arrayBuffer();
}

/** `base` is the sha of the content that was seen, empty for a file that was not there. */
export async function writeFile(
  id: string,
  branch: string,
  path: string,
  base: string,
  content: BodyInit,
): Promise<Project> {
  return (await bytes("PUT", at(id, `/file${query({ path, base, branch })}`), content)).json();
}

export const deleteFile = (
  id: string,
  branch: string,
  { path, sha }: FileEntry,
): Promise<Project> => request("DELETE", at(id, `/file${query({ path, base: sha, branch })}`));

export const moveFile = (
  id: string,
  branch: string,
  { path, sha }: FileEntry,
  to: string,
): Promise<Project> =>
  request("POST", at(id, `/file/move${query({ path, to, base: sha, branch })}`));

/** From a commit back, the newest first. */
export const listCommits = (
  id: string,
  from: string,
): Promise<{ items: Commit[]; next: string | null }> =>
  request("GET", at(id, `/log${query({ from })}`));

export async function readDiff(id: string, before: string, after: string): Promise<string> {
  return (await bytes("GET", at(id, `/diff${query({ before, after })}`))).text();
}

/** A new commit with the files of an older one. */
export const restoreCommit = (
  id: string,
  branch: string,
  commit: string,
  base: string,
): Promise<Project> => request("POST", at(id, "/restore"), { commit, base, branch });

/** Takes back what that one commit changed. */
export const revertCommit = (
  id: string,
  branch: string,
  commit: string,
  base: string,
): Promise<Project> => request("POST", at(id, "/revert"), { commit, base, branch });

export const readBlame = (id: string, path: string, commit: string): Promise<Blame> =>
  request("GET", at(id, `/blame${query({ path, commit })}`));

export const searchFiles = (id: string, branch: string, q: string): Promise<{ items: Found[] }> =>
  request("GET", at(id, `/search${query({ q, branch })}`));

export const zipUrl = (id: string, branch: string) => at(id, `/zip${query({ branch })}`);

/** For bodies that are no JSON. Throws a Problem. */
async function bytes(method: "GET" | "PUT", path: string, body?: BodyInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: body === undefined ? {} : { "content-type": "application/octet-stream" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw unreachable(error);
  }
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  return response;
}
