/** The form's state: it outlives the page, and every request that fails. */
import { computed, signal } from "@preact/signals";
import type { ImageSettings, Model } from "../api/types";
import { readDraft, writeDraft } from "../state/drafts";
import { modelsFor } from "../state/models";
import { readStored, writeStored } from "../state/stored";
import {
  BLANK,
  type FieldName,
  type Fields,
  fieldNamed,
  fieldsOf,
  jobOf,
  type Problems,
  problemsOf,
} from "./fields";
import { discardJob, draw } from "./jobs";
import { fits } from "./sizes";

const KEY = "images.form";
const DRAFT = "images";

export const fields = signal<Fields>({
  ...BLANK,
  ...readStored<Partial<Fields>>(KEY, {}),
  prompt: readDraft(DRAFT),
});
export const problems = signal<Problems>({});
/** How often problems were found: the first field with one takes the focus then. */
export const tries = signal(0);

/** The one chosen; or the first that is here, as the server would take it. */
export const drawModel = computed<Model | null>(() => {
  const all = modelsFor("image");
  const here = all.find(({ state }) => state !== "absent" && state !== "pulling");
  return all.find(({ id }) => id === fields.value.model) ?? here ?? all[0] ?? null;
});

export function edit(patch: Partial<Fields>): void {
  fields.value = { ...fields.value, ...patch };
  const { prompt, ...others } = fields.value;
  writeDraft(DRAFT, prompt);
  writeStored(KEY, others);
  const left = Object.entries(problems.value).filter(([name]) => !(name in patch));
  problems.value = Object.fromEntries(left);
}

/** A size that the other model cannot draw gives way to its own. */
export function chooseModel(model: Model): void {
  const { size } = fields.value;
  const stays = size !== null && model.drawing && fits(size, model.drawing);
  edit({ model: model.id, size: stays ? size : null });
}

/** False when something is wrong with what was filled in. */
export function submit(): boolean {
  const asked = fields.value;
  const model = drawModel.value;
  const found = problemsOf(asked, model?.drawing ?? null);
  say(found);
  if (Object.keys(found).length > 0) return false;
  void ask(asked, model);
  return true;
}

async function ask(asked: Fields, model: Model | null): Promise<void> {
  const { width, height } = model?.drawing ?? {};
  const size = asked.size ?? (width && height ? { width, height } : null);
  const { id, problem } = await draw(jobOf({ ...asked, size }, model?.id ?? null));
  const name = fieldNamed(problem?.field ?? null);
  // Once something else stands in the form, the job keeps its own words and says what was wrong.
  if (!problem || name === null || fields.peek() !== asked) return;
  discardJob(id);
  say({ [name]: sentence(problem.message) });
}

function say(found: Problems): void {
  problems.value = found;
  tries.value++;
}

/** Something about one field turned out wrong before all was filled in. */
export function refuse(name: FieldName, problem: string): void {
  say({ ...problems.value, [name]: problem });
}

/** What is typed already stays. */
export function drawExample(prompt: string): void {
  if (fields.value.prompt.trim() === "") {
    edit({ prompt });
    submit();
  } else void ask({ ...fields.value, prompt }, drawModel.value);
}

export function reuse(image: ImageSettings & { model: string }): void {
  const { count } = fields.value;
  edit({ ...fieldsOf(image), count });
}

/** "body.width: must be a multiple of 16" without the path, which says nothing to a person. */
function sentence(detail: string): string {
  const words = detail.replace(/^body\.\w+: /, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
