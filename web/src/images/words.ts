/** How a job stands, in words. Pure. */
import type { ImageJob } from "../api/types";
import { aboutSeconds } from "../state/model-words";
import type { RunPicture, Waiting } from "../stream/run-view";

const WAITING: Record<string, string> = { model_loading: "The model is starting…" };

export function pictureSaid(picture: RunPicture | undefined, waiting: Waiting | null): string {
  if (picture?.image) return "Done";
  if (waiting && picture?.step === undefined) {
    return WAITING[waiting.reason] ?? (waiting.detail || "Waiting…");
  }
  if (picture?.step === undefined) return "Waiting for its turn…";
  const step = `Step ${picture.step} of ${picture.steps}`;
  return picture.eta_ms === undefined ? step : `${step} · ${aboutSeconds(picture.eta_ms / 1000)}`;
}

/** What a picture is called; variations of another are drawn without any words. */
export const nameOf = ({ prompt }: { prompt: string }) => prompt || "Picture without a prompt";

export const pictures = (count: number) => (count === 1 ? "1 picture" : `${count} pictures`);

export function endingSaid(status: ImageJob["status"], drawn: number): string {
  const done = drawn === 1 ? "1 picture is done." : `${drawn} pictures are done.`;
  if (status === "completed") return done;
  const ending = status === "cancelled" ? "Cancelled." : "The drawing failed.";
  return drawn > 0 ? `${ending} ${done}` : ending;
}
