import { useCallback, useRef, useState } from "preact/hooks";
import { Icon } from "../shell/icons";
import { Popover } from "../shell/Popover";
import { useNow } from "../shell/use-now";
import { openConversation, saveConversation } from "../state/conversations";
import { modelWords } from "../state/model-words";
import { chooseNewModel, modelById, modelsAt, newModel } from "../state/models";
import { openId } from "../state/route";
import { ModelList } from "./ModelList";

export function ModelPicker() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const conversation = openConversation.value;
  const id = openId.value === null ? newModel.value : (conversation?.model ?? newModel.value);
  const model = modelById(id);
  const busy = model?.state === "loading" || model?.state === "pulling";
  const now = useNow(busy);
  const words = model && modelWords(model, (now - modelsAt.value) / 1000);

  const close = useCallback((refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  }, []);
  const onClose = useCallback(() => close(false), [close]);

  const choose = (chosen: string) => {
    close(true);
    chooseNewModel(chosen);
    if (conversation && chosen !== conversation.model) {
      void saveConversation(conversation.id, { model: chosen });
    }
  };

  return (
    <div class="picker">
      <button
        ref={button}
        type="button"
        class="picker-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="visually-hidden">Model: </span>
        <span class="picker-name">{model?.name ?? id ?? "Choose a model"}</span>
        {model?.labels.map((label) => (
          <span class="badge" key={label}>
            {label}
          </span>
        ))}
        {words && <span class={`state-dot ${words.tone}`} aria-hidden="true" />}
        {words && words.tone !== "good" && <span class="picker-state">{words.text}</span>}
        {words?.tone === "good" && <span class="visually-hidden">, ready</span>}
        <Icon name="caret" />
      </button>
      {open && (
        <Popover
          anchor={button}
          role="dialog"
          label="Choose a model"
          class="model-popover"
          onClose={onClose}
        >
          <ModelList current={id} onChoose={choose} onEscape={() => close(true)} />
        </Popover>
      )}
    </div>
  );
}
