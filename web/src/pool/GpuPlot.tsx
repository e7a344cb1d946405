import { currentShares } from "./bands";
import { Plot } from "./Plot";
import { PlotTable } from "./PlotTable";
import { bands, samples } from "./pool";
import { percent } from "./words";

/** Who receives how much of the GPUs, and who received it in the last minutes. */
export function GpuPlot() {
  const shares = currentShares(bands.value).map(percent);
  const legend = bands.value.map((band, i) => ({ ...band, share: shares[i] ?? "" }));
  const now = legend.map(({ name, share }) => `${name} ${share}`).join(", ");
  return (
    <section class="plot" aria-labelledby="gpu-plot">
      <h2 id="gpu-plot">GPU time by tenant</h2>
      <p class="plot-unit">GPU-ms a second, mean of ten seconds</p>
      <Plot
        label={`GPU time by tenant, last 5 minutes. Now: ${now || "nobody"}`}
        bands={bands.value}
        samples={samples.value}
        leastStep={5}
      />
      {legend.length === 0 && <p class="plot-unit">Nobody received any in these minutes.</p>}
      <ul class="legend">
        {legend.map(({ name, colour, share }) => (
          <li key={name}>
            <span class="swatch" style={{ background: colour }} aria-hidden="true" />
            <span class="legend-name">{name}</span> {share}
          </li>
        ))}
      </ul>
      <PlotTable label="GPU time by tenant" bands={bands.value} samples={samples.value} />
    </section>
  );
}
