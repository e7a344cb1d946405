import type { TargetedInputEvent } from "preact";

interface Props {
  label: string;
  hint?: string;
  /** What is wrong with it. */
  problem?: string | null | undefined;
  value: string;
  /** A password's field. */
  secret?: boolean;
  inputMode?: "url";
  placeholder?: string;
  maxLength?: number;
  required?: boolean;
  autofocus?: boolean;
  onText: (text: string) => void;
}

/** A line of text with its name, and what is wrong with it. */
export function TextField({ label, hint, problem, onText, secret, ...input }: Props) {
  const common = {
    ...input,
    autocomplete: "off" as const,
    spellcheck: false,
    "aria-invalid": Boolean(problem),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onText(event.currentTarget.value),
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside, in one of two ways
    <label class="field">
      <span>{label}</span>
      {secret ? <input type="password" {...common} /> : <input type="text" {...common} />}
      {problem && (
        <small class="field-problem" role="alert">
          {problem}
        </small>
      )}
      {hint && <small>{hint}</small>}
    </label>
  );
}
