/** Plans that a person looks over: kept as they were changed, and put into the next request. */
import { readStored, writeStored } from "../../state/stored";
import type { SummaryLine } from "./summary";

export type Step = SummaryLine;

const FOLLOWS = "\n\nBuild it by this plan:\n";

/**
 * What asks for the plan to be built. A model that learnt the studio's way of asking knows wishes
 * alone: it gets the wish as it was, or, where the plan is another by now, the plan as the wish.
 */
export function requestOf(asked: string, steps: Step[], planned: Step[], knows: boolean): string {
  const wish = wishOf(asked);
  if (!knows) return `${wish}${FOLLOWS}${steps.map(lineOf).join("\n")}`;
  return isSame(steps, planned) ? wish : steps.map(({ text }) => text).join("\n");
}

/** A request without the plan that it was asked by. */
export const wishOf = (request: string) => request.split(FOLLOWS, 1)[0] as string;

export const isSame = (steps: Step[], others: Step[]) =>
  steps.map(lineOf).join("\n") === others.map(lineOf).join("\n");

/** Those that say something, each in one line. */
export const whole = (steps: Step[]): Step[] =>
  steps
    .map(({ path, text }) => ({ path: path.trim(), text: text.trim().replace(/\s+/g, " ") }))
    .filter(({ text }) => text !== "");

const lineOf = ({ path, text }: Step) => (path === "" ? `- ${text}` : `- \`${path}\`: ${text}`);

const KEY = "studio.plans";
const KEPT = 10;

const storedPlans = () => readStored<[answer: string, steps: Step[]][]>(KEY, []);

/** As it was changed last, else as the model made it. */
export const keptPlan = (answer: string, planned: Step[]): Step[] =>
  storedPlans().find(([id]) => id === answer)?.[1] ?? planned;

export function keepPlan(answer: string, steps: Step[]): void {
  const others = storedPlans().filter(([id]) => id !== answer);
  writeStored(KEY, [...others, [answer, steps]].slice(-KEPT));
}
