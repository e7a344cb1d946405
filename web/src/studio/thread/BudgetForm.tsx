import { useEffect, useRef, useState } from "preact/hooks";
import type { Model } from "../../api/types";
import { budget, chooseBudget } from "./bounds";
import { costOf, type Estimate, isTooSmall, tokensText, usdText } from "./estimate";
import { isWrong, limitsOf, type Typed, typedOf } from "./limits";

interface Props {
  model: Model | null;
  /** null where it is not known yet what will be read. */
  expected: Estimate | null;
  onDone: () => void;
}

/** What a request may take, as it is typed, beside what it will take about. */
export function BudgetForm({ model, expected, onDone }: Props) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(budget.peek()));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const limits = limitsOf(typed);
  const wrong = isWrong(limits) ? limits : null;
  const priced = model !== null && costOf(model, 1, 1) !== null;

  const edit = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    const found = limitsOf(next);
    if (!isWrong(found)) chooseBudget(found);
  };
  const field = (name: keyof Typed, label: string) => (
    <label class="field">
      <span>{label}</span>
      <input
        ref={name === "tokens" ? first : null}
        inputMode={name === "usd" ? "decimal" : "numeric"}
        autocomplete="off"
        placeholder="No limit"
        aria-invalid={wrong?.field === name}
        value={typed[name]}
        onInput={(event) => edit({ [name]: event.currentTarget.value })}
      />
      {wrong?.field === name && (
        <small class="field-problem" role="alert">
          {wrong.text}
        </small>
      )}
    </label>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the fields
    <div
      class="form"
      role="presentation"
      onKeyDown={(event) => {
        if (!["Enter", "Escape"].includes(event.key)) return;
        event.preventDefault();
        if (event.key === "Escape" || !wrong) onDone();
      }}
    >
      <p class="form-note">A request, with all its tries, takes no more than this.</p>
      {field("tokens", "Tokens, read and written")}
      {priced && field("usd", "US dollars")}
      {model && expected && <Expected model={model} expected={expected} />}
    </div>
  );
}

const priceOf = (usd: number) => (usd > 0 ? ` for ${usdText(usd)}` : "");

function Expected({ model, expected }: { model: Model; expected: Estimate }) {
  const { reads, writes, measured, most, planning } = expected;
  const cost = costOf(model, reads, writes);
  return (
    <>
      <p class="form-note">
        The next one reads about {tokensText(reads)} tokens and writes{" "}
        {measured ? "about" : "perhaps"} {tokensText(writes)}, at most {most.toLocaleString("en")}
        {cost !== null && `: some ${usdText(cost)}`}.{" "}
        {planning && `Before, ${planning.planner.name} plans it${priceOf(planning.usd)}. `}
        What does not fit the files is tried three times at most.
      </p>
      {isTooSmall(budget.value, model, reads) && (
        <p class="form-problem" role="status">
          That is more than the budget: it would not be begun.
        </p>
      )}
    </>
  );
}
