import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem, type Problem } from "../../api/http";

export interface Attempt {
  busy: boolean;
  problem: Problem | null;
  /** What went wrong is the problem then, unless it was broken off. */
  run(act: (signal: AbortSignal) => Promise<void>): Promise<void>;
  cancel(): void;
  clear(): void;
}

/** One call at a time, that can be broken off, and ends with whoever asked. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const call = useRef<AbortController | null>(null);
  const cancel = () => call.current?.abort();
  useEffect(() => cancel, []);

  const run = async (act: (signal: AbortSignal) => Promise<void>) => {
    const mine = new AbortController();
    call.current = mine;
    setBusy(true);
    setProblem(null);
    try {
      await act(mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, cancel, clear: () => setProblem(null) };
}
