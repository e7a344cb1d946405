import { useRef, useState } from "preact/hooks";
import type { MenuItem } from "../../shell/Menu";
import { readStored, writeStored } from "../../state/stored";
import { pathOf } from "../desk";
import type { Studio } from "../studio";
import { folderOf } from "../text";
import { createFile, dropInto, movePath, removePath, upload } from "./actions";
import { ExplorerTools } from "./ExplorerTools";
import { NameField } from "./NameField";
import { TreeRowView } from "./TreeRowView";
import { type TreeRow, treeRows } from "./tree";
import { treeAction } from "./tree-keys";

/** What is being named: something new in a folder, or something that is there. */
type Naming =
  | { kind: "file"; folder: string }
  | { kind: "folder"; folder: string }
  | { kind: "rename"; path: string };

export function Explorer({ studio }: { studio: Studio }) {
  const { project, desk } = studio;
  const key = `studio.folders.${project.id}`;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(readStored<string[]>(key, ["src"])),
  );
  /** Git keeps no empty folder: until something is in it, it is only here. */
  const [made, setMade] = useState<string[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(project.files.value.keys(), made, open);
  const current = rows.some(({ path }) => path === focused) ? focused : (rows[0]?.path ?? null);

  const expand = (path: string, wanted: boolean) => {
    const others = [...open].filter((other) => other !== path);
    const next = wanted ? [...others, path] : others;
    setOpen(new Set(next));
    writeStored(key, next);
  };
  const act = (row: TreeRow) => (row.folder ? expand(row.path, !row.open) : desk.look(row.path));
  const focus = (path: string) => {
    setFocused(path);
    const all = tree.current?.querySelectorAll<HTMLElement>("[role=treeitem]") ?? [];
    [...all].find((element) => element.dataset.path === path)?.focus();
  };
  const begin = (next: Naming) => {
    if (next.kind !== "rename" && next.folder !== "") expand(next.folder, true);
    setNaming(next);
  };
  const taken = (path: string) =>
    project.files.value.has(path) || rows.some((row) => row.path === path);

  const named = async (path: string | null) => {
    const done = naming;
    setNaming(null);
    if (path === null || !done) return;
    if (done.kind === "folder") {
      setMade([...made, path]);
      expand(path, true);
    } else if (done.kind === "file") await createFile(studio, path);
    else await movePath(studio, done.path, path);
    focus(path);
  };

  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    const action = treeAction(rows, row, event.key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === "focus") focus(action.path);
    else if (action.kind === "open") act(row);
    else if (action.kind === "rename") setNaming({ kind: "rename", path: row.path });
    else if (action.kind === "remove") {
      if (action.next) focus(action.next);
      void remove(row);
    } else expand(row.path, action.kind === "expand");
  };

  const remove = (row: TreeRow) => {
    setMade(made.filter((path) => path !== row.path));
    return removePath(studio, row.path);
  };

  const onDrop = (event: DragEvent, folder: string) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(null);
    if (event.dataTransfer) void dropInto(studio, folder, event.dataTransfer);
  };
  const folderAt = (row: TreeRow) => (row.folder ? row.path : folderOf(row.path));
  const here =
    current === null ? "" : folderAt(rows.find(({ path }) => path === current) as TreeRow);

  return (
    <>
      <ExplorerTools
        onNewFile={() => begin({ kind: "file", folder: here })}
        onNewFolder={() => begin({ kind: "folder", folder: here })}
        onUpload={(files) => void upload(studio, here, files)}
      />
      <div
        ref={tree}
        class={over === "" ? "tree over" : "tree"}
        role="tree"
        aria-label="Files of the project"
        onDragOver={(event) => {
          event.preventDefault();
          setOver("");
        }}
        onDragLeave={() => setOver(null)}
        onDrop={(event) => onDrop(event, "")}
      >
        {naming && naming.kind !== "rename" && naming.folder === "" && (
          <NameField {...naming} taken={taken} onDone={named} level={1} />
        )}
        {rows.map((row) => (
          <TreeRowView
            key={row.path}
            row={row}
            focusable={row.path === current}
            selected={pathOf(desk.tab.value) === row.path}
            over={over === row.path}
            onAct={() => {
              setFocused(row.path);
              act(row);
            }}
            onKeyDown={(event) => onKeyDown(event, row)}
            onOver={() => setOver(row.folder ? row.path : folderOf(row.path))}
            onDrop={(event) => onDrop(event, folderAt(row))}
            menu={menuOf(row, begin, remove)}
          >
            {naming?.kind === "rename" && naming.path === row.path ? (
              <NameField
                kind="rename"
                folder={folderOf(row.path)}
                name={row.name}
                taken={taken}
                onDone={named}
                level={row.level}
              />
            ) : null}
            {naming && naming.kind !== "rename" && naming.folder === row.path && (
              <NameField {...naming} taken={taken} onDone={named} level={row.level + 1} />
            )}
          </TreeRowView>
        ))}
        {rows.length === 0 && naming === null && <p class="studio-note">No files yet.</p>}
      </div>
    </>
  );
}

function menuOf(
  row: TreeRow,
  begin: (naming: Naming) => void,
  remove: (row: TreeRow) => Promise<void>,
): MenuItem[] {
  const { path, folder } = row;
  return [
    ...(folder
      ? [
          {
            label: "New file",
            icon: "plus" as const,
            run: () => begin({ kind: "file", folder: path }),
          },
        ]
      : []),
    { label: "Rename", icon: "edit", run: () => begin({ kind: "rename", path }) },
    { label: "Delete", icon: "trash", danger: true, run: () => void remove(row) },
  ];
}
