import { useRef, useState } from "preact/hooks";
import { IconButton } from "../../shell/IconButton";
import { modelById } from "../../state/models";
import type { Studio } from "../studio";
import { ask } from "./bounds";
import { learntToAsk } from "./estimate";
import { keepPlan, keptPlan, requestOf, type Step, whole } from "./plans";
import { modelOf } from "./RequestFoot";

interface Props {
  /** The answer that is the plan, and the request that it answers. */
  answer: string;
  asked: string;
  planned: Step[];
  conversation: string;
  studio: Studio;
}

/** A plan before anything is built: its steps may be changed, and then it is built. */
export function PlanOffer({ answer, asked, planned, conversation, studio }: Props) {
  const [steps, setSteps] = useState(() => keptPlan(answer, planned));
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const ready = whole(steps);

  const change = (next: Step[]) => {
    setSteps(next);
    keepPlan(answer, next);
  };
  const edit = (index: number, part: Partial<Step>) =>
    change(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const focusStep = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll("textarea")[index]?.focus());
  const remove = (index: number) => {
    change(steps.filter((_, at) => at !== index));
    focusStep(Math.min(index, steps.length - 2));
  };
  const add = (index: number) => {
    change([...steps.slice(0, index), { path: "", text: "" }, ...steps.slice(index)]);
    focusStep(index);
  };

  const build = async () => {
    setBusy(true);
    const model = modelById(modelOf(conversation));
    const request = requestOf(asked, ready, whole(planned), model !== null && learntToAsk(model));
    await studio.project.buffers.saveAll();
    ask(conversation, request);
  };

  return (
    <section class="plan offer" aria-label="Plan">
      <h3>Plan</h3>
      <ol ref={list}>
        {steps.map((step, index) => (
          <li key={index}>
            <StepFields
              step={step}
              number={index + 1}
              onEdit={(part) => edit(index, part)}
              onRemove={() => remove(index)}
              onNext={() => add(index + 1)}
            />
          </li>
        ))}
      </ol>
      <div class="plan-end">
        <button type="button" class="button small" onClick={() => add(steps.length)}>
          Add a step
        </button>
        <button
          type="button"
          class="button small primary"
          disabled={busy || ready.length === 0}
          onClick={() => void build()}
        >
          Build this plan
        </button>
      </div>
      {ready.length === 0 && <p class="form-note">A plan needs a step that says what to do.</p>}
    </section>
  );
}

/** For browsers that do not fit a field to its text. */
const CHARS_A_ROW = 40;

interface StepProps {
  step: Step;
  number: number;
  onEdit: (part: Partial<Step>) => void;
  onRemove: () => void;
  onNext: () => void;
}

function StepFields({ step, number, onEdit, onRemove, onNext }: StepProps) {
  return (
    <>
      <div class="step-fields">
        <textarea
          rows={Math.ceil((step.text.length + 1) / CHARS_A_ROW)}
          aria-label={`Step ${number}`}
          placeholder="What shall be done"
          maxLength={1_000}
          value={step.text}
          onInput={(event) => onEdit({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            onNext();
          }}
        />
        <input
          aria-label={`File of step ${number}`}
          placeholder="any file"
          autocomplete="off"
          spellcheck={false}
          maxLength={300}
          value={step.path}
          onInput={(event) => onEdit({ path: event.currentTarget.value })}
        />
      </div>
      <IconButton icon="close" label={`Remove step ${number}`} onClick={onRemove} />
    </>
  );
}
