/** The sizes that a person is offered: a few shapes within the model's limits. Pure. */
import type { Drawing } from "../api/types";

export interface Size {
  width: number;
  height: number;
}

export interface SizeChoice extends Size {
  label: string;
}

const SHAPES = [1, 3 / 2, 2 / 3];
/** A large picture has this many times the pixels, where the limits allow at least half of it. */
const LARGE = 4;

/** The model's own size first; none twice. */
export function sizeChoices(drawing: Drawing): SizeChoice[] {
  const area = drawing.width * drawing.height;
  const usual = [drawing, ...SHAPES.map((ratio) => shaped(drawing, area, ratio))];
  const large = SHAPES.map((ratio) => shaped(drawing, LARGE * area, ratio)).filter(
    ({ width, height }) => width * height >= (LARGE / 2) * area,
  );
  return [
    ...usual.map((size) => choice(size, "")),
    ...large.map((size) => choice(size, "Large ")),
  ].filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at);
}

export const isSame = (a: Size, b: Size) => a.width === b.width && a.height === b.height;

export function fits({ width, height }: Size, drawing: Drawing): boolean {
  return [width, height].every(
    (side) => side >= drawing.min_side && side <= drawing.max_side && side % drawing.multiple === 0,
  );
}

/** Twice as wide and high, or as much as the model can; null where that is no more. */
export function larger({ width, height }: Size, drawing: Drawing): Size | null {
  const size = shaped(drawing, 4 * width * height, width / height);
  return size.width > width && size.height > height ? size : null;
}

function choice({ width, height }: Size, kind: string): SizeChoice {
  const shape = width === height ? "square" : width > height ? "landscape" : "portrait";
  const label = kind + shape;
  return { width, height, label: label.charAt(0).toUpperCase() + label.slice(1) };
}

/** About that many pixels in that ratio, less where a side would be too long. */
function shaped(drawing: Drawing, area: number, ratio: number): Size {
  const shrink = Math.min(1, drawing.max_side / Math.sqrt(area * Math.max(ratio, 1 / ratio)));
  return {
    width: allowed(drawing, shrink * Math.sqrt(area * ratio)),
    height: allowed(drawing, shrink * Math.sqrt(area / ratio)),
  };
}

function allowed({ multiple, min_side, max_side }: Drawing, side: number): number {
  const units = Math.round(side / multiple);
  const least = Math.ceil(min_side / multiple);
  const most = Math.floor(max_side / multiple);
  return multiple * Math.max(least, Math.min(most, units));
}
