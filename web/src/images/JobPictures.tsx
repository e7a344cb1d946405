import { thumbnailUrl } from "../api/images";
import { narrow } from "../shell/layout";
import type { RunPicture, RunView, Waiting } from "../stream/run-view";
import type { Job } from "./jobs";
import { imagePath, onPictureClick } from "./open";
import { pictureSaid } from "./words";

type Settings = Pick<Job["asked"], "width" | "height" | "count">;

const NOTHING = { pictures: [], waiting: null };

/** Those of a job, also of one that is on its way to the server. */
export function JobPictures({ job }: { job: Job }) {
  const { pictures, waiting } = job.live?.view.value ?? NOTHING;
  const said = job.status === "sending" ? "Sending…" : "";
  return <GrowingPictures settings={job.asked} pictures={pictures} waiting={waiting} said={said} />;
}

/** Those of an answer that are not done. */
export function UnfinishedPictures({ view, drawing }: { view: RunView; drawing: Settings }) {
  return <GrowingPictures settings={drawing} {...view} said="" growingOnly />;
}

interface Props {
  settings: Settings;
  pictures: RunPicture[];
  waiting: Waiting | null;
  /** In place of how each stands. */
  said: string;
  growingOnly?: boolean;
}

/** Side by side, and each growing sharper. */
function GrowingPictures({ settings, pictures, waiting, said, growingOnly }: Props) {
  const { count } = settings;
  const ratio = (settings.width ?? 1) / (settings.height ?? 1);
  const shown = Array.from({ length: count }, (_, index) => ({
    index,
    picture: pictures.find((one) => one.index === index),
  })).filter(({ picture }) => !growingOnly || !picture?.image);
  if (shown.length === 0) return null;
  const across = Math.min(shown.length, narrow.value ? 2 : 4);
  return (
    <ul class="job-pictures" style={{ "--across": String(across), "--ratio": String(ratio) }}>
      {shown.map(({ index, picture }) => (
        <JobPicture
          key={index}
          name={count === 1 ? "Picture" : `Picture ${index + 1} of ${count}`}
          picture={picture}
          said={said}
          waiting={waiting}
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
