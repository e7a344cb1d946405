import type { Attempt } from "./use-attempt";
import { plainly } from "./words";

interface Props {
  attempt: Attempt;
  /** What the button says: "Import", "Importing…", and "Not imported." where it was refused. */
  words: [act: string, acting: string, refused: string];
  /** Fields that say themselves what is wrong with them. */
  fields: string[];
  disabled?: boolean;
  leave?: string;
  onClose: () => void;
}

/** The end of a form: what went wrong, and the ways out of it. */
export function AttemptEnd({ attempt, words, fields, disabled, leave, onClose }: Props) {
  const { busy, problem } = attempt;
  const [act, acting, refused] = words;
  return (
    <>
      {problem && !fields.some((field) => problem.field === `body.${field}`) && (
        <p class="form-problem" role="alert">
          {refused} {plainly(problem)}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={() => (busy ? attempt.cancel() : onClose())}>
          {leave ?? "Cancel"}
        </button>
        <button type="submit" class="button primary" disabled={busy || disabled}>
          {busy ? acting : act}
        </button>
      </div>
    </>
  );
}
