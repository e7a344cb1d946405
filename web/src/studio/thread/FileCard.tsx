import { useRef } from "preact/hooks";
import type { Applied, BuildFile } from "../../stream/build";
import { LIVE, phonePane } from "../desk";
import type { Studio } from "../studio";
import { countsOf } from "../turn";

interface Props {
  file: BuildFile;
  writing: boolean;
  applied: Applied | null;
  studio: Studio;
}

const ACTIONS = { create: "New", update: "", delete: "Deleted", rename: "Renamed" };

/** One file of a turn: what comes and goes, and why. It leads to its lines. */
export function FileCard({ file, writing, applied, studio }: Props) {
  const { path, to, action, why } = file;
  const before = useRef(applied ? null : (studio.project.texts.peek().get(path) ?? null));
  const { added, removed } = countsOf(file, before.current);
  const show = () => {
    if (writing) {
      phonePane.value = "code";
      studio.desk.active.value = LIVE;
    } else if (applied) studio.desk.openChanges(to || path, applied.commit, applied.parent);
  };
  const badge = action === "update" ? "" : ACTIONS[action];
  return (
    <div class="file-card">
      <button type="button" disabled={!writing && !applied} onClick={show}>
        <span class="file-card-path">{to ? `${path} → ${to}` : path}</span>
        {badge && <span class="badge">{badge}</span>}
        {writing ? (
          <span class="file-card-state">
            <span class="spinner" aria-hidden="true" /> writing…
          </span>
        ) : (
          <span class="file-card-state">
            <span class="plus">+{added}</span> <span class="minus">−{removed}</span>
          </span>
        )}
      </button>
      {why && <p>{why}</p>}
    </div>
  );
}
