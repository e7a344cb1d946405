import { useState } from "preact/hooks";
import { summary } from "../frame/serialise";
import type { Value } from "../protocol";

/** A value in a line; one with an inside can be opened. `top`: strings stand without quotes. */
export function ValueView({ value, top = false }: { value: Value; top?: boolean }) {
  if (value.kind === "object" || value.kind === "list") return <Inside value={value} />;
  const text = value.kind === "text" && !top ? JSON.stringify(value.text) : value.text;
  return <span class={`value ${value.kind}`}>{text}</span>;
}

function Inside({ value }: { value: Extract<Value, { more: number }> }) {
  const [open, setOpen] = useState(false);
  const fields: [string, Value][] =
    value.kind === "object" ? value.fields : value.items.map((item, index) => [`${index}`, item]);
  return (
    <details class="value" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary(value)}</summary>
      {open && (
        <ul>
          {fields.map(([name, inner], index) => (
            <li key={index}>
              <span class="value-name">{name}:</span> <ValueView value={inner} />
            </li>
          ))}
          {value.more > 0 && <li>… {value.more.toLocaleString("en")} more</li>}
        </ul>
      )}
    </details>
  );
}
