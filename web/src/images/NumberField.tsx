import { edit, fields } from "./form";
import { Problem, problemProps } from "./Problem";

interface Props {
  name: "steps" | "guidance" | "seed" | "count";
  label: string;
  /** What counts while it is empty. */
  placeholder: string;
  hint: string;
}

/** Text, so that what is no number stays to be seen and mended. */
export function NumberField({ name, label, placeholder, hint }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        inputMode={name === "guidance" ? "decimal" : "numeric"}
        autocomplete="off"
        placeholder={placeholder}
        value={fields.value[name]}
        onInput={(event) => edit({ [name]: event.currentTarget.value })}
        {...problemProps(name)}
      />
      <Problem name={name} />
      <small>{hint}</small>
    </label>
  );
}
