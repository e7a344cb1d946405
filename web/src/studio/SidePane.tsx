import { IconButton } from "../shell/IconButton";
import type { IconName } from "../shell/icons";
import type { Side } from "./desk";
import { Explorer } from "./explorer/Explorer";
import { SearchPane } from "./explorer/SearchPane";
import { HistoryPane } from "./history/HistoryPane";
import type { Studio } from "./studio";

const SIDES: [Side, string, IconName][] = [
  ["files", "Files", "M5 3.5h6l4 4v9H5zM11 3.5v4h4"],
  ["search", "Search in files", "search"],
  ["history", "History", "M10 5.5V10l3 2M10 17a7 7 0 1 0-6.5-4.5M3 9.5v3h3"],
];

/** Beside the editor: the files, a search in them, or what was done to them. */
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
      {side === "search" && <SearchPane studio={studio} />}
      {side === "history" && <HistoryPane studio={studio} />}
    </div>
  );
}
