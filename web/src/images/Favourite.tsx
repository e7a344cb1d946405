import type { Image } from "../api/types";
import { IconButton } from "../shell/IconButton";
import { toggleFavourite } from "./actions";
import { HEART } from "./icons";

export function Favourite({ image }: { image: Image }) {
  return (
    <IconButton
      icon={HEART}
      class="heart"
      label="Favourite"
      pressed={image.favourite}
      onClick={() => void toggleFavourite(image)}
    />
  );
}
