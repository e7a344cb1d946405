import { IconButton } from "../../shell/IconButton";
import { MOST, type SelfFix } from "./self-fix";

/** What is done about an error without being asked, and the way to end it. */
export function SelfFixNote({ selfFix }: { selfFix: SelfFix }) {
  const standing = selfFix.standing.value;
  return (
    <div class="self-fix" role="status">
      {standing?.round != null && (
        <>
          <span class="spinner" aria-hidden="true" />
          <p>
            Fixing by itself, {standing.round} of {MOST}
          </p>
          <button type="button" class="button small" onClick={() => selfFix.stop()}>
            Stop
          </button>
        </>
      )}
      {standing?.why && (
        <>
          <p>
            {standing.why === "came back"
              ? "The same error came back after a fix. It is left to you."
              : `${MOST} fixes were not enough. The error is left to you.`}
          </p>
          <IconButton icon="close" label="Close the note" onClick={() => selfFix.stop()} />
        </>
      )}
    </div>
  );
}
