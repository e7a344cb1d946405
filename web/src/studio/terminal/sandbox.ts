/** What the terminal asks of the sandbox's API. */
import { request } from "../../api/http";

interface Synced {
  commit: string;
  to_sandbox: string[];
  to_project: string[];
  conflicts: string[];
  skipped: { path: string; reason: string }[];
}

const place = (projectId: string) => `/api/projects/${projectId}/sandbox`;

export const restart = (projectId: string) =>
  request<unknown>("POST", `${place(projectId)}/restart`);

export const sync = (projectId: string, branch: string) =>
  request<Synced>("POST", `${place(projectId)}/sync`, { branch });

/** Give the sandbox the files of a branch. */
export const switchTo = (projectId: string, branch: string) =>
  request<unknown>("POST", `${place(projectId)}?branch=${encodeURIComponent(branch)}`);

/** Where a browser finds the server that listens at a port of the sandbox. */
export const openPort = (projectId: string, port: number) =>
  request<{ url: string }>("POST", `${place(projectId)}/ports/${port}`);

/** What a sync did, in one line. */
export function inWords({ to_sandbox, to_project, conflicts, skipped }: Synced): string {
  const parts = [
    to_project.length > 0 && `${files(to_project.length)} came back as a commit`,
    to_sandbox.length > 0 && `${files(to_sandbox.length)} went into the sandbox`,
    conflicts.length > 0 &&
      `changed on both sides and left as they are: ${conflicts.slice(0, 3).join(", ")}`,
    skipped[0] && `${files(skipped.length)} left out (${skipped[0].path}: ${skipped[0].reason})`,
  ].filter((part) => part !== false && part !== undefined);
  return parts.length > 0 ? `${parts.join("; ")}.` : "Both sides have the same files.";
}

function files(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
