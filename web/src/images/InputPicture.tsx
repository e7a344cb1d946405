import { useRef } from "preact/hooks";
import { thumbnailUrl } from "../api/images";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { edit, fields } from "./form";
import { beginWith, UPLOADED, uploadInput, uploading } from "./input";
import { Problem, problemProps } from "./Problem";

/** The picture to begin with, if there is one, and how much of it is changed. */
export function InputPicture() {
  const chooser = useRef<HTMLInputElement>(null);
  const { input_id } = fields.value;
  return (
    <div class="input-picture">
      {input_id ? (
        <Begun id={input_id} />
      ) : (
        <button
          type="button"
          class="button small"
          aria-busy={uploading.value}
          onClick={() => chooser.current?.click()}
          {...problemProps("input_id")}
        >
          <Icon name="image" />
          {uploading.value ? "Uploading…" : "Begin with a picture…"}
        </button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={UPLOADED.join()}
        aria-label="Picture to begin with"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void uploadInput(file);
          event.currentTarget.value = ""; // the same one can be chosen again
        }}
      />
      <Problem name="input_id" />
    </div>
  );
}

function Begun({ id }: { id: string }) {
  const { strength, mask_id } = fields.value;
  return (
    <>
      <img src={thumbnailUrl(id)} alt="The drawing begins with this." width={64} height={64} />
      <label class="field">
        <span>Change {strength} %</span>
        <input
          type="range"
          min={5}
          max={100}
          step={5}
          value={strength}
          aria-valuetext={`${strength} %`}
          onInput={(event) => edit({ strength: event.currentTarget.value })}
        />
        {mask_id && <small>Only where its mask is white</small>}
      </label>
      <IconButton icon="close" label="Begin without a picture" onClick={() => beginWith(null)} />
    </>
  );
}
