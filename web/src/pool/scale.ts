/** Numbers to pixels: ticks, scales, outlines. Pure. */

/** Round numbers from 0 to at least `most`, about four steps of 1, 2 or 5 times a power of ten. */
export function ticks(most: number, leastStep: number): number[] {
  const step = Math.max(leastStep, roundUp(most / 4));
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

function roundUp(step: number): number {
  if (step <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * 0.999) ?? 10;
  return factor * power;
}

export type Scale = (value: number) => number;

export function linear(from: [number, number], to: [number, number]): Scale {
  const [low, high] = from;
  const [start, end] = to;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** The stretches [first, last] without a pause in them. */
export function stretches(seconds: number[]): [number, number][] {
  const found: [number, number][] = [];
  seconds.forEach((each, i) => {
    const open = found.at(-1);
    if (open && each > 0) open[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** The path of what lies between two edges, for one stretch: forth on the one, back on the other. */
export function outline(xs: number[], upper: number[], lower: number[]): string {
  const point = (x: number, y: number | undefined) => `${x.toFixed(1)} ${(y ?? 0).toFixed(1)}`;
  const forth = xs.map((x, i) => point(x, upper[i]));
  const back = xs.map((x, i) => point(x, lower[i])).reverse();
  return `M${[...forth, ...back].join("L")}Z`;
}

/** Of moments in milliseconds: which stand for every so many of them, the newest first. */
export function every(moments: number[], stepMs: number): number[] {
  const newest = moments.at(-1) ?? 0;
  const found: number[] = [];
  for (let i = moments.length - 1; i >= 0; i--) {
    if (newest - (moments[i] ?? 0) >= found.length * stepMs) found.push(i);
  }
  return found;
}
