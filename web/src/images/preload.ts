/** Pictures that the browser has decoded by the time they are shown. */
import { thumbnailUrl } from "../api/images";
import type { Image } from "../api/types";

const AT_MOST_MS = 2_000;

/** A slow one does not hold up the others for long. */
export async function thumbnailsLoaded(images: Image[]): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, AT_MOST_MS));
  const all = Promise.all(images.map(({ id }) => loaded(thumbnailUrl(id))));
  await Promise.race([all, late]);
}

export function preload(url: string): void {
  void loaded(url);
}

async function loaded(url: string): Promise<void> {
  const image = document.createElement("img");
  image.src = url;
  await image.decode().catch(() => {});
}
