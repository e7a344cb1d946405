/** What a person may do with a picture. Each shows at once and says so when it did not work. */
import { asProblem } from "../api/http";
import { deleteImage, downloadUrl, favourImage } from "../api/images";
import type { Image } from "../api/types";
import { copyText } from "../shell/copy";
import { COMPOSER_ID, LOG_ID } from "../shell/focus";
import { modelById } from "../state/models";
import { openImage } from "../state/route";
import { showToast } from "../state/toasts";
import { undoable } from "../state/undo";
import { fieldsOf, jobOf } from "./fields";
import { edit, reuse } from "./form";
import { changeImage, forgetImage, hideImage } from "./gallery";
import { beginWith } from "./input";
import { draw } from "./jobs";
import { closePicture, focusTile, imagePath } from "./open";
import { larger, type Size } from "./sizes";
import { nameOf } from "./words";

const LARGER_STRENGTH = 0.35;

export async function toggleFavourite({ id, favourite }: Image): Promise<void> {
  changeImage(id, { favourite: !favourite });
  try {
    const stored = await favourImage(id, !favourite);
    changeImage(id, { favourite: stored.favourite });
  } catch (error) {
    changeImage(id, { favourite });
    showToast(`Not saved: ${asProblem(error).message}`);
  }
}

/** `returned`: what shows it again when it is taken back. */
export function removeImage({ id }: Image, returned = () => focusTile(id)): void {
  hideImage(id, true);
  undoable({
    id,
    text: "Picture deleted.",
    takeBack: () => {
      hideImage(id, false);
      returned();
    },
    carryOut: async () => {
      try {
        await deleteImage(id);
      } catch (error) {
        if (asProblem(error).status !== 404) throw error;
      }
      forgetImage(id);
    },
  });
}

export function download({ id }: Image): void {
  const link = document.createElement("a");
  link.href = downloadUrl(id);
  link.download = "";
  link.click();
}

const address = ({ id }: Image) => location.origin + imagePath(id);

export async function copyLink(image: Image): Promise<void> {
  showToast((await copyText(address(image))) ? "Link copied." : "The link could not be copied.");
}

export function shareImage(image: Image): void {
  // It is refused when the person thinks better of it, which is no failure.
  navigator.share({ title: nameOf(image), url: address(image) }).catch(() => {});
}

export function takeSettings(image: Image): void {
  reuse(image);
  toForm();
}

export function takePrompt({ prompt, negative_prompt }: Image): void {
  edit({ prompt, negative_prompt });
  toForm();
}

export function takeInput({ id }: Image): void {
  beginWith(id);
  toForm();
}

/** The size at which it can be drawn again, by the model that drew it. */
export function largerSize(image: Image): Size | null {
  const drawing = modelById(image.model)?.drawing;
  return drawing ? larger(image, drawing) : null;
}

/** The same picture at that size: what is in it stays, and its edges are drawn anew. */
export function drawLarger(image: Image, size: Size): void {
  const asked = jobOf({ ...fieldsOf(image), size }, image.model);
  void draw({ ...asked, input_id: image.id, mask_id: null, strength: LARGER_STRENGTH });
  closePicture(LOG_ID);
}

/** A picture that is open closes first. */
function toForm(): void {
  if (openImage.value) closePicture(COMPOSER_ID);
  else document.getElementById(COMPOSER_ID)?.focus();
}
