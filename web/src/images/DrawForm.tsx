import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { COMPOSER_ID, LOG_ID } from "../shell/focus";
import { isComposing, withMod } from "../shell/keys";
import { CountChoice } from "./CountChoice";
import { drawModel, edit, fields, submit, tries } from "./form";
import { InputPicture } from "./InputPicture";
import { pictureIn, uploadInput } from "./input";
import { ModelChoice } from "./ModelChoice";
import { MoreSettings } from "./MoreSettings";
import { Problem, problemProps } from "./Problem";
import { SizeChoices } from "./SizeChoices";

export function DrawForm() {
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const { prompt } = fields.value;
  useLayoutEffect(() => {
    if (area.current) growToText(area.current);
  }, [prompt]);
  // After each try, one that the server refused too; not while the person mends the fields.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries.value]);

  const draw = (event: Event) => {
    event.preventDefault();
    if (submit()) document.getElementById(LOG_ID)?.scrollIntoView({ block: "start" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || isComposing(event)) return;
    const plain = !event.shiftKey && !event.altKey && event.target === area.current;
    if (plain || withMod(event)) draw(event);
  };

  return (
    <form
      ref={form}
      class="draw"
      aria-label="New pictures"
      onSubmit={draw}
      onKeyDown={onKeyDown}
      onPaste={(event) => take(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <div class="draw-fields">
        <label class="field">
          <span>Prompt</span>
          <textarea
            ref={area}
            id={COMPOSER_ID}
            rows={3}
            placeholder="What shall be drawn?"
            enterkeyhint="go"
            value={prompt}
            onInput={(event) => edit({ prompt: event.currentTarget.value })}
            {...problemProps("prompt")}
          />
        </label>
        <Problem name="prompt" />
        <InputPicture />
        <ModelChoice />
        {drawModel.value?.drawing && <SizeChoices drawing={drawModel.value.drawing} />}
        <CountChoice />
        <MoreSettings drawing={drawModel.value?.drawing ?? null} />
      </div>
      <button type="submit" class="button primary draw-button">
        Draw
      </button>
    </form>
  );
}

/** A picture that is pasted or dropped; anything else goes where it would have gone. */
function take(event: Event, data: DataTransfer | null): void {
  const file = pictureIn(data);
  if (!file) return;
  event.preventDefault();
  void uploadInput(file);
}

function growToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`; // with its border
}
