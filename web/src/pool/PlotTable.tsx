import type { Band } from "./bands";
import { DataTable } from "./DataTable";
import type { Sample } from "./history";
import { every } from "./scale";
import { ago, figure } from "./words";

const STEP_MS = 30_000;

interface Props {
  label: string;
  bands: Band[];
  samples: readonly Sample[];
}

/** The same as a plot, for who would rather read it. */
export function PlotTable({ label, bands, samples }: Props) {
  if (bands.length === 0) return null;
  const moments = samples.map(({ at }) => at);
  const now = moments.at(-1) ?? 0;
  return (
    <details class="plot-table">
      <summary>As a table</summary>
      <DataTable
        label={`${label}, as a table`}
        heads={["When", ...bands.map(({ name }) => name)]}
        numbersFrom={1}
      >
        {every(moments, STEP_MS).map((i) => (
          <tr key={i}>
            <th scope="row">{ago(now - (moments[i] ?? now))}</th>
            {bands.map(({ name, values }) => (
              <td key={name}>{figure(values[i] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </DataTable>
    </details>
  );
}
