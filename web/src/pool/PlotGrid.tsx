import type { Box } from "./Plot";
import { linear } from "./scale";
import { figure } from "./words";

const MINUTES = [5, 4, 3, 2, 1, 0];

/** The lines behind a plot and what they mean. */
export function PlotGrid({ box, marks }: { box: Box; marks: number[] }) {
  const x = linear([5, 0], [box.left, box.right]);
  const y = linear([0, marks.at(-1) ?? 1], [box.bottom, box.top]);
  return (
    <g class="plot-grid">
      {marks.map((mark) => (
        <g key={`mark ${mark}`}>
          <line x1={box.left} x2={box.right} y1={y(mark)} y2={y(mark)} />
          <text x={box.left - 6} y={y(mark) + 4} text-anchor="end">
            {figure(mark)}
          </text>
        </g>
      ))}
      {MINUTES.map((minutes) => (
        <text key={minutes} x={x(minutes)} y={box.bottom + 17} text-anchor={anchor(minutes)}>
          {label(minutes)}
        </text>
      ))}
    </g>
  );
}

const anchor = (minutes: number) => (minutes === 5 ? "start" : minutes === 0 ? "end" : "middle");

/** The unit once is enough, and all that a phone has room for. */
const label = (minutes: number) =>
  minutes === 0 ? "now" : minutes === 5 ? "−5 min" : `−${minutes}`;
