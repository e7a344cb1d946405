import { useRef } from "preact/hooks";
import { type Band, stacked } from "./bands";
import { KEEP_MS, type Sample } from "./history";
import { PlotGrid } from "./PlotGrid";
import { linear, outline, stretches, ticks } from "./scale";
import { useWidth } from "./use-width";

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const HEIGHT = 190;

interface Props {
  label: string;
  bands: Band[];
  samples: readonly Sample[];
  leastStep: number;
}

/** Areas on top of each other over the last five minutes; the right edge is now. */
export function Plot({ label, bands, samples, leastStep }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const edges = stacked(bands);
  const marks = ticks(Math.max(0, ...(edges.at(-1) ?? [])), leastStep);
  const box = { left: 44, right: Math.max(width, 120) - 8, top: 8, bottom: HEIGHT - 22 };
  const paths = areas(edges, samples, box, marks.at(-1) ?? 1);
  return (
    <div ref={frame} class="plot-frame">
      <svg role="img" aria-label={label} width={width} height={HEIGHT}>
        <PlotGrid box={box} marks={marks} />
        {bands.map(({ name, colour }, i) => (
          <path key={name} class="plot-area" style={{ fill: colour, stroke: colour }} d={paths[i]}>
            <title>{name}</title>
          </path>
        ))}
      </svg>
    </div>
  );
}

function areas(edges: number[][], samples: readonly Sample[], box: Box, most: number): string[] {
  const now = samples.at(-1)?.at ?? 0;
  const x = linear([now - KEEP_MS, now], [box.left, box.right]);
  const y = linear([0, most], [box.bottom, box.top]);
  const xs = samples.map(({ at }) => x(at));
  const runs = stretches(samples.map(({ seconds }) => seconds));
  return edges.map((edge, i) => {
    const below = edges[i - 1] ?? edge.map(() => 0);
    const [upper, lower] = [edge.map(y), below.map(y)];
    const part = (all: number[], [first, last]: [number, number]) => all.slice(first, last + 1);
    return runs.map((run) => outline(part(xs, run), part(upper, run), part(lower, run))).join("");
  });
}
