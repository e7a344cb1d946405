import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem } from "../api/http";
import { fileUrl, thumbnailUrl } from "../api/images";
import type { Image } from "../api/types";
import { IconButton } from "../shell/IconButton";
import { Toasts } from "../shell/Toasts";
import { imageOf, loadImage, shownImages } from "./gallery";
import { neighbours } from "./gallery-list";
import { LightboxPanel } from "./LightboxPanel";
import { onLightboxKey, showAfter, showBefore } from "./lightbox";
import { closePicture, focusClosed } from "./open";
import { preload } from "./preload";
import { useSwipe } from "./use-swipe";
import { nameOf } from "./words";

/** A picture as large as fits, over the page. */
export function Lightbox({ id }: { id: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = useRef(id);
  shown.current = id;
  const image = imageOf(id);
  const [before, after] = neighbours(shownImages.value, id);
  const swipe = useSwipe(showBefore, showAfter);

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(".lightbox-close")?.focus();
    // On the window: the focus may be on what has gone with the picture before.
    addEventListener("keydown", onLightboxKey);
    return () => {
      removeEventListener("keydown", onLightboxKey);
      focusClosed(shown.current);
    };
  }, []);
  useEffect(() => {
    for (const near of [after, before]) if (near) preload(fileUrl(near.id));
  }, [before?.id, after?.id]);

  return (
    <dialog ref={dialog} class="lightbox" aria-label="Picture" onClose={() => closePicture()}>
      <div class="lightbox-stage" {...swipe}>
        {image ? <Picture key={id} image={image} /> : <Missing key={id} id={id} />}
        {before && (
          <IconButton icon="left" label="Previous" class="previous" onClick={showBefore} />
        )}
        {after && <IconButton icon="right" label="Next" class="next" onClick={showAfter} />}
      </div>
      <IconButton
        icon="close"
        label="Close (Esc)"
        class="lightbox-close"
        onClick={() => dialog.current?.close()}
      />
      {image && <LightboxPanel image={image} />}
      <Toasts />
    </dialog>
  );
}

/** The thumbnail shows until the picture itself has come. */
function Picture({ image }: { image: Image }) {
  const { id, width, height } = image;
  return (
    <img
      class="lightbox-picture"
      src={fileUrl(id)}
      alt={nameOf(image)}
      width={width}
      height={height}
      style={{ backgroundImage: `url("${thumbnailUrl(id)}")` }}
    />
  );
}

/** It is not among those that the gallery has loaded. */
function Missing({ id }: { id: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const load = () => {
    setProblem(null);
    loadImage(id).catch((error) => {
      const { status, message } = asProblem(error);
      setProblem([404, 422].includes(status) ? "There is no such picture." : message);
    });
  };
  useEffect(load, []);
  if (problem === null) return <p role="status">Loading…</p>;
  return (
    <div class="images-note" role="alert">
      <p>{problem}</p>
      <button type="button" class="button" onClick={load}>
        Try again
      </button>
    </div>
  );
}
