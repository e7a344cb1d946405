import { useState } from "preact/hooks";
import { MAIN } from "../../api/branches";
import { Icon } from "../../shell/icons";
import type { Applied } from "../../stream/build";
import type { Studio } from "../studio";

interface Props {
  applied: Applied;
  studio: Studio;
}

/** A turn is a commit: the way to its changes, back, and to it. */
export function AppliedChip({ applied, studio }: Props) {
  const [busy, setBusy] = useState(false);
  const { project, desk } = studio;
  const { branch = MAIN, commit, parent, files, findings = [] } = applied;
  const newest = project.project.value?.commit === commit;
  const isHere = project.branch.value === branch;
  const [first] = files;

  const go = async (to: string) => {
    setBusy(true);
    await project.restore(to);
    setBusy(false);
  };

  return (
    <div class="applied">
      <span class="applied-what">
        <Icon name="check" /> Applied{branch !== MAIN && ` to ${branch}`} ·{" "}
        <code>{commit.slice(0, 6)}</code>
      </span>
      {first && (
        <button
          type="button"
          class="button small"
          onClick={() => desk.openChanges(first.path, commit, parent)}
        >
          Changes
        </button>
      )}
      {isHere && newest && (
        <button
          type="button"
          class="button small"
          disabled={busy || project.behind.value}
          onClick={() => void go(parent)}
        >
          Undo
        </button>
      )}
      {isHere && !newest && (
        <button
          type="button"
          class="button small"
          disabled={busy || project.behind.value}
          title="All files as this turn left them"
          onClick={() => void go(commit)}
        >
          Restore
        </button>
      )}
      {findings.length > 0 && (
        <ul class="findings" aria-label="What is still wrong">
          {findings.map(({ check, path, line, message }) => (
            <li key={`${check} ${path} ${line} ${message}`}>
              <button type="button" onClick={() => desk.look(path, line)}>
                {line > 0 ? `${path}:${line}` : path}
              </button>{" "}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
