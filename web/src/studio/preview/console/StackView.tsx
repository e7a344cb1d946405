import { useState } from "preact/hooks";
import type { Place, Positions } from "../positions";
import { type Frame, parseStack } from "../stacks";

interface Props {
  stack: string;
  positions: Positions;
  onOpen: (path: string, line: number, column: number) => void;
}

/** The calls that led to an error, as far as they are in the project. */
export function StackView({ stack, positions, onOpen }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="stack" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Calls</summary>
      {open && (
        <ul>
          {calls(stack, positions).map(({ frame, place }, index) => (
            <li key={index}>
              {frame.name || "(anonymous)"}{" "}
              <button
                type="button"
                class="source-link"
                onClick={() => onOpen(place.path, place.line, place.column)}
              >
                {place.path}:{place.line}:{place.column}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function calls(stack: string, positions: Positions): { frame: Frame; place: Place }[] {
  return parseStack(stack).flatMap((frame) => {
    const place = positions.at(frame);
    return place ? [{ frame, place }] : [];
  });
}
