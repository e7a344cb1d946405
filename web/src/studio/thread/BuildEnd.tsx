import type { Message } from "../../api/types";
import { Icon } from "../../shell/icons";
import { AnswerEnd } from "../../thread/AnswerEnd";
import { BUDGET_ID } from "./BudgetChoice";
import { buildAgain } from "./bounds";

/** How a turn ended, where that was not simply its end. */
export function BuildEnd({ message }: { message: Message }) {
  const retry = () => buildAgain(message);
  if (message.error?.code !== "budget_too_small") {
    return <AnswerEnd message={message} onRetry={retry} />;
  }
  return (
    <div class="failure">
      <Icon name="alert" />
      <p>The budget ended it; nothing was changed. {message.error.detail}</p>
      <button
        type="button"
        class="button small"
        onClick={() => document.getElementById(BUDGET_ID)?.click()}
      >
        Set the budget
      </button>
      <button type="button" class="button small" onClick={retry}>
        Retry
      </button>
    </div>
  );
}
