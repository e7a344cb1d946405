import { thumbnailUrl } from "../api/images";
import type { Image } from "../api/types";
import { focusComposer } from "../shell/focus";
import { Menu } from "../shell/Menu";
import { download, removeImage, takeInput, takeSettings } from "./actions";
import { Favourite } from "./Favourite";
import { shownImages } from "./gallery";
import { neighbours } from "./gallery-list";
import { focusTile, imagePath, onPictureClick, tileId } from "./open";
import { nameOf } from "./words";

/** A picture in the gallery. */
export function Tile({ image }: { image: Image }) {
  const { id, width, height } = image;
  const name = nameOf(image);
  return (
    <li class="tile">
      <a
        id={tileId(id)}
        class="tile-link"
        href={imagePath(id)}
        onClick={(event) => onPictureClick(event, id)}
      >
        <img src={thumbnailUrl(id)} alt={name} width={width} height={height} loading="lazy" />
      </a>
      <div class="tile-tools">
        <Menu
          label={`Options for ${name}`}
          items={[
            { label: "Download", icon: "download", run: () => download(image) },
            { label: "Use these settings", icon: "sliders", run: () => takeSettings(image) },
            { label: "Begin with this picture", icon: "image", run: () => takeInput(image) },
            { label: "Delete", icon: "trash", danger: true, run: () => remove(image) },
          ]}
        />
        <Favourite image={image} />
      </div>
    </li>
  );
}

/** The keyboard goes on with the picture that takes its place. */
function remove(image: Image): void {
  const [before, after] = neighbours(shownImages.value, image.id);
  removeImage(image);
  const next = after ?? before;
  if (next) focusTile(next.id);
  else focusComposer();
}
