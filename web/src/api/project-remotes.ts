/** Projects from elsewhere, and to there. A token is sent, and kept nowhere. */
import { Problem, problemBody, unreachable } from "./http";
import type { Project } from "./projects";

/** Git itself has a minute. */
const TIMEOUT_MS = 90_000;

export interface NewProject {
  id: string;
  name: string;
  model?: string;
}

export interface GitSource extends NewProject {
  url: string;
  branch?: string;
  token?: string;
}

export interface PushTarget {
  url: string;
  token?: string;
  branch: string;
  to?: string;
}

/** Tells how much of the zip is there, from 0 to 1. Only an XMLHttpRequest knows. */
export function importZip(
  zip: Blob,
  project: NewProject,
  onSent: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Project> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", `/api/project-imports?${new URLSearchParams({ ...project })}`);
    call.setRequestHeader("content-type", "application/zip");
    call.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1);
    call.onload = () => {
      const body = parsed(call.responseText);
      if (call.status < 300) resolve(body as Project);
      else reject(new Problem(call.status, body ?? {}));
    };
    call.onerror = () => reject(unreachable(null));
    call.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(zip);
  });
}

export const importRepository = (source: GitSource, signal: AbortSignal): Promise<Project> =>
  post("/api/project-imports/git", source, signal);

export const pushBranch = (
  project: string,
  target: PushTarget,
  signal: AbortSignal,
): Promise<{ branch: string; commit: string }> =>
  post(`/api/projects/${encodeURIComponent(project)}/push`, target, signal);

/** Throws a Problem, or what `signal` was aborted for. */
async function post<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) throw new Problem(response.status, await problemBody(response));
    return (await response.json()) as T;
  } catch (error) {
    if (signal.aborted || error instanceof Problem) throw error;
    throw unreachable(error);
  }
}

function parsed(text: string): object | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" ? body : null;
  } catch {
    return null;
  }
}
