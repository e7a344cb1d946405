import { IconButton } from "../../shell/IconButton";
import { MOD } from "../../shell/shortcuts";
import { LIVE } from "../desk";
import { noteOf } from "../explorer/actions";
import { turnOf } from "../follow";
import { editors, loadMonaco, monaco, monacoFailed } from "../monaco/load";
import { sideOpen, toggleSide } from "../panes";
import type { Studio } from "../studio";
import { WithParts } from "../WithParts";
import { LiveView } from "./LiveView";
import { Tabs } from "./Tabs";

/** The open files, and what of them is in view. */
export function EditorPane({ studio }: { studio: Studio }) {
  const { desk } = studio;
  const turn = turnOf(studio);
  const file = turn?.build?.files.at(-1);
  const live = desk.active.value === LIVE && file;
  return (
    <div class="editor-pane">
      <div class="editor-head">
        <IconButton
          icon="sidebar"
          label={`${sideOpen.value ? "Hide" : "Show"} explorer (${MOD} B)`}
          pressed={sideOpen.value}
          onClick={toggleSide}
        />
        <Tabs studio={studio} writing={file?.path ?? null} />
      </div>
      {live ? <LiveView key={file.path} file={file} /> : <Shown studio={studio} />}
    </div>
  );
}

function Shown({ studio }: { studio: Studio }) {
  const { project, desk } = studio;
  const tab = desk.tab.value;
  const api = monaco.value;
  if (!tab) {
    return (
      <div class="place">
        <p class="place-note">
          Choose a file on the left, or press <kbd>{MOD}</kbd> <kbd>P</kbd>.
        </p>
      </div>
    );
  }
  if (tab.kind === "branch" || tab.kind === "request") {
    return (
      <WithParts key={tab.key}>
        {({ BranchView, RequestView }) =>
          tab.kind === "branch" ? (
            <BranchView studio={studio} name={tab.name} />
          ) : (
            <RequestView studio={studio} id={tab.id} />
          )
        }
      </WithParts>
    );
  }
  const note = tab.kind === "file" ? noteAbout(studio, tab.path) : null;
  if (note) {
    return (
      <div class="place">
        <p class="place-note">{note}</p>
      </div>
    );
  }
  const views = editors.value;
  if (!api || !views) {
    return (
      <div class="place" role="status">
        {monacoFailed.value ? (
          <>
            <p class="place-note">The editor could not be loaded.</p>
            <button type="button" class="button" onClick={() => void loadMonaco()}>
              Try again
            </button>
          </>
        ) : (
          <p class="place-note">Loading the editor…</p>
        )}
      </div>
    );
  }
  if (tab.kind === "changes") return <views.ChangesView key={tab.key} tab={tab} studio={studio} />;
  const buffer = project.buffers.all.value.get(tab.path);
  if (buffer?.conflict.value) {
    return <views.ConflictView key={tab.key} monaco={api} buffer={buffer} project={project} />;
  }
  return (
    <>
      {buffer?.problem.value && (
        <p class="editor-problem" role="alert">
          Not saved: {buffer.problem.value} It is kept here and tried again.
        </p>
      )}
      <views.CodeEditor monaco={api} studio={studio} path={tab.path} />
    </>
  );
}

function noteAbout({ project }: Studio, path: string): string | null {
  if (project.texts.value.has(path)) return null;
  const entry = project.files.value.get(path);
  return entry ? noteOf(entry) : `There is no ${path} any more. The history has what it was.`;
}
