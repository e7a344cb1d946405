/** How far the next build may go: the plan alone, and what it may take. Kept per person. */
import { signal } from "@preact/signals";
import { MAIN } from "../../api/main-branch";
import type { Bounds, Budget } from "../../api/messages";
import type { Message } from "../../api/types";
import { answerAgain } from "../../state/message-actions";
import { send } from "../../state/outbox";
import { readStored, writeStored } from "../../state/stored";
import { loadedThread } from "../../state/thread";
import { studio } from "../studio";
import { wishOf } from "./plans";

const PLAN = "studio.plan-first";
const BUDGET = "studio.budget";

export const planFirst = signal(readStored(PLAN, false));
export const budget = signal<Budget>(readStored<Budget>(BUDGET, {}));

export function choosePlanFirst(on: boolean): void {
  planFirst.value = on;
  writeStored(PLAN, on || null);
}

export function chooseBudget(chosen: Budget): void {
  budget.value = chosen;
  writeStored(BUDGET, hasLimit(chosen) ? chosen : null);
}

export const hasLimit = ({ tokens, usd }: Budget) => tokens !== undefined || usd !== undefined;

export const boundsOf = (conversation: string, plan: boolean): Bounds => ({
  ...onBranch(conversation),
  ...(plan ? { plan_only: true } : {}),
  ...(hasLimit(budget.peek()) ? { budget: budget.peek() } : {}),
});

/** What is asked for changes the branch that is looked at. */
function onBranch(conversation: string): Bounds {
  const open = studio.peek()?.project;
  const isOpen = open?.project.peek()?.conversation_id === conversation;
  return isOpen && open.branch.peek() !== MAIN ? { branch: open.branch.peek() } : {};
}

/** Asks for a change within the budget; at once, unless a plan is wanted. */
export const ask = (conversation: string, request: string, plan = false) =>
  send(conversation, request, undefined, boundsOf(conversation, plan));

/** Likewise, without a person having written it. */
export const askUnasked = (conversation: string, request: string) =>
  send(conversation, request, undefined, { ...boundsOf(conversation, false), automatic: true });

/** Another answer to the same request, within the budget as it is now. */
export function buildAgain(answer: Message): void {
  const items = loadedThread(answer.conversation_id)?.items.peek() ?? [];
  const asked = items.find(({ id }) => id === answer.parent_id)?.content ?? "";
  const follows = wishOf(asked) !== asked;
  void answerAgain(answer, boundsOf(answer.conversation_id, planFirst.peek() && !follows));
}
