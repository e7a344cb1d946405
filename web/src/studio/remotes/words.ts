/** What a person reads about places elsewhere. Pure. */
import type { Problem } from "../../api/http";

export const MAX_ZIP_BYTES = 20 * 2 ** 20;

/** Without the field that the server names: it is shown beneath it. */
export const plainly = (problem: Problem): string => {
  const text = problem.message.replace(/^(?:body|query|path)\.[\w.]+: /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What is said of one field of a form; null where it is another one's. */
export const aboutField = (problem: Problem | null, field: string): string | null =>
  problem?.field === `body.${field}` ? plainly(problem) : null;

/** "Blue Note" of "Blue Note.zip" and of ".../blue-note.git". */
export const nameOfSource = (source: string): string =>
  (source.replace(/\/+$/, "").split("/").pop() ?? "").replace(/\.(zip|git)$/i, "").trim();

/** Why a zip is not worth sending; null where it is. */
export function zipProblem({ name, size }: { name: string; size: number }): string | null {
  if (!/\.zip$/i.test(name)) return `${name} is no zip.`;
  if (size > MAX_ZIP_BYTES) return `${name} has ${megabytes(size)}: at most 20 MB can be imported.`;
  return size === 0 ? `${name} is empty.` : null;
}

/** Why an address is none that git is asked for; null where it may be. */
export function urlProblem(url: string): string | null {
  if (url === "") return "Give the address of a repository.";
  if (!/^https?:\/\/\S+$/.test(url)) return "Begin with https://, as in https://name/path.git.";
  return /^https?:\/\/[^/]*@/.test(url) ? "Leave out the user: give a token below." : null;
}

export const megabytes = (bytes: number) =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
