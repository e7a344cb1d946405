/** What a person fills in, as they typed it, and what it asks for. Pure. */
import type { NewImageJob } from "../api/images";
import type { Drawing, ImageSettings } from "../api/types";
import type { Size } from "./sizes";

export interface Fields {
  prompt: string;
  negative_prompt: string;
  model: string | null;
  /** null: the model's own. */
  size: Size | null;
  count: string;
  /** Empty: the model's own, as for guidance. */
  steps: string;
  guidance: string;
  /** Empty: the model's own. */
  scheduler: string;
  /** Empty: another one each time. */
  seed: string;
  /** A picture to begin with, and where alone it is changed. */
  input_id: string | null;
  mask_id: string | null;
  /** Of 100, how much it is changed. */
  strength: string;
}

export type FieldName = keyof Fields;
/** A sentence for each field that something is wrong with. */
export type Problems = Partial<Record<FieldName, string>>;

export const BLANK: Fields = {
  prompt: "",
  negative_prompt: "",
  model: null,
  size: null,
  count: "1",
  steps: "",
  guidance: "",
  scheduler: "",
  seed: "",
  input_id: null,
  mask_id: null,
  strength: "60",
};
/** Not each suits each model; the server says so. */
export const SCHEDULERS = ["ddim", "dpm++", "euler", "heun", "unipc"];
export const MOST_PICTURES = 8;

const MOST_CHARS = 2_000;

export function problemsOf(fields: Fields, drawing: Drawing | null): Problems {
  const found: [FieldName, string | null][] = [
    [
      "prompt",
      fields.prompt.trim() || fields.input_id ? tooLong(fields.prompt) : "Say what to draw.",
    ],
    ["negative_prompt", tooLong(fields.negative_prompt)],
    ["count", outside(fields.count, 1, MOST_PICTURES, true)],
    ["steps", outside(fields.steps, 1, drawing?.max_steps ?? 100_000, true)],
    ["guidance", outside(fields.guidance, 1, 30, false)],
    ["seed", outside(fields.seed, 0, Number.MAX_SAFE_INTEGER, true)],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

/** Of fields without problems. What is left out is the model's own choice. */
export function jobOf(fields: Fields, model: string | null): Omit<NewImageJob, "id"> {
  const { steps, guidance, seed, size, scheduler, input_id, mask_id, strength } = fields;
  return {
    prompt: fields.prompt.trim(),
    negative_prompt: fields.negative_prompt.trim(),
    count: numberOf(fields.count) ?? 1,
    ...(model === null ? null : { model }),
    ...size,
    ...given("steps", steps),
    ...given("guidance", guidance),
    ...given("seed", seed),
    ...(scheduler && { scheduler }),
    ...(input_id && { input_id, mask_id, strength: Number(strength) / 100 }),
  };
}

/** To draw the same once more. */
export function fieldsOf(image: ImageSettings & { model: string }): Fields {
  const { prompt, negative_prompt, model, width, height, input_id, mask_id } = image;
  return {
    prompt,
    negative_prompt,
    model,
    size: { width, height },
    count: "1",
    steps: String(image.steps),
    guidance: String(image.guidance),
    scheduler: image.scheduler ?? "",
    seed: String(image.seed),
    input_id,
    mask_id,
    strength: input_id ? String(Math.round(100 * image.strength)) : BLANK.strength,
  };
}

/** The field that a problem of the server is about ("body.width"). */
export function fieldNamed(path: string | null): FieldName | null {
  const name = path?.replace(/^body\./, "") ?? "";
  if (name === "width" || name === "height") return "size";
  return Object.hasOwn(BLANK, name) ? (name as FieldName) : null;
}

function given(name: "steps" | "guidance" | "seed", typed: string): Partial<ImageSettings> {
  const number = numberOf(typed);
  return number === null ? {} : { [name]: number };
}

function numberOf(typed: string): number | null {
  return typed.trim() === "" ? null : Number(typed.trim().replace(",", "."));
}

function outside(typed: string, least: number, most: number, whole: boolean): string | null {
  const number = numberOf(typed);
  if (number === null) return null;
  const fit = number >= least && number <= most && (!whole || Number.isSafeInteger(number));
  return fit ? null : `A ${whole ? "whole " : ""}number from ${least} to ${most}.`;
}

/** The server counts characters, not halves of them. */
function tooLong(typed: string): string | null {
  const length = [...typed.trim()].length;
  return length > MOST_CHARS ? `At most ${MOST_CHARS} characters; these are ${length}.` : null;
}
