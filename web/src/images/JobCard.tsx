import { focusComposer } from "../shell/focus";
import { Icon } from "../shell/icons";
import { JobPictures } from "./JobPictures";
import { cancelJob, discardJob, drawAgain, isRunning, type Job, jobs, retryJob } from "./jobs";
import { endingSaid, nameOf } from "./words";

export function JobCard({ job }: { job: Job }) {
  const name = nameOf(job.asked);
  return (
    <article class="job" aria-label={`Pictures of: ${name}`}>
      <header class="job-head">
        <h2 class="job-prompt" title={name}>
          {name}
        </h2>
        {isRunning(job) && <CancelButton job={job} />}
      </header>
      {isRunning(job) ? <JobPictures job={job} /> : <Ended job={job} />}
    </article>
  );
}

function CancelButton({ job }: { job: Job }) {
  const newest = jobs.value.find(isRunning)?.id === job.id;
  return (
    <button
      type="button"
      class="button small"
      title={newest ? "Cancel (Esc)" : "Cancel"}
      disabled={job.cancelling}
      onClick={() => {
        void cancelJob(job.id);
        focusComposer();
      }}
    >
      {job.cancelling ? "Cancelling…" : "Cancel"}
    </button>
  );
}

/** What it came to, where that is not pictures alone. */
function Ended({ job }: { job: Job }) {
  const dismiss = () => {
    discardJob(job.id);
    focusComposer();
  };
  const again = () => {
    if (job.status === "unsent") void retryJob(job);
    else drawAgain(job);
    focusComposer();
  };
  return (
    <div class="job-end" role={job.status === "unsent" ? "alert" : undefined}>
      <p class={job.status === "cancelled" ? "job-outcome" : "job-outcome bad"}>
        {job.status !== "cancelled" && <Icon name="alert" />}
        {outcome(job)}
      </p>
      <button type="button" class="button small" onClick={again}>
        {job.status === "unsent" ? "Retry" : "Try again"}
      </button>
      <button type="button" class="button small" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}

function outcome({ status, detail, drawn }: Job): string {
  if (status === "unsent") return `Not sent: ${detail}`;
  if (status !== "failed") return endingSaid("cancelled", drawn);
  const done = drawn > 0 ? ` ${endingSaid("completed", drawn)}` : "";
  return `${detail ?? "The drawing failed."}${done}`;
}
