import type { Model } from "../../api/types";
import { WithParts } from "../WithParts";
import { budget } from "./bounds";
import { ChipPopover } from "./ChipPopover";
import { budgetText, type Estimate, isTooSmall } from "./estimate";

export const BUDGET_ID = "budget";

interface Props {
  model: Model | null;
  /** null where it is not known yet what will be read. */
  expected: Estimate | null;
}

/** What the next request takes about, and what it may take at most. */
export function BudgetChoice({ model, expected }: Props) {
  const tooSmall = model && expected && isTooSmall(budget.value, model, expected.reads);
  return (
    <ChipPopover
      id={BUDGET_ID}
      name="Budget"
      text={budgetText(budget.value, model, expected)}
      bad={Boolean(tooSmall)}
      label="Budget of a request"
      class="budget"
    >
      {(close) => (
        <WithParts>
          {({ BudgetForm }) => <BudgetForm model={model} expected={expected} onDone={close} />}
        </WithParts>
      )}
    </ChipPopover>
  );
}
