/** Console methods that tell the page what they are called with, and then do what they did. */
import { LEVEL_OF } from "../levels";
import type { Level } from "../protocol";
import { format } from "./format";
import type { Outbox } from "./outbox";
import { errorStack, isError, plain } from "./serialise";
import { callStack } from "./stack";

const NATIVE_MOST = 500;
const NATIVE_WITHIN_MS = 1_000;

type Method = (...args: unknown[]) => void;

export function captureConsole(outbox: Outbox): void {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const now = performance.now.bind(performance);
  let depth = 0;
  const mayPass = limiter(now);

  const say = (level: Level, args: readonly unknown[], from: Method, deep = false) => {
    const error = args.find(isError);
    const stack = (error && errorStack(error)) || callStack(from, deep ? 30 : 3);
    const formatted = format(args);
    outbox.add({ level, source: "console", ...formatted, stack, ...(depth > 0 && { depth }) });
  };

  const special: Record<string, (self: Method, args: unknown[]) => void> = {
    assert: (self, [holds, ...rest]) => {
      if (!holds) say("error", ["Assertion failed:", ...rest], self, true);
    },
    trace: (self, args) => say("log", args.length > 0 ? args : ["Trace"], self, true),
    group: (self, args) => {
      say("log", args.length > 0 ? args : ["Group"], self);
      depth++;
    },
    groupEnd: () => {
      depth = Math.max(0, depth - 1);
    },
    count: (self, [name = "default"]) => {
      const label = plain(name);
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      say("log", [`${label}: ${count}`], self);
    },
    countReset: (_self, [name = "default"]) => void counts.delete(plain(name)),
    time: (_self, [name = "default"]) => void timers.set(plain(name), now()),
    timeLog: (self, [name = "default", ...rest]) => sayTime(self, plain(name), rest),
    timeEnd: (self, [name = "default"]) => {
      sayTime(self, plain(name), []);
      timers.delete(plain(name));
    },
    clear: (self) => say("debug", ["console.clear() was called"], self),
  };
  special.groupCollapsed = special.group as (typeof special)[string];

  function sayTime(self: Method, label: string, rest: unknown[]): void {
    const begun = timers.get(label);
    if (begun === undefined) say("warn", [`There is no timer "${label}"`], self);
    else say("log", [`${label}: ${(now() - begun).toFixed(2)} ms`, ...rest], self);
  }

  for (const name of Object.keys(console) as (keyof Console)[]) {
    const native = console[name] as unknown;
    const act = special[name];
    const level = LEVEL_OF[name];
    if (typeof native !== "function" || (!act && !level)) continue;
    const call = native.bind(console) as Method;
    const captured: Method = (...args) => {
      if (act) act(captured, args);
      else if (level) say(level, args, captured, level === "error" || level === "warn");
      if (mayPass()) call(...args);
    };
    Object.defineProperty(captured, "name", { value: name });
    (console as unknown as Record<string, Method>)[name] = captured;
  }
}

/** The browser's own console takes all it is told, until it holds up everything else. */
function limiter(now: () => number): () => boolean {
  let since = 0;
  let passed = 0;
  return () => {
    if (now() - since > NATIVE_WITHIN_MS) {
      since = now();
      passed = 0;
    }
    return ++passed <= NATIVE_MOST;
  };
}
