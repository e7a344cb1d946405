import { useEffect } from "preact/hooks";
import { Icon } from "../../shell/icons";
import { known } from "../../state/conversations";
import { modelById } from "../../state/models";
import { loadedThread } from "../../state/thread";
import type { Studio } from "../studio";
import { BudgetChoice } from "./BudgetChoice";
import { choosePlanFirst, planFirst } from "./bounds";
import { coder, warmUp } from "./coders";
import { estimate } from "./estimate";
import { ModelChoice } from "./ModelChoice";

interface Props {
  conversation: string | null;
  /** null for the next project, of which no file is known. */
  studio: Studio | null;
  request: string;
}

/** Beneath a request: who answers, whether a plan comes first, and what it may take. */
export function RequestFoot({ conversation, studio, request }: Props) {
  const id = modelOf(conversation);
  const chosen = modelById(id);
  const planner = modelById(chosen?.planner ?? null);
  const model = (planFirst.value && planner) || chosen;
  const isTyped = request !== "";
  useEffect(() => {
    if (isTyped) warmUp(id);
  }, [isTyped, id]);
  const expected =
    model && studio
      ? estimate(
          model,
          model === planner ? null : planner,
          studio.project.files.value.values(),
          (conversation !== null && loadedThread(conversation)?.items.value) || [],
          request,
        )
      : null;
  return (
    <div class="request-foot">
      <ModelChoice conversation={conversation} />
      <button
        type="button"
        class="model-chip"
        aria-pressed={planFirst.value}
        title="The answer is a plan that you can change; nothing is built yet"
        onClick={() => choosePlanFirst(!planFirst.value)}
      >
        {planFirst.value && <Icon name="check" />}
        Plan first
      </button>
      <BudgetChoice model={model} expected={expected} />
    </div>
  );
}

/** Who builds: of a project's conversation, or of the next project where there is none. */
export const modelOf = (conversation: string | null): string | null =>
  (conversation === null ? null : known.value.get(conversation)?.model) ?? coder.value;
