/** Where a call came from, as the engine writes stacks. */
interface Engine {
  stackTraceLimit?: number;
  captureStackTrace?: (into: object, below: unknown) => void;
}

const engine = Error as unknown as Engine;
const capture = engine.captureStackTrace?.bind(Error);

/** Up to `frames` frames, without `below` and what it called. */
export function callStack(below: unknown, frames: number): string {
  const before = engine.stackTraceLimit;
  engine.stackTraceLimit = frames;
  try {
    if (!capture) return new Error().stack ?? "";
    const at: { stack?: unknown } = {};
    capture(at, below);
    return typeof at.stack === "string" ? at.stack.slice(0, 8_000) : "";
  } catch {
    return "";
  } finally {
    if (before !== undefined) engine.stackTraceLimit = before;
  }
}
