import { request } from "./http";
import type { Commit, Project } from "./projects";
import type { Page } from "./types";

/** `ahead` are commits that main lacks, `behind` those that only main has. */
export interface Branch {
  name: string;
  commit: Commit;
  ahead: number;
  behind: number;
}

export type ConflictKind =
  | "content"
  | "binary"
  | "added"
  | "deleted"
  | "renamed"
  | "folder"
  | "case";

/** A file that somebody has to decide about; of each side the sha of its content. */
export interface Conflict {
  path: string;
  kind: ConflictKind;
  base: string | null;
  ours: string | null;
  theirs: string | null;
}

export interface FileChange {
  path: string;
  change: "added" | "modified" | "deleted";
}

/** What a merge would do. `ours` is the newest commit of the branch that is merged into. */
export interface MergePreview {
  kind: "up_to_date" | "fast_forward" | "merge" | "conflict";
  base: string | null;
  ours: string;
  theirs: string;
  files: FileChange[];
  conflicts: Conflict[];
}

/** null where a side has no such file, or one that is no text. */
export interface ConflictTexts {
  path: string;
  kind: ConflictKind;
  base: string | null;
  ours: string | null;
  theirs: string | null;
  /** Both, with conflict markers. */
  merged: string | null;
}

export type Strategy = "merge" | "squash" | "fast_forward";

export type Resolution =
  | { take: "ours" | "theirs" | "delete" }
  | { take: "content"; content: string };

/** `base` are the commits that were seen. */
export interface MergeChoices {
  base: { ours: string; theirs: string };
  strategy: Strategy;
  favour?: "ours" | "theirs";
  resolutions?: Record<string, Resolution>;
  message?: string;
}

const at = (project: string, rest: string, query: Record<string, string> = {}) => {
  const values = new URLSearchParams(query).toString();
  return `/api/projects/${encodeURIComponent(project)}${rest}${values ? `?${values}` : ""}`;
};

export const listBranches = (project: string): Promise<{ items: Branch[] }> =>
  request("GET", at(project, "/branches"));

/** `from` is a commit of any branch. */
export const makeBranch = (project: string, name: string, from: string): Promise<Branch> =>
  request("POST", at(project, "/branches"), { name, from });

/** `base` is its newest commit as it was seen. */
export const deleteBranch = (
  project: string,
  name: string,
  base: string,
  force: boolean,
): Promise<void> =>
  request("DELETE", at(project, "/branches", { name, base, ...(force ? { force: "true" } : {}) }));

export const branchStatus = (project: string, branch: string): Promise<Branch> =>
  request("GET", at(project, "/status", { branch }));

export const previewMerge = (project: string, from: string, into: string): Promise<MergePreview> =>
  request("GET", at(project, `/branches/${from}/merge`, { into }));

export const readConflict = (
  project: string,
  from: string,
  into: string,
  path: string,
): Promise<ConflictTexts> =>
  request("GET", at(project, `/branches/${from}/conflict`, { into, path }));

export const mergeBranch = (
  project: string,
  from: string,
  into: string,
  choices: MergeChoices,
): Promise<Project> =>
  request("POST", at(project, `/branches/${from}/merge`), { ...choices, into });

export type Verdict = "approved" | "changes_requested";
export type RequestState = "open" | "merged" | "closed";

export interface MergeRequestItem {
  id: string;
  source: string;
  target: string;
  title: string;
  description: string;
  state: RequestState;
  /** That of the last review. */
  verdict: Verdict | null;
  /** The newest of the target once it is merged. */
  commit: string | null;
  created_at: string;
  updated_at: string;
}

/** On the whole, or on a line of a file. */
export interface Comment {
  id: string;
  text: string;
  path: string | null;
  side: "old" | "new";
  line: number | null;
  commit: string;
  at: string;
}

export interface Review {
  id: string;
  verdict: Verdict;
  text: string;
  commit: string;
  at: string;
}

/** With all that was said, the oldest first. */
export interface MergeRequest extends MergeRequestItem {
  comments: Comment[];
  reviews: Review[];
}

const MERGE_REQUESTS = "/merge-requests";
const requestAt = (project: string, id: string, rest = "") =>
  at(project, `${MERGE_REQUESTS}/${encodeURIComponent(id)}${rest}`);

export const listMergeRequests = (
  project: string,
  cursor: string | null = null,
): Promise<Page<MergeRequestItem>> =>
  request("GET", at(project, MERGE_REQUESTS, { limit: "50", ...(cursor ? { cursor } : {}) }));

export const createMergeRequest = (
  project: string,
  body: { id: string; source: string; target: string; title: string; description: string },
): Promise<MergeRequest> => request("POST", at(project, MERGE_REQUESTS), body);

export const getMergeRequest = (project: string, id: string): Promise<MergeRequest> =>
  request("GET", requestAt(project, id));

export const changeMergeRequest = (
  project: string,
  id: string,
  body: { title?: string; description?: string; state?: "open" | "closed" },
): Promise<MergeRequest> => request("PATCH", requestAt(project, id), body);

export const commentOn = (
  project: string,
  id: string,
  body: { id: string; text: string; path?: string; line?: number; side?: "new" | "old" },
): Promise<MergeRequest> => request("POST", requestAt(project, id, "/comments"), body);

export const deleteComment = (
  project: string,
  id: string,
  comment: string,
): Promise<MergeRequest> =>
  request("DELETE", requestAt(project, id, `/comments/${encodeURIComponent(comment)}`));

export const reviewRequest = (
  project: string,
  id: string,
  body: { id: string; verdict: Verdict; text: string },
): Promise<MergeRequest> => request("POST", requestAt(project, id, "/reviews"), body);

export const mergeRequest = (
  project: string,
  id: string,
  choices: MergeChoices,
): Promise<MergeRequest> => request("POST", requestAt(project, id, "/merge"), choices);
