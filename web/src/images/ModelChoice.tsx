import type { Model } from "../api/types";
import { useNow } from "../shell/use-now";
import { modelWords } from "../state/model-words";
import { downloadModel, modelsAt, modelsFor, retryModel } from "../state/models";
import { chooseModel, drawModel } from "./form";
import { Problem, problemProps } from "./Problem";

/** Which model draws, where there are several, and how it stands where it is not ready. */
export function ModelChoice() {
  const all = modelsFor("image");
  const model = drawModel.value;
  if (!model) return null;
  const choose = (event: Event & { currentTarget: HTMLSelectElement }) => {
    const chosen = all.find(({ id }) => id === event.currentTarget.value);
    if (chosen) chooseModel(chosen);
  };
  return (
    <div class="model-field">
      {all.length > 1 && (
        <label class="field">
          <span>Model</span>
          <select value={model.id} onChange={choose} {...problemProps("model")}>
            {all.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {model.state !== "ready" && <ModelState model={model} />}
      <Problem name="model" />
    </div>
  );
}

function ModelState({ model }: { model: Model }) {
  const now = useNow(model.state === "loading" || model.state === "pulling");
  const { text, tone, fraction } = modelWords(model, (now - modelsAt.value) / 1000);
  const action = ACTIONS[model.state];
  return (
    <div class="model-standing">
      <p class="model-state">
        <span class={`state-dot ${tone}`} aria-hidden="true" />
        {model.state === "cold" ? "Starts with the first picture" : text}
      </p>
      {fraction !== null && <progress value={fraction} max={1} aria-label={text} />}
      {action && (
        <button type="button" class="button small" onClick={() => void action.run(model.id)}>
          {action.label}
        </button>
      )}
    </div>
  );
}

const ACTIONS: Partial<Record<Model["state"], { label: string; run: typeof retryModel }>> = {
  absent: { label: "Download", run: downloadModel },
  failed: { label: "Try again", run: retryModel },
};
