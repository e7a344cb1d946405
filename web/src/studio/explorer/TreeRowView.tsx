import type { ComponentChildren } from "preact";
import { Icon } from "../../shell/icons";
import { Menu, type MenuItem } from "../../shell/Menu";
import { errors } from "../monaco/models";
import type { TreeRow } from "./tree";

interface Props {
  row: TreeRow;
  focusable: boolean;
  selected: boolean;
  /** Something is dragged over it. */
  over: boolean;
  menu: MenuItem[];
  onAct: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onOver: () => void;
  onDrop: (event: DragEvent) => void;
  /** Fields for names, in its place or below it. */
  children: ComponentChildren;
}

export function TreeRowView(props: Props) {
  const { row, focusable, selected, over, menu, children } = props;
  const wrong = errors.value.get(row.path) ?? 0;
  const [renaming, below] = children as [ComponentChildren, ComponentChildren];
  if (renaming) return <>{renaming}</>;
  return (
    <>
      <div
        role="treeitem"
        data-path={row.path}
        class={`tree-row ${selected ? "selected" : ""} ${over ? "over" : ""}`}
        style={{ "--level": row.level }}
        aria-level={row.level}
        aria-selected={selected}
        aria-expanded={row.folder ? row.open : undefined}
        aria-label={wrong > 0 ? `${row.name}, ${wrong} errors` : row.name}
        tabIndex={focusable ? 0 : -1}
        draggable
        onClick={(event) => {
          if (!(event.target as Element).closest(".menu-button, .popover")) props.onAct();
        }}
        onKeyDown={(event) => event.target === event.currentTarget && props.onKeyDown(event)}
        onContextMenu={(event) => {
          event.preventDefault();
          event.currentTarget.querySelector<HTMLElement>(".menu-button")?.click();
        }}
        onDragStart={(event) => event.dataTransfer?.setData("text/path", row.path)}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          props.onOver();
        }}
        onDrop={props.onDrop}
      >
        {row.folder ? (
          <Icon name={row.open ? "caret" : "M8 6l4 4-4 4"} />
        ) : (
          <span class="tree-space" aria-hidden="true" />
        )}
        <span class="tree-name">{row.name}</span>
        {wrong > 0 && (
          <span class="tree-errors" aria-hidden="true">
            {wrong}
          </span>
        )}
        <Menu label={`Options for ${row.name}`} items={menu} />
      </div>
      {below}
    </>
  );
}
