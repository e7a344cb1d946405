/** A project's paths as a tree, and the rows of it that are in view. Pure. */
import { folderOf, nameOf } from "../text";

export interface TreeRow {
  path: string;
  name: string;
  /** 1 at the top. */
  level: number;
  folder: boolean;
  open: boolean;
}

/** Folders first, each by name; only what is in open folders. */
export function treeRows(
  paths: Iterable<string>,
  folders: Iterable<string>,
  open: ReadonlySet<string>,
): TreeRow[] {
  const children = new Map<string, Map<string, boolean>>();
  const add = (path: string, folder: boolean) => {
    const parent = folderOf(path);
    const siblings = children.get(parent) ?? new Map<string, boolean>();
    children.set(parent, siblings);
    if (siblings.has(path)) return;
    siblings.set(path, folder);
    if (parent !== "") add(parent, true);
  };
  for (const path of folders) add(path, true);
  for (const path of paths) add(path, false);

  const rows: TreeRow[] = [];
  const walk = (parent: string, level: number) => {
    const entries = [...(children.get(parent) ?? [])].sort(
      ([a, aFolder], [b, bFolder]) =>
        Number(bFolder) - Number(aFolder) || nameOf(a).localeCompare(nameOf(b)),
    );
    for (const [path, folder] of entries) {
      const isOpen = folder && open.has(path);
      rows.push({ path, name: nameOf(path), level, folder, open: isOpen });
      if (isOpen) walk(path, level + 1);
    }
  };
  walk("", 1);
  return rows;
}

/** Every folder on the way to a path. */
export function foldersAbove(path: string): string[] {
  const parent = folderOf(path);
  return parent === "" ? [] : [...foldersAbove(parent), parent];
}

/** What is wrong with a name for a new or renamed file; null where nothing is. */
export function nameProblem(path: string, taken: (path: string) => boolean): string | null {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) {
    return "A name needs at least one letter, and no “..”.";
  }
  if (parts.includes(".git")) return "“.git” is where the history lies.";
  return taken(path) ? `There is ${path} already.` : null;
}
