import type { Model } from "../api/types";
import { Icon } from "../shell/icons";
import { modelWords } from "../state/model-words";
import { downloadModel, retryModel, startModel } from "../state/models";

interface Props {
  model: Model;
  current: boolean;
  ageSeconds: number;
  onChoose: () => void;
  /** Its button goes as the state changes. */
  onAct: () => void;
}

export function ModelOption({ model, current, ageSeconds, onChoose, onAct }: Props) {
  const words = modelWords(model, ageSeconds);
  const facts = [
    `${thousands(model.context_tokens)} K context`,
    model.remote ? "remote" : "local",
    price(model),
  ];
  return (
    <li class="model-option">
      <button
        type="button"
        class="model-choice"
        aria-current={current ? "true" : undefined}
        onClick={onChoose}
      >
        <span class="model-line">
          <span class="model-name">{model.name}</span>
          {model.labels.map((label) => (
            <span class="badge" key={label}>
              {label}
            </span>
          ))}
          {current && <Icon name="check" />}
        </span>
        <span class="model-facts">{facts.filter(Boolean).join(" · ")}</span>
        <span class="model-state">
          <span class={`state-dot ${words.tone}`} aria-hidden="true" />
          {words.text}
        </span>
        {words.fraction !== null && (
          <progress value={words.fraction} max={1} aria-label={`${model.name}: ${words.text}`} />
        )}
      </button>
      <ModelAction model={model} onAct={onAct} />
    </li>
  );
}

function ModelAction({ model, onAct }: Pick<Props, "model" | "onAct">) {
  const action = ACTIONS[model.state];
  if (!action) return null;
  return (
    <button
      type="button"
      class="button small"
      aria-label={`${action.label} ${model.name}`}
      onClick={() => {
        void action.run(model.id);
        onAct();
      }}
    >
      {action.label}
    </button>
  );
}

const ACTIONS: Partial<Record<Model["state"], { label: string; run: typeof startModel }>> = {
  absent: { label: "Pull", run: downloadModel },
  cold: { label: "Start", run: startModel },
  failed: { label: "Retry", run: retryModel },
};

function price({ price: cost }: Model): string {
  if (!cost || (cost.input_usd_per_mtok === 0 && cost.output_usd_per_mtok === 0)) return "";
  return `$${cost.input_usd_per_mtok} / $${cost.output_usd_per_mtok} per M tokens`;
}

/** Context lengths are powers of two for some models and round numbers for others. */
const thousands = (tokens: number) => Math.round(tokens / (tokens % 1024 === 0 ? 1024 : 1000));
