import type { Drawing } from "../api/types";
import { edit, fields } from "./form";
import { Problem } from "./Problem";
import { isSame, type SizeChoice, sizeChoices } from "./sizes";

export function SizeChoices({ drawing }: { drawing: Drawing }) {
  const offered = sizeChoices(drawing);
  const chosen = fields.value.size ?? drawing;
  const own = offered.some((choice) => isSame(choice, chosen)) ? [] : [custom(chosen)];
  const choices = [...offered, ...own];
  if (choices.length < 2) return null;
  return (
    <fieldset class="field">
      <legend>Size</legend>
      <div class="sizes">
        {choices.map((choice) => (
          <SizeOption
            key={`${choice.width}x${choice.height}`}
            choice={choice}
            checked={isSame(choice, chosen)}
            onChoose={() => edit({ size: isSame(choice, drawing) ? null : pick(choice) })}
          />
        ))}
      </div>
      <Problem name="size" />
    </fieldset>
  );
}

interface OptionProps {
  choice: SizeChoice;
  checked: boolean;
  onChoose: () => void;
}

function SizeOption({ choice: { label, width, height }, checked, onChoose }: OptionProps) {
  return (
    <label class="size" title={label}>
      <input type="radio" name="size" checked={checked} onChange={onChoose} />
      <span class="size-shape" aria-hidden="true">
        <span style={{ aspectRatio: `${width} / ${height}` }} class={shapeClass(width, height)} />
      </span>
      <span class="visually-hidden">{label}, </span>
      <span class="size-pixels">
        {width} × {height}
      </span>
    </label>
  );
}

const shapeClass = (width: number, height: number) => (width < height ? "tall" : "wide");

const pick = ({ width, height }: SizeChoice) => ({ width, height });

const custom = ({ width, height }: { width: number; height: number }): SizeChoice => ({
  width,
  height,
  label: "As drawn before",
});
