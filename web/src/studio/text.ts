/** Files as texts, and which files are none. */
import type { FileEntry } from "../api/projects";

/** Beyond this, and where it is no text, the editor is no place for a file. */
export const MAX_TEXT_BYTES = 1_000_000;

/** null where the bytes are no UTF-8, or hold what no text holds. A byte order mark stays. */
export function textOf(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

export const isTooLarge = ({ size }: FileEntry) => size > MAX_TEXT_BYTES;

export const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** "" at the top. */
export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

export const within = (path: string, folder: string) =>
  folder === "" || path.startsWith(`${folder}/`);

/** A line end at the end begins no other line. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

export const lineCount = (text: string): number => linesOf(text).length;
