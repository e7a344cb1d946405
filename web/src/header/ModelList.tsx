import { useEffect, useRef, useState } from "preact/hooks";
import type { Model } from "../api/types";
import { isComposing } from "../shell/keys";
import { moveFocus } from "../shell/move-focus";
import { useNow } from "../shell/use-now";
import { modelList, modelsAt, modelsFor } from "../state/models";
import { ModelOption } from "./ModelOption";

interface Props {
  /** Those that chat, without it. */
  offered?: Model[];
  current: string | null;
  onChoose: (id: string) => void;
  onEscape: () => void;
}

export function ModelList({ offered, current, onChoose, onEscape }: Props) {
  const [filter, setFilter] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const now = useNow(true);
  useEffect(() => field.current?.focus(), []);

  const wanted = filter.trim().toLowerCase();
  const models = (offered ?? modelsFor("chat")).filter(({ id, name, labels }) =>
    [id, name, ...labels].some((text) => text.toLowerCase().includes(wanted)),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onEscape();
    } else if (event.key === "Enter" && event.target === field.current) {
      // Choosing moves the focus to the picker's button, which this Enter must not press.
      event.preventDefault();
      if (models[0] && wanted !== "") onChoose(models[0].id);
    } else if (box.current && event.key.startsWith("Arrow")) {
      moveFocus(event, box.current, "input, .model-choice");
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from what is inside
    <div ref={box} role="presentation" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="search"
        class="model-filter"
        aria-label="Search models"
        placeholder="Search models"
        autocomplete="off"
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <ul class="model-list">
        {models.map((model) => (
          <ModelOption
            key={model.id}
            model={model}
            current={model.id === current}
            ageSeconds={(now - modelsAt.value) / 1000}
            onChoose={() => onChoose(model.id)}
            onAct={() => field.current?.focus()}
          />
        ))}
      </ul>
      {models.length === 0 && (
        <p class="list-note">
          {modelList.value === null ? "Asking the server…" : "No model with that name."}
        </p>
      )}
    </div>
  );
}
