/** The picture that a drawing begins with: one of the gallery, or one that is uploaded. */
import { signal } from "@preact/signals";
import { asProblem } from "../api/http";
import { uploadImage } from "../api/images";
import { edit, refuse } from "./form";

export const UPLOADED = ["image/png", "image/jpeg", "image/webp"];
export const uploading = signal(false);

const MOST_BYTES = 20 * 2 ** 20;
let newest = 0;

export function beginWith(input_id: string | null): void {
  newest++;
  uploading.value = false;
  edit({ input_id, mask_id: null });
}

export async function uploadInput(file: File): Promise<void> {
  beginWith(null);
  const problem = unfit(file);
  if (problem) return refuse("input_id", problem);
  const mine = newest;
  uploading.value = true;
  try {
    const { id } = await uploadImage(file);
    if (mine === newest) beginWith(id);
  } catch (error) {
    if (mine !== newest) return; // another one was chosen meanwhile
    uploading.value = false;
    refuse("input_id", asProblem(error).message.replace(/^body: /, "The file "));
  }
}

export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith("image/")) ?? null;
}

function unfit({ type, size }: File): string | null {
  if (!UPLOADED.includes(type)) return "A picture must be a PNG, a JPEG or a WebP.";
  return size > MOST_BYTES ? "A picture may have at most 20 MiB." : null;
}
