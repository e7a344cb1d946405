import { useEffect, useState } from "preact/hooks";
import type { Drawing } from "../api/types";
import { narrow } from "../shell/layout";
import { MOST_PICTURES, SCHEDULERS } from "./fields";
import { edit, fields, problems } from "./form";
import { NumberField } from "./NumberField";
import { Problem, problemProps } from "./Problem";

const MINE = ["negative_prompt", "count", "steps", "guidance", "scheduler", "seed"] as const;

/** Folded where there is little room, until something in it is wrong. */
export function MoreSettings({ drawing }: { drawing: Drawing | null }) {
  const [open, setOpen] = useState(!narrow.peek());
  const wrong = MINE.some((name) => problems.value[name] !== undefined);
  useEffect(() => {
    if (wrong) setOpen(true);
  }, [wrong]);
  return (
    <details
      class="more-settings"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>More settings</summary>
      <div class="more-fields">
        <label class="field">
          <span>Leave out</span>
          <textarea
            rows={2}
            placeholder="What shall not be in the picture"
            value={fields.value.negative_prompt}
            onInput={(event) => edit({ negative_prompt: event.currentTarget.value })}
            {...problemProps("negative_prompt")}
          />
          <Problem name="negative_prompt" />
        </label>
        <div class="field-pair">
          <NumberField
            name="steps"
            label="Steps"
            placeholder={drawing ? String(drawing.steps) : ""}
            hint="More: slower, finer"
          />
          <NumberField
            name="guidance"
            label="Guidance"
            placeholder={drawing ? String(drawing.guidance) : ""}
            hint="1 is none"
          />
        </div>
        <label class="field">
          <span>Scheduler</span>
          <select
            value={fields.value.scheduler}
            onChange={(event) => edit({ scheduler: event.currentTarget.value })}
            {...problemProps("scheduler")}
          >
            <option value="">The model's own</option>
            {SCHEDULERS.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <Problem name="scheduler" />
        </label>
        <div class="field-pair">
          <NumberField
            name="seed"
            label="Seed"
            placeholder="Random"
            hint="Same seed, same picture"
          />
          <NumberField
            name="count"
            label="At once"
            placeholder="1"
            hint={`Up to ${MOST_PICTURES} pictures`}
          />
        </div>
      </div>
    </details>
  );
}
