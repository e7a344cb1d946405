import { thumbnailUrl } from "../api/images";
import { narrow } from "../shell/layout";
import type { RunPicture } from "../stream/run-view";
import type { Job } from "./jobs";
import { imagePath, onPictureClick } from "./open";
import { pictureSaid } from "./words";

/** Side by side, and each growing sharper. */
export function JobPictures({ job }: { job: Job }) {
  const { asked, live, status } = job;
  const count = asked.count;
  const across = Math.min(count, narrow.value ? 2 : 4);
  const ratio = (asked.width ?? 1) / (asked.height ?? 1);
  return (
    <ul class="job-pictures" style={{ "--across": String(across), "--ratio": String(ratio) }}>
      {Array.from({ length: count }, (_, index) => (
        <JobPicture
          key={index}
          name={count === 1 ? "Picture" : `Picture ${index + 1} of ${count}`}
          picture={live?.view.value.pictures.find((one) => one.index === index)}
          said={status === "sending" ? "Sending…" : ""}
          waiting={live?.view.value.waiting ?? null}
        />
      ))}
    </ul>
  );
}

interface PictureProps {
  name: string;
  picture: RunPicture | undefined;
  said: string;
  waiting: Parameters<typeof pictureSaid>[1];
}

function JobPicture({ name, picture, said, waiting }: PictureProps) {
  const image = picture?.image;
  const words = said || pictureSaid(picture, waiting);
  // The element stays, so that each look is there until the next one is decoded.
  const look = image ? thumbnailUrl(image.id) : picture?.preview;
  const done = picture?.step !== undefined && picture.steps ? picture.step / picture.steps : 0;
  const frame = (
    <span class={image ? "job-frame" : "job-frame growing"}>
      {look && <img src={look} alt={image ? `${name}, done` : `${name}, being drawn`} />}
      {!image && <span class="job-bar" style={{ transform: `scaleX(${done})` }} />}
    </span>
  );
  return (
    <li class="job-picture">
      {image ? (
        <a href={imagePath(image.id)} onClick={(event) => onPictureClick(event, image.id)}>
          {frame}
        </a>
      ) : (
        frame
      )}
      <p class="job-words">{words}</p>
    </li>
  );
}
