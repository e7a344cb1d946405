import { useState } from "preact/hooks";
import { Icon } from "../../shell/icons";
import type { Applied } from "../../stream/build";
import type { Studio } from "../studio";

interface Props {
  applied: Applied;
  studio: Studio;
  /** Whether its files are not told elsewhere. */
  list: boolean;
}

/** A turn is a commit: its files as changes, and the way back or to it. */
export function AppliedChip({ applied, studio, list }: Props) {
  const [busy, setBusy] = useState(false);
  const { project, desk } = studio;
  const { commit, parent, files, findings = [] } = applied;
  const newest = project.project.value?.commit === commit;
  const [first] = files;

  const go = async (to: string) => {
    setBusy(true);
    await project.restore(to);
    setBusy(false);
  };

  return (
    <div class="applied">
      <span class="applied-what">
        <Icon name="check" /> Applied · <code>{commit.slice(0, 6)}</code>
      </span>
      {first && !list && (
        <button
          type="button"
          class="button small"
          onClick={() => desk.openChanges(first.path, commit, parent)}
        >
          Changes
        </button>
      )}
      {newest ? (
        <button type="button" class="button small" disabled={busy} onClick={() => void go(parent)}>
          Undo
        </button>
      ) : (
        <button
          type="button"
          class="button small"
          disabled={busy}
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
      {list && (
        <ul class="applied-files" aria-label="Changed files">
          {files.map(({ path, change }) => (
            <li key={path}>
              <button type="button" onClick={() => desk.openChanges(path, commit, parent)}>
                <span class="file-card-path">{path}</span>
                {change !== "modified" && <span class="badge">{change}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
