import { useNow } from "../shell/use-now";
import type { LiveRun } from "../state/live";
import { modelById, modelsAt } from "../state/models";
import { waitingText } from "./waiting-text";

/** Nothing to read yet, and why. The Announcer says it: once, not at every second. */
export function WaitingLine({ live, model }: { live: LiveRun; model: string | null }) {
  const { waiting } = live.view.value;
  const now = useNow(waiting !== null);
  const eta = modelById(model)?.progress?.eta_s ?? null;
  const left = waiting?.retry_in_s ?? null;
  const seconds =
    left !== null
      ? left - (now - live.waitingSince) / 1000
      : eta !== null
        ? eta - (now - modelsAt.value) / 1000
        : null;
  return (
    <p class="waiting">
      <span class="spinner" aria-hidden="true" />
      {waitingText(waiting, seconds)}
    </p>
  );
}
