import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem } from "../../api/http";
import { readFile } from "../../api/projects";
import { IconButton } from "../../shell/IconButton";
import type { Tab } from "../desk";
import { type Monaco, monaco } from "../monaco/load";
import type { Studio } from "../studio";
import { textOf } from "../text";
import { DiffBox, type DiffEditor } from "./DiffBox";
import { type LineChange, withoutChange } from "./hunks";

type Changes = Extract<Tab, { kind: "changes" }>;

/** What a commit made of a file. While the file is still so, each change may be taken back. */
export function ChangesView({ tab, studio }: { tab: Changes; studio: Studio }) {
  const { path, commit, parent } = tab;
  const { project } = studio;
  const [sides, setSides] = useState<{ before: string; after: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const rejecting = useRef(false);

  useEffect(() => {
    const at = (sha: string | null) => (sha ? textAt(project.id, path, sha) : "");
    Promise.all([at(parent), at(commit)]).then(
      ([before, after]) => setSides({ before, after }),
      (error) => setProblem(asProblem(error).message),
    );
  }, [tab.key]);

  if (problem || !sides) {
    return (
      <div class="place">
        <p class="place-note" role="status">
          {problem ? `The change could not be loaded. ${problem}` : "Loading the change…"}
        </p>
      </div>
    );
  }
  const now = project.texts.value.get(path) ?? "";
  rejecting.current ||= now === sides.after;
  const modified = rejecting.current ? now : sides.after;
  return (
    <Sides
      api={monaco.value as Monaco}
      path={path}
      before={sides.before}
      after={modified}
      onReject={
        rejecting.current && project.texts.value.has(path)
          ? (change) => {
              project.buffers.write(path, withoutChange(sides.before, now, change));
              void project.buffers.save(path);
            }
          : null
      }
    />
  );
}

interface SidesProps {
  api: Monaco;
  path: string;
  before: string;
  after: string;
  /** null where the file is another by now. */
  onReject: ((change: LineChange) => void) | null;
}

function Sides({ api, path, before, after, onReject }: SidesProps) {
  const editor = useRef<DiffEditor | null>(null);
  const [changes, setChanges] = useState<LineChange[]>([]);
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, changes.length - 1));
  const change = changes[place];

  const go = (step: number) => {
    const next = (place + step + changes.length) % changes.length;
    setAt(next);
    const line = changes[next]?.modifiedStartLineNumber ?? 1;
    editor.current?.getModifiedEditor().revealLineInCenter(Math.max(1, line));
  };

  return (
    <>
      <div class="changes-bar" role="toolbar" aria-label="Changes of the file">
        <span class="changes-path">{path}</span>
        <span role="status">
          {changes.length === 0 ? "No change" : `Change ${place + 1} of ${changes.length}`}
        </span>
        <IconButton
          icon="M5 12l5-5 5 5"
          label="Previous change"
          disabled={changes.length < 2}
          onClick={() => go(-1)}
        />
        <IconButton
          icon="M5 8l5 5 5-5"
          label="Next change"
          disabled={changes.length < 2}
          onClick={() => go(1)}
        />
        {onReject && change ? (
          <button type="button" class="button small" onClick={() => onReject(change)}>
            Reject this change
          </button>
        ) : (
          !onReject && <span class="changes-note">The file has changed since.</span>
        )}
      </div>
      <DiffBox
        monaco={api}
        path={path}
        original={before}
        modified={after}
        handle={editor}
        onDiff={(diff) => setChanges(diff.getLineChanges() ?? [])}
      />
    </>
  );
}

/** "" where there was none. */
async function textAt(project: string, path: string, commit: string): Promise<string> {
  try {
    return textOf(await readFile(project, path, commit)) ?? "";
  } catch (error) {
    if (asProblem(error).code === "file_not_found") return "";
    throw error;
  }
}
