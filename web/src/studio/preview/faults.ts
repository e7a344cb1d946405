/** What is wrong with an app, each fault once. */
import type { BuildProblem } from "./bundle";
import { callsOf } from "./console/stored";
import type { Positions } from "./positions";
import type { Message, Source } from "./protocol";
import type { Fault } from "./self-fix";

const MOST = 20;
/** What an app says by itself is no fault: it may have dealt with it. */
const THROWN: Source[] = ["exception", "rejection"];

/** Those that are known, with those among the messages that say something else; the same array where
 * there is none. */
export function runFaults(
  known: readonly Fault[],
  messages: readonly Message[],
  positions: Positions,
): readonly Fault[] {
  const found = [...known];
  for (const { source, text, stack = "" } of messages) {
    if (found.length === MOST) break;
    if (!THROWN.includes(source) || found.some((fault) => fault.text === text)) continue;
    const calls = callsOf(stack, positions);
    const key = [text, ...calls.map(({ name, path }) => `${name}@${path}`)].join("\n");
    const [place] = calls;
    found.push({ key, text, place: place ?? null });
  }
  return found.length > known.length ? found : known;
}

export const buildFaults = (problems: readonly BuildProblem[]): Fault[] =>
  problems.map(({ text, at }) => ({ key: `${text}\n@${at?.path ?? ""}`, text, place: at }));
