import type { ComponentChildren } from "preact";
import { downloadUrl } from "../api/images";
import type { Image } from "../api/types";
import { IconButton } from "../shell/IconButton";
import { Icon, type IconName } from "../shell/icons";
import { modelName } from "../state/models";
import {
  copyLink,
  drawLarger,
  largerSize,
  shareImage,
  takeInput,
  takePrompt,
  takeSettings,
  toggleFavourite,
} from "./actions";
import { HEART, LINK, SHARE } from "./icons";
import { removeOpen } from "./lightbox";
import { nameOf } from "./words";

/** What it was drawn from, and what can be done with it. */
export function LightboxPanel({ image }: { image: Image }) {
  const { prompt, negative_prompt, favourite } = image;
  const size = largerSize(image);
  return (
    <div class="lightbox-panel">
      <div class="lightbox-tools">
        <IconButton
          icon={HEART}
          class="heart"
          label="Favourite (F)"
          pressed={favourite}
          onClick={() => void toggleFavourite(image)}
        />
        <a
          class="icon-button"
          href={downloadUrl(image.id)}
          download
          title="Download (D)"
          aria-label="Download (D)"
        >
          <Icon name="download" />
        </a>
        <IconButton icon={LINK} label="Copy link" onClick={() => void copyLink(image)} />
        {"share" in navigator && (
          <IconButton icon={SHARE} label="Share" onClick={() => shareImage(image)} />
        )}
        <IconButton icon="trash" label="Delete (Del)" onClick={() => removeOpen(image)} />
      </div>
      <p class="lightbox-prompt">{nameOf(image)}</p>
      {negative_prompt && <p class="lightbox-negative">Without: {negative_prompt}</p>}
      <Facts image={image} />
      <div class="lightbox-uses">
        <Use icon="sliders" onClick={() => takeSettings(image)}>
          Use these settings
        </Use>
        <Use icon="image" onClick={() => takeInput(image)}>
          Begin with this picture
        </Use>
        {size && (
          <Use icon="plus" onClick={() => drawLarger(image, size)}>
            Draw it larger
          </Use>
        )}
        {prompt && (
          <Use icon="edit" onClick={() => takePrompt(image)}>
            Use the prompt only
          </Use>
        )}
      </div>
    </div>
  );
}

function Use(props: { icon: IconName; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button with-icon" onClick={props.onClick}>
      <Icon name={props.icon} />
      {props.children}
    </button>
  );
}

function Facts({ image }: { image: Image }) {
  const facts: [string, string][] = [
    ["Model", modelName(image.model)],
    ["Size", `${image.width} × ${image.height}`],
    ["Steps", String(image.steps)],
    ["Guidance", String(image.guidance)],
    ...(image.scheduler ? [["Scheduler", image.scheduler] as [string, string]] : []),
    ["Seed", String(image.seed)],
    ["Took", `${(image.duration_ms / 1000).toFixed(1)} s`],
    ["Drawn", new Date(image.created_at).toLocaleString()],
  ];
  return (
    <dl class="lightbox-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
