import { MAIN } from "../../api/main-branch";
import type { Studio } from "../studio";

/** Builds change the branch that is looked at: said where it is not main. */
export function BranchNote({ studio: { project } }: { studio: Studio }) {
  const branch = project.branch.value;
  if (branch === MAIN) return null;
  return (
    <p class="branch-note" role="status">
      <span>
        What you ask for changes the branch <b>{branch}</b>.
      </span>
      <button type="button" class="button small" onClick={() => void project.switchTo(MAIN)}>
        Look at {MAIN}
      </button>
    </p>
  );
}
