import { useEffect, useRef } from "preact/hooks";
import { EmptyGallery } from "./EmptyGallery";
import { Filters } from "./Filters";
import {
  cursor,
  isFiltered,
  loadMoreImages,
  moreFailed,
  phase,
  problem,
  refreshGallery,
  shownImages,
} from "./gallery";
import { refreshJobs } from "./jobs";
import { Tile } from "./Tile";
import { pictures } from "./words";

export function Gallery() {
  return (
    <section class="gallery" aria-label="Gallery">
      <Filters />
      <GalleryBody />
    </section>
  );
}

function GalleryBody() {
  if (phase.value === "error") return <GalleryProblem />;
  const images = shownImages.value;
  if (images.length === 0 && phase.value === "loading") {
    return (
      <p class="images-note" role="status">
        Loading…
      </p>
    );
  }
  return (
    <>
      {images.length === 0 && cursor.value === null && <EmptyGallery />}
      {isFiltered.value && images.length > 0 && (
        <p class="visually-hidden" role="status">
          {pictures(images.length)} found
        </p>
      )}
      <ul class="tiles">
        {images.map((image) => (
          <Tile key={image.id} image={image} />
        ))}
      </ul>
      {cursor.value !== null && <More from={cursor.value} />}
    </>
  );
}

/** Asks for the next page when it comes near the view; again after each, which may be empty. */
function More({ from }: { from: string }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = mark.current?.closest(".images") ?? null;
    const seen = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && !moreFailed.peek() && void loadMoreImages(),
      { root, rootMargin: "600px" },
    );
    if (mark.current) seen.observe(mark.current);
    return () => seen.disconnect();
  }, [from]);
  return (
    <div class="images-note" ref={mark}>
      {moreFailed.value && <p>Older pictures could not be loaded.</p>}
      <button type="button" class="button" onClick={() => void loadMoreImages()}>
        {moreFailed.value ? "Try again" : "More"}
      </button>
    </div>
  );
}

function GalleryProblem() {
  const again = () => {
    void refreshJobs();
    void refreshGallery();
  };
  return (
    <div class="images-note" role="alert">
      <p>{problem.value?.message}</p>
      <button type="button" class="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}
