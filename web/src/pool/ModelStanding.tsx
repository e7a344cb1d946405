import { modelWords } from "../state/model-words";
import { modelById, modelsAt, startModel } from "../state/models";

/** How a model is doing, and its start where it is cold. */
export function ModelStanding({ id }: { id: string }) {
  const model = modelById(id);
  if (!model) return <>–</>;
  const { text, tone } = modelWords(model, (Date.now() - modelsAt.value) / 1000);
  const cold = model.state === "cold";
  return (
    <span class="model-state">
      <span class={`state-dot ${tone}`} aria-hidden="true" />
      {cold ? "Cold" : text}
      {cold && (
        <button
          type="button"
          class="button small"
          aria-label={`Start ${model.name}`}
          onClick={() => void startModel(id)}
        >
          Start
        </button>
      )}
    </span>
  );
}
