import type { FieldName } from "./fields";
import { problems } from "./form";

const idOf = (name: FieldName) => `problem-${name}`;

/** What is wrong with a field, beside it. */
export function Problem({ name }: { name: FieldName }) {
  const text = problems.value[name];
  return (
    <span class="field-problem" id={idOf(name)} role="alert">
      {text}
    </span>
  );
}

/** For its input. */
export function problemProps(name: FieldName) {
  const wrong = problems.value[name] !== undefined;
  return wrong ? { "aria-invalid": true, "aria-describedby": idOf(name) } : {};
}
