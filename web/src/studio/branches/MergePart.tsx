import { useEffect, useRef, useState } from "preact/hooks";
import {
  type MergeChoices,
  type MergePreview,
  previewMerge,
  type Strategy,
} from "../../api/branches";
import { asProblem } from "../../api/http";
import type { Studio } from "../studio";
import { ConflictCard } from "./ConflictCard";
import { branchesOf } from "./list";
import {
  choicesOf,
  countText,
  type Favour,
  isDecided,
  kindText,
  type Resolutions,
  stillMeant,
  undecided,
} from "./merging";

interface Props {
  studio: Studio;
  source: string;
  into: string;
  /** Throws where it was refused. */
  onMerge: (choices: MergeChoices) => Promise<void>;
}

/** What merging one branch into another would do, what has to be decided, and the merge. */
export function MergePart({ studio, source, into, onMerge }: Props) {
  const { project, desk } = studio;
  const list = branchesOf(project);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [resolutions, setResolutions] = useState<Resolutions>(new Map());
  const [favour, setFavour] = useState<Favour>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const shown = useRef<MergePreview | null>(null);
  const asked = useRef(0);
  const tips = [source, into].map((name) => list.find(name)?.commit.sha).join(" ");

  const load = async () => {
    const mine = ++asked.current;
    try {
      await project.buffers.saveAll();
      const found = await previewMerge(project.id, source, into);
      if (mine !== asked.current) return;
      const before = shown.current;
      shown.current = found;
      setPreview(found);
      setResolutions((decided) => stillMeant(decided, before, found));
      setProblem(null);
    } catch (error) {
      if (mine === asked.current) setProblem(asProblem(error).message);
    }
  };
  useEffect(() => void load(), [source, into, tips]);

  const merge = async (strategy: Strategy, message: string) => {
    if (!preview) return;
    setRefused(null);
    try {
      await onMerge(choicesOf(preview, strategy, favour, resolutions, message));
    } catch (error) {
      const { code, message: said } = asProblem(error);
      setRefused(code === "project_changed" ? MOVED : said);
      await Promise.all([list.refresh(), load()]);
      return;
    }
    await Promise.all([list.refresh(), project.refresh()]);
  };

  if (!preview) {
    return problem ? (
      <div class="studio-note" role="alert">
        <p>The merge could not be looked at. {problem}</p>
        <button type="button" class="button small" onClick={() => void load()}>
          Try again
        </button>
      </div>
    ) : (
      <p class="studio-note" role="status">
        Comparing…
      </p>
    );
  }
  const { files, conflicts, theirs, base, kind } = preview;
  const left = undecided(preview, resolutions, favour);
  return (
    <section class="merge-part" aria-label={`Merge ${source} into ${into}`}>
      <p role="status">{kindText(preview, source, into)}</p>
      {(refused ?? problem) && (
        <p class="form-problem" role="alert">
          {refused ? `Not merged. ${refused}` : `This may be old. ${problem}`}
        </p>
      )}
      {conflicts.length > 0 && (
        <>
          <label class="merge-favour">
            Lines that both changed
            <select
              value={favour ?? ""}
              onChange={(event) => setFavour((event.currentTarget.value || null) as Favour)}
            >
              <option value="">are decided file by file</option>
              <option value="ours">are as {into} has them</option>
              <option value="theirs">are as {source} has them</option>
            </select>
          </label>
          <ul class="conflict-cards" aria-label="Files in conflict">
            {conflicts.map((conflict) => (
              <ConflictCard
                key={`${conflict.path} ${conflict.ours} ${conflict.theirs}`}
                project={project.id}
                conflict={conflict}
                source={source}
                into={into}
                resolution={resolutions.get(conflict.path) ?? null}
                decided={isDecided(conflict, resolutions, favour)}
                onDecide={(resolution) => {
                  const next = new Map(resolutions);
                  if (resolution) next.set(conflict.path, resolution);
                  else next.delete(conflict.path);
                  setResolutions(next);
                }}
              />
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <details class="merge-files" open={files.length <= FEW}>
          <summary>
            {countText(files.length, "file")} of {into} would change
          </summary>
          <ul>
            {files.map(({ path, change }) => (
              <li key={path}>
                <button
                  type="button"
                  class="commit-file"
                  onClick={() => desk.openChanges(path, theirs, base)}
                >
                  <span class="file-card-path">{path}</span>
                  {change !== "modified" && <span class="badge">{change}</span>}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {kind !== "up_to_date" && (
        <MergeForm
          key={kind}
          forward={kind === "fast_forward"}
          into={into}
          left={left.length}
          onMerge={merge}
        />
      )}
    </section>
  );
}

/** So many files are listed without being asked for. */
const FEW = 12;
const MOVED = "One of the branches has moved on meanwhile. This is how it is now: look once more.";

interface FormProps {
  forward: boolean;
  into: string;
  /** Files that are not decided yet. */
  left: number;
  onMerge: (strategy: Strategy, message: string) => Promise<void>;
}

function MergeForm({ forward, into, left, onMerge }: FormProps) {
  const [strategy, setStrategy] = useState<Strategy>(forward ? "fast_forward" : "merge");
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    await onMerge(strategy, message);
    setBusy(false);
  };
  return (
    <form class="merge-form" onSubmit={submit}>
      <select
        aria-label="How to merge"
        value={strategy}
        onChange={(event) => setStrategy(event.currentTarget.value as Strategy)}
      >
        {forward && <option value="fast_forward">Move on (fast-forward)</option>}
        <option value="merge">A merge commit</option>
        <option value="squash">All in one commit (squash)</option>
      </select>
      {strategy !== "fast_forward" && (
        <input
          aria-label="Message of the commit"
          placeholder="Message (optional)"
          autocomplete="off"
          maxLength={500}
          value={message}
          onInput={(event) => setMessage(event.currentTarget.value)}
        />
      )}
      <button type="submit" class="button primary" disabled={busy || left > 0}>
        {busy ? "Merging…" : `Merge into ${into}`}
      </button>
      {left > 0 && <span class="form-note">{countText(left, "file")} to decide first</span>}
    </form>
  );
}
