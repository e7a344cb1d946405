/** Figures for people. Pure. */

const fine = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Three digits, or all of a large number. */
export const figure = (value: number): string =>
  (Math.abs(value) < 1000 ? fine : whole).format(value);

export const percent = (share: number): string =>
  share > 0 && share < 0.01 ? "< 1 %" : `${Math.round(share * 100)} %`;

/** From milliseconds. */
export function duration(ms: number): string {
  if (ms < 1000) return `${figure(ms)} ms`;
  const s = Math.round(ms / 1000);
  if (s < 60) return `${figure(ms / 1000)} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${figure(ms / 3_600_000)} h`;
}

export const waitSaid = (seconds: number): string =>
  seconds === 0 ? "none" : duration(seconds * 1000);

/** What the learnt prices of a model mean: "1.9 ms a token written". */
export function priceSaid(kind: string, ms: number): string {
  const [units, unit] = UNITS[kind] ?? [1, kind.replaceAll("_", " ").replace(/s$/, "")];
  return `${duration(ms * units)} ${/^[aeiou]/.test(unit) ? "an" : "a"} ${unit}`;
}

const UNITS: Record<string, [number, string]> = {
  prompt_tokens: [1, "token read"],
  output_tokens: [1, "token written"],
  pixel_steps: [1_000_000, "step of a megapixel"],
};

/** How long before now, for a table: "now", "30 s ago", "2 min 30 s ago". */
export function ago(ms: number): string {
  return ms < 500 ? "now" : `${duration(Math.round(ms / 1000) * 1000)} ago`;
}
