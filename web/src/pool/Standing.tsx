import { paused, problem, setPaused } from "./pool";

/** Whether the figures are of now, and the button that stops them. */
export function Standing() {
  return (
    <div class="pool-standing">
      <p role="status" class={problem.value ? "pool-stale" : ""}>
        {said()}
      </p>
      <button type="button" class="button small" onClick={() => setPaused(!paused.value)}>
        {paused.value ? "Go on" : "Pause"}
      </button>
    </div>
  );
}

function said(): string {
  if (problem.value?.status === 503) return "The dispatcher restarts…";
  if (problem.value) return `${problem.value.message} These are the last figures.`;
  return paused.value ? "Paused." : "Updated every second.";
}
