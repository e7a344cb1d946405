/** A turn that is being built: what its files are so far, and how it is shown while it comes. */
import type { Build, BuildFile } from "../stream/build";
import { soFar } from "./so-far";
import { lineCount, linesOf } from "./text";

/**
 * What the files are so far, by path, where that is certain: whole contents that have ended, and
 * those `before` with the changes that have.
 */
export function arrivingOf(
  { files }: Build,
  before: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const arriving = new Map<string, string | null>();
  for (const file of files) {
    const { path, action, closed, parts } = file;
    const [first] = parts;
    if (action === "rename") continue;
    if (action === "delete") {
      if (closed) arriving.set(path, null);
    } else if (parts.length === 1 && first?.body === "content") {
      if (closed) arriving.set(path, first.text);
    } else {
      const text = soFar(before.get(path) ?? "", file);
      if (text !== null) arriving.set(path, text);
    }
  }
  return arriving;
}

export interface Counts {
  added: number;
  removed: number;
}

/** Lines that come and go. `before` is what the file was. */
export function countsOf(file: BuildFile, before: string | null): Counts {
  const counts = { added: 0, removed: 0 };
  if (file.action === "delete") counts.removed = lineCount(before ?? "");
  for (const { body, text } of file.parts) {
    if (body === "diff") {
      counts.added += text.match(/^\+/gm)?.length ?? 0;
      counts.removed += text.match(/^-/gm)?.length ?? 0;
    } else if (body === "search") counts.removed += lineCount(text);
    else {
      counts.added += lineCount(text);
      if (body === "content") counts.removed += lineCount(before ?? "");
    }
  }
  return counts;
}

export type Sign = "+" | "-" | "@" | " ";

export interface LiveLine {
  sign: Sign;
  text: string;
}

/** The lines of a file that is being written, each as it stands to the file as it was. */
export function liveLines({ parts }: BuildFile): LiveLine[] {
  return parts.flatMap(({ body, text }) => linesOf(text).map((line) => lineOf(body, line)));
}

function lineOf(body: BuildFile["parts"][number]["body"], line: string): LiveLine {
  if (body === "content") return { sign: " ", text: line };
  if (body === "search") return { sign: "-", text: line };
  if (body === "replace") return { sign: "+", text: line };
  const [first] = line;
  if (first === "@") return { sign: "@", text: line };
  const sign = first === "+" || first === "-" ? first : " ";
  return { sign, text: line.slice(1) };
}
