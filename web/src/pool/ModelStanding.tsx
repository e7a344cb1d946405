import type { Model, PoolModel } from "../api/types";
import { modelWords } from "../state/model-words";
import { modelById, modelsAt, startModel } from "../state/models";
import { change, unload } from "./control";
import { held, waiting } from "./sums";

/** How a model is doing, and what can be done about it. */
export function ModelStanding({ seen }: { seen: PoolModel }) {
  const model = modelById(seen.id);
  if (!model) return <>–</>;
  const { text, tone } = standing(model, seen);
  return (
    <span class="model-state">
      <span class={`state-dot ${tone}`} aria-hidden="true" />
      {text}
      {actions(model, seen).map(([label, run]) => (
        <button
          key={label}
          type="button"
          class="button small"
          aria-label={`${label} ${model.name}`}
          onClick={() => void run()}
        >
          {label}
        </button>
      ))}
    </span>
  );
}

function standing(model: Model, seen: PoolModel): { text: string; tone: string } {
  if (seen.drained) {
    const busy = seen.replicas + held(seen) + waiting(seen) > 0;
    return busy ? { text: "Draining", tone: "busy" } : { text: "Drained", tone: "" };
  }
  const words = modelWords(model, (Date.now() - modelsAt.value) / 1000);
  return model.state === "cold" ? { ...words, text: "Cold" } : words;
}

function actions(model: Model, seen: PoolModel): [string, () => Promise<void>][] {
  const { id, drained, min_replicas } = seen;
  if (drained) return [["Resume", () => change(id, { drained: false })]];
  const drain: [string, () => Promise<void>] = ["Drain", () => change(id, { drained: true })];
  if (model.state === "cold") return [["Start", () => startModel(id)], drain];
  if (model.state !== "ready") return [];
  return min_replicas === 0 ? [["Unload", () => unload(id)], drain] : [drain];
}
