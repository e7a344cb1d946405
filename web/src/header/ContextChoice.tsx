import type { ContextStrategy, Settings } from "../api/types";

type Context = Settings["context"];

const CHOICES: [ContextStrategy, string, string][] = [
  ["tokens", "What fits", "The newest messages that the model has room for"],
  ["newest", "A number of messages", "The newest ones, however much room is left"],
  ["summary", "Summarise older ones", "What does not fit is told in short"],
];

/** What the model gets to see when the conversation is longer than it can read. */
export function ContextChoice(props: { value: Context; onChange: (context: Context) => void }) {
  const { value, onChange } = props;
  return (
    <fieldset class="field">
      <legend>When the conversation grows long</legend>
      {CHOICES.map(([strategy, label, hint]) => (
        <label class="choice" key={strategy}>
          <input
            type="radio"
            name="strategy"
            checked={value.strategy === strategy}
            onChange={() => onChange({ ...value, strategy })}
          />
          <span>
            {label}
            <small>{hint}</small>
          </span>
        </label>
      ))}
      {value.strategy === "newest" && (
        <label class="field inset">
          <span>How many</span>
          <input
            type="number"
            min={1}
            max={1000}
            required
            defaultValue={value.keep_messages}
            onInput={(event) =>
              onChange({ ...value, keep_messages: event.currentTarget.valueAsNumber })
            }
          />
        </label>
      )}
    </fieldset>
  );
}
