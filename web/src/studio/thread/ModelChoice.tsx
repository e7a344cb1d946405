import { ModelList } from "../../header/ModelList";
import { known, saveConversation } from "../../state/conversations";
import { modelById } from "../../state/models";
import { ChipPopover } from "./ChipPopover";
import { chooseCoder, coder, coders } from "./coders";

/** Who builds: of a project's conversation, or for the next project where there is none. */
export function ModelChoice({ conversation }: { conversation: string | null }) {
  const own = conversation === null ? null : (known.value.get(conversation)?.model ?? null);
  const id = own ?? coder.value;

  const choose = (chosen: string) => {
    chooseCoder(chosen);
    if (conversation && chosen !== own) void saveConversation(conversation, { model: chosen });
  };

  return (
    <ChipPopover
      name="Model"
      text={modelById(id)?.name ?? id ?? "Choose a model"}
      label="Choose a model"
      class="model-popover"
    >
      {(close) => (
        <ModelList
          offered={coders.value}
          current={id}
          onChoose={(chosen) => {
            close();
            choose(chosen);
          }}
          onEscape={close}
        />
      )}
    </ChipPopover>
  );
}
