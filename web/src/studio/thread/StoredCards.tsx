import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem } from "../../api/http";
import type { Applied } from "../../stream/build";
import type { ChangedFile } from "../history/diff-files";
import type { Studio } from "../studio";
import { CardFrame } from "./CardFrame";
import { LineCounts } from "./LineCounts";
import { diffOf, storedFiles } from "./stored-files";
import type { SummaryLine } from "./summary";

interface Props {
  applied: Applied;
  reasons: SummaryLine[];
  studio: Studio;
}

const CHANGES = { added: "New", modified: "", deleted: "Deleted" };

/** The files of a turn that is over; how much of them changed is asked for once they are seen. */
export function StoredCards({ applied, reasons, studio }: Props) {
  const [diff, setDiff] = useState<ChangedFile[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { project, desk } = studio;

  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      diffOf(project.id, applied).then(setDiff, (error) => setProblem(asProblem(error).message));
    });
    if (box.current) seen.observe(box.current);
    return () => seen.disconnect();
  }, [project.id, applied.commit]);

  const whyOf = (path: string) => reasons.find((line) => line.path === path)?.text ?? "";
  return (
    <div class="stored-cards" ref={box}>
      {storedFiles(applied.files, diff).map(({ path, from, change, counts }) => (
        <CardFrame
          key={path}
          name={from ? `${from} → ${path}` : path}
          badge={from ? "Renamed" : CHANGES[change]}
          why={whyOf(path)}
          onShow={() => desk.openChanges(path, applied.commit, applied.parent)}
        >
          {counts && <LineCounts {...counts} />}
        </CardFrame>
      ))}
      {problem && <p class="form-note">How much changed could not be loaded. {problem}</p>}
    </div>
  );
}
