import { useEffect } from "preact/hooks";
import { focusComposer, LOG_ID } from "../shell/focus";
import { isComposing } from "../shell/keys";
import { modelList, modelsFor } from "../state/models";
import { openImage } from "../state/route";
import { DrawForm } from "./DrawForm";
import { Gallery } from "./Gallery";
import { refreshGallery } from "./gallery";
import { JobCard } from "./JobCard";
import { cancelJob, isRunning, jobs, refreshJobs } from "./jobs";
import { Lightbox } from "./Lightbox";

export { UnfinishedPictures } from "./JobPictures";

export default function ImagesPage() {
  useEffect(startRefreshing, []);
  useEffect(() => {
    addEventListener("keydown", onEscape);
    return () => removeEventListener("keydown", onEscape);
  }, []);
  useEffect(() => {
    if (!openImage.peek() && matchMedia("(hover: hover)").matches) focusComposer();
  }, []);

  const drawsNothing = modelList.value !== null && modelsFor("image").length === 0;
  return (
    <div class="images">
      <div class="images-columns">
        {drawsNothing ? (
          <p class="images-note">No model that draws is offered here.</p>
        ) : (
          <DrawForm />
        )}
        <div class="images-main" id={LOG_ID} tabIndex={-1}>
          {jobs.value.length > 0 && (
            <section class="jobs" aria-label="Being drawn">
              {jobs.value.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </section>
          )}
          <Gallery />
        </div>
      </div>
      {openImage.value && <Lightbox id={openImage.value} />}
    </div>
  );
}

const AT_MOST_EVERY_MS = 2_000;

/** At once, and whenever the page is looked at again: what happened on other devices. */
function startRefreshing(): () => void {
  let last = 0;
  const look = () => {
    if (document.visibilityState === "hidden" || Date.now() - last < AT_MOST_EVERY_MS) return;
    last = Date.now();
    void refreshJobs();
    void refreshGallery();
  };
  look();
  const on = ["focus", "online", "pageshow", "visibilitychange"];
  for (const name of on) addEventListener(name, look);
  return () => {
    for (const name of on) removeEventListener(name, look);
  };
}

/** Cancels the newest job, when nothing else wants the key. */
function onEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
  if (document.querySelector("dialog[open], :popover-open")) return;
  const newest = jobs.value.find((job) => isRunning(job) && !job.cancelling);
  if (!newest) return;
  event.preventDefault();
  void cancelJob(newest.id);
}
