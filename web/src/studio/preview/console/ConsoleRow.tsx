import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { fixRequest } from "../fix";
import type { Session } from "../session";
import type { Entry } from "./log";
import { StackView } from "./StackView";
import { ValueView } from "./ValueView";

const INDENT_PX = 14;

interface Props {
  entry: Entry;
  session: Session;
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

export function ConsoleRow({ entry, session, onFix, onOpen }: Props) {
  const { level, times, source, text, values, stack = "", depth = 0, earlier } = entry;
  const place = useMemo(() => session.positions.first(stack), [stack, session]);
  return (
    <div
      class={`console-row ${level}${earlier ? " earlier" : ""}`}
      style={depth > 0 ? { paddingLeft: indent(depth) } : {}}
    >
      <div class="console-said">
        {times > 1 && (
          <span class="console-times" title={`${times} times`}>
            {times.toLocaleString("en")}
          </span>
        )}
        {level === "error" && <span class="visually-hidden">Error:</span>}
        {level === "warn" && <span class="visually-hidden">Warning:</span>}
        {source === "rejection" && "Unhandled rejection: "}
        {values
          ? values.map((value, index) => (
              <Fragment key={index}>
                <ValueView value={value} top />{" "}
              </Fragment>
            ))
          : text}
        {level === "error" && stack && (
          <StackView stack={stack} positions={session.positions} onOpen={onOpen} />
        )}
      </div>
      {place && (
        <button
          type="button"
          class="source-link"
          title={`${place.path}:${place.line}:${place.column}`}
          onClick={() => onOpen(place.path, place.line, place.column)}
        >
          {place.path.slice(place.path.lastIndexOf("/") + 1)}:{place.line}
        </button>
      )}
      {level === "error" && (
        <button type="button" class="button small" onClick={() => onFix(fixRequest(text, place))}>
          Fix this
        </button>
      )}
    </div>
  );
}

const indent = (depth: number) => `${12 + depth * INDENT_PX}px`;
