import { MAIN } from "../../api/branches";
import type { Studio } from "../studio";

/** Builds change main: said where another branch is looked at. */
export function BranchNote({ studio: { project } }: { studio: Studio }) {
  const branch = project.branch.value;
  if (branch === MAIN) return null;
  return (
    <p class="branch-note" role="status">
      <span>
        You look at <b>{branch}</b>. What you ask for here changes {MAIN}.
      </span>
      <button type="button" class="button small" onClick={() => void project.switchTo(MAIN)}>
        Look at {MAIN}
      </button>
    </p>
  );
}
