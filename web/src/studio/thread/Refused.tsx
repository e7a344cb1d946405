import type { Refusal } from "../../stream/build";

interface Props {
  reasons: Refusal[];
  /** The model tries once more. */
  again: boolean;
  onRetry: () => void;
}

/** Why an attempt changed nothing, with the lines that are there. */
export function Refused({ reasons, again, onRetry }: Props) {
  return (
    <section class="refused" aria-label="Why nothing was changed">
      <p>
        {again
          ? "That is not right yet; trying once more."
          : "What the model wrote does not fit the files. Nothing was changed."}
      </p>
      <ul>
        {reasons.map(({ path, reason, lines }) => (
          <li key={`${path} ${reason}`}>
            {path && <code>{path}</code>} {reason}
            {lines.length > 0 && (
              <details>
                <summary>The lines that are there</summary>
                <pre>{lines.join("\n")}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
      {!again && (
        <p class="refused-end">
          Say it in other words, choose another model, or
          <button type="button" class="button small" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
}
