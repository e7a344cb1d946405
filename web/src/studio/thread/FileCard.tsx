import { useRef } from "preact/hooks";
import type { Applied, BuildFile } from "../../stream/build";
import { LIVE, phonePane } from "../desk";
import type { Studio } from "../studio";
import { countsOf } from "../turn";
import { CardFrame } from "./CardFrame";
import { LineCounts } from "./LineCounts";

interface Props {
  file: BuildFile;
  writing: boolean;
  applied: Applied | null;
  studio: Studio;
}

const ACTIONS = { create: "New", update: "", delete: "Deleted", rename: "Renamed" };

/** One file of a turn as it streamed: what comes and goes, and why. */
export function FileCard({ file, writing, applied, studio }: Props) {
  const { path, to, action, why } = file;
  const before = useRef(applied ? null : (studio.project.texts.peek().get(path) ?? null));
  const show = () => {
    if (writing) {
      phonePane.value = "code";
      studio.desk.active.value = LIVE;
    } else if (applied) studio.desk.openChanges(to || path, applied.commit, applied.parent);
  };
  return (
    <CardFrame
      name={to ? `${path} → ${to}` : path}
      badge={ACTIONS[action]}
      why={why}
      onShow={writing || applied ? show : null}
    >
      {writing ? (
        <>
          <span class="spinner" aria-hidden="true" /> writing…
        </>
      ) : (
        <LineCounts {...countsOf(file, before.current)} />
      )}
    </CardFrame>
  );
}
