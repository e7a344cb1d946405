import { IconButton } from "../shell/IconButton";
import type { IconName } from "../shell/icons";
import type { Side } from "./desk";
import { Explorer } from "./explorer/Explorer";
import type { Studio } from "./studio";
import { WithParts } from "./WithParts";

const SIDES: [Side, string, IconName][] = [
  ["files", "Files", "M5 3.5h6l4 4v9H5zM11 3.5v4h4"],
  ["search", "Search in files", "search"],
  ["history", "History", "M10 5.5V10l3 2M10 17a7 7 0 1 0-6.5-4.5M3 9.5v3h3"],
  [
    "branches",
    "Branches",
    "M6 6.5v7M6 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6 17.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM14 8.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM14 8.5c0 3-8 2-8 5",
  ],
];

/** Beside the editor: the files, a search in them, what was done to them, or branches. */
export function SidePane({ studio }: { studio: Studio }) {
  const side = studio.desk.side.value;
  return (
    <div class="side-pane">
      <nav class="side-tabs" aria-label="Explorer">
        {SIDES.map(([name, label, icon]) => (
          <IconButton
            key={name}
            icon={icon}
            label={label}
            pressed={side === name}
            onClick={() => (studio.desk.side.value = name)}
          />
        ))}
      </nav>
      {side === "files" && <Explorer studio={studio} />}
      {side !== "files" && (
        <WithParts>
          {({ BranchPane, HistoryPane, SearchPane }) => {
            const Pane = { search: SearchPane, history: HistoryPane, branches: BranchPane }[side];
            return <Pane studio={studio} />;
          }}
        </WithParts>
      )}
    </div>
  );
}
