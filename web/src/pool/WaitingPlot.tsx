import type { Band } from "./bands";
import { Plot } from "./Plot";
import { PlotTable } from "./PlotTable";
import { samples } from "./pool";
import { figure } from "./words";

/** How many requests waited in the last minutes. */
export function WaitingPlot() {
  const values = samples.value.map(({ waiting }) => waiting);
  const bands: Band[] = [{ name: "Requests", colour: "var(--busy)", values }];
  return (
    <section class="plot" aria-labelledby="waiting-plot">
      <h2 id="waiting-plot">Waiting</h2>
      <p class="plot-unit">Requests</p>
      <Plot
        label={`Requests that waited, last 5 minutes. Now: ${figure(values.at(-1) ?? 0)}`}
        bands={bands}
        samples={samples.value}
        leastStep={1}
      />
      <PlotTable label="Requests that waited" bands={bands} samples={samples.value} />
    </section>
  );
}
