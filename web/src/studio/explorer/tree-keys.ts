/** What a key means in the tree. Pure. */
import { folderOf } from "../text";
import type { TreeRow } from "./tree";

export type TreeAction =
  | { kind: "focus"; path: string }
  | { kind: "expand" | "collapse" | "open" | "rename" }
  /** The focus goes to `next`. */
  | { kind: "remove"; next: string | null };

/** null where the key means nothing. */
export function treeAction(rows: TreeRow[], row: TreeRow, key: string): TreeAction | null {
  const at = rows.findIndex(({ path }) => path === row.path);
  const pathAt = (index: number) => rows[index]?.path ?? null;
  const focus = (path: string | null): TreeAction => ({ kind: "focus", path: path ?? row.path });
  switch (key) {
    case "ArrowDown":
      return focus(pathAt(at + 1));
    case "ArrowUp":
      return focus(pathAt(at - 1));
    case "Home":
      return focus(pathAt(0));
    case "End":
      return focus(pathAt(rows.length - 1));
    case "ArrowRight":
      if (!row.folder) return null;
      return row.open ? focus(pathAt(at + 1)) : { kind: "expand" };
    case "ArrowLeft":
      return row.open ? { kind: "collapse" } : focus(folderOf(row.path) || null);
    case "Enter":
    case " ":
      return { kind: "open" };
    case "F2":
      return { kind: "rename" };
    case "Delete":
      return { kind: "remove", next: pathAt(at + 1) ?? pathAt(at - 1) };
    default:
      return null;
  }
}
