import { useCallback, useRef, useState } from "preact/hooks";
import { ModelList } from "../../header/ModelList";
import { Icon } from "../../shell/icons";
import { Popover } from "../../shell/Popover";
import { known, saveConversation } from "../../state/conversations";
import { modelById } from "../../state/models";
import { chooseCoder, coder, coders } from "./coders";

/** Who builds: of a project's conversation, or for the next project where there is none. */
export function ModelChoice({ conversation }: { conversation: string | null }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const own = conversation === null ? null : (known.value.get(conversation)?.model ?? null);
  const id = own ?? coder.value;
  const close = useCallback(() => setOpen(false), []);

  const choose = (chosen: string) => {
    setOpen(false);
    button.current?.focus();
    chooseCoder(chosen);
    if (conversation && chosen !== own) void saveConversation(conversation, { model: chosen });
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class="model-chip"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="visually-hidden">Model: </span>
        {modelById(id)?.name ?? id ?? "Choose a model"}
        <Icon name="caret" />
      </button>
      {open && (
        <Popover
          anchor={button}
          role="dialog"
          label="Choose a model"
          class="model-popover"
          onClose={close}
        >
          <ModelList
            offered={coders.value}
            current={id}
            onChoose={choose}
            onEscape={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Popover>
      )}
    </>
  );
}
