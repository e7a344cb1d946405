/** What a request will take, as far as that can be told before it is sent. Pure. */
import type { Budget } from "../../api/messages";
import type { FileEntry } from "../../api/projects";
import type { Message, Model } from "../../api/types";

const BYTES_A_TOKEN = 3.5;
/** Of the studio's own instructions. */
const INSTRUCTIONS = 400;
/** Of a prompt's room, for the project's files. */
const FILES_SHARE = 0.6;
const MAIN_FILE = "src/App.tsx";
/** Answers that say how long the next one will be; where there is none it is a guess. */
const EARLIER = 5;
const GUESS = 1_000;
const PLAN_GUESS = 200;

/** In tokens, of one try. */
export interface Estimate {
  reads: number;
  writes: number;
  /** Whether that is what answers took before. */
  measured: boolean;
  /** The most that an answer can have. */
  most: number;
  /** What a plan takes that another model makes before. */
  planning: { planner: Model; tokens: number; usd: number } | null;
}

export function estimate(
  model: Model,
  planner: Model | null,
  files: Iterable<FileEntry>,
  messages: Message[],
  request: string,
): Estimate {
  const most = Math.min(model.max_output_tokens, Math.floor(model.context_tokens / 2));
  const answers = messages
    .flatMap(({ build, usage }) => (build && usage ? [usage.completion_tokens] : []))
    .slice(-EARLIER);
  const reads = Math.round(
    reading(model, [...files], messages, request, model.context_tokens - most),
  );
  return {
    reads,
    writes: Math.min(most, mean(answers) ?? GUESS),
    measured: answers.length > 0,
    most,
    planning: planner && {
      planner,
      tokens: reads + PLAN_GUESS,
      usd: costOf(planner, reads, PLAN_GUESS) ?? 0,
    },
  };
}

function reading(
  model: Model,
  files: FileEntry[],
  messages: Message[],
  request: string,
  room: number,
): number {
  const asked = request.length / BYTES_A_TOKEN;
  if (learntToAsk(model)) {
    const main = files.find(({ path }) => path === MAIN_FILE)?.size ?? 0;
    return main / BYTES_A_TOKEN + asked;
  }
  const all = files.reduce((sum, { size }) => sum + size, 0) / BYTES_A_TOKEN;
  const said = messages.reduce((sum, { content }) => sum + content.length, 0) / BYTES_A_TOKEN;
  return Math.min(room, INSTRUCTIONS + Math.min(all, FILES_SHARE * room) + said + asked);
}

/** It is shown one file and the wish. */
export const learntToAsk = ({ capabilities }: Model) => capabilities.includes("code");

/** In dollars, of one try; null where nobody pays. */
export function costOf(model: Model, reads: number, writes: number): number | null {
  const { input_usd_per_mtok: input, output_usd_per_mtok: output } = model.price ?? NOTHING;
  return input + output > 0 ? (reads * input + writes * output) / 1e6 : null;
}

const NOTHING = { input_usd_per_mtok: 0, output_usd_per_mtok: 0 };

/** Tokens of an answer, without which a build is not begun. */
const LEAST_ANSWER = 64;

/** Whether a build would be refused for want of it. */
export function isTooSmall({ tokens, usd }: Budget, model: Model, reads: number): boolean {
  const cost = costOf(model, reads, LEAST_ANSWER);
  return (
    (tokens !== undefined && reads + LEAST_ANSWER > tokens) ||
    (usd !== undefined && cost !== null && cost > usd)
  );
}

function mean(values: number[]): number | null {
  if (values.length === 0) return null;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** What a request takes about, of what it may take: in money where only that is limited. */
export function budgetText(limits: Budget, model: Model | null, expected: Estimate | null): string {
  const cost = model && costOf(model, expected?.reads ?? 1, expected?.writes ?? 1);
  const inMoney = cost !== null && limits.tokens === undefined;
  const unit = inMoney ? "" : " tokens";
  const limit = inMoney ? limits.usd : limits.tokens;
  const text = inMoney ? usdText : tokensText;
  const most = limit === undefined ? null : inMoney ? dollars(limit) : limit.toLocaleString("en");
  if (!expected) return most ? `At most ${most}${unit}` : "No budget";
  const { reads, writes, planning } = expected;
  const whole = inMoney ? cost + (planning?.usd ?? 0) : reads + writes + (planning?.tokens ?? 0);
  const about = `About ${text(whole)}`;
  return most ? `${about} of ${most}${unit}` : `${about}${unit}`;
}

/** Three digits: "3,410"; two of money: "$0.0042". */
export const tokensText = (tokens: number) => Number(tokens.toPrecision(3)).toLocaleString("en");
export const usdText = (usd: number) => dollars(Number(usd.toPrecision(2)));

const dollars = (usd: number) => `$${/\.\d{3}|e/.test(String(usd)) ? usd : usd.toFixed(2)}`;
