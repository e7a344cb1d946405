import { useEffect, useState } from "preact/hooks";
import type { Project } from "../../api/projects";
import { LOG_ID } from "../../shell/focus";
import { Menu } from "../../shell/Menu";
import { RenameField } from "../../sidebar/RenameField";
import { onLinkClick } from "../../state/route";
import { ago } from "../ago";
import { closeDialog, open, openDialog } from "../remotes/dialogs";
import { parts } from "../WithParts";
import {
  hasMore,
  loadMoreProjects,
  pathOf,
  phase,
  problem,
  projects,
  refreshProjects,
  remove,
  rename,
} from "./projects";
import { WishBox } from "./WishBox";

export function ProjectList() {
  useEffect(() => {
    void refreshProjects();
    const look = () => void refreshProjects();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  const [over, setOver] = useState(false);
  const opened = open.value;
  const ImportDialog = parts.part.value?.ImportDialog;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a button opens what a drop opens */}
      <div
        class={over ? "studio-list over" : "studio-list"}
        id={LOG_ID}
        tabIndex={-1}
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const zip = event.dataTransfer?.files[0];
          if (zip) void openDialog({ kind: "import", zip });
        }}
      >
        <WishBox empty={phase.value === "ready" && projects.value.length === 0} />
        {phase.value === "loading" && (
          <p class="place-note" role="status">
            Loading…
          </p>
        )}
        {phase.value === "error" && (
          <div class="studio-note" role="alert">
            <p>The projects could not be loaded. {problem.value?.message}</p>
            <button type="button" class="button" onClick={() => void refreshProjects()}>
              Try again
            </button>
          </div>
        )}
        <section>
          <div class="rows-head">
            <h2 class="rows-title">Your projects</h2>
            <button
              type="button"
              class="button small"
              onClick={() => void openDialog({ kind: "import", zip: null })}
            >
              Import
            </button>
          </div>
          {phase.value === "ready" && projects.value.length === 0 && (
            <p class="place-note">None yet. Say above what it shall be, or import one.</p>
          )}
          {projects.value.length > 0 && (
            <ul class="project-rows">
              {projects.value.map((project) => (
                <ProjectRow key={project.id} project={project} />
              ))}
            </ul>
          )}
          {hasMore.value && (
            <button type="button" class="button" onClick={() => void loadMoreProjects()}>
              Older projects
            </button>
          )}
        </section>
      </div>
      {opened?.kind === "import" && ImportDialog && (
        <ImportDialog zip={opened.zip} onClose={closeDialog} />
      )}
    </>
  );
}

function ProjectRow({ project }: { project: Project }) {
  const [renaming, setRenaming] = useState(false);
  const { id, name } = project;
  if (renaming) {
    return (
      <li class="row">
        <RenameField
          title={name}
          label="Project name"
          onDone={(changed) => {
            setRenaming(false);
            if (changed !== null) void rename(project, changed);
          }}
        />
      </li>
    );
  }
  return (
    <li class="row">
      <a class="row-link" href={pathOf(id)} onClick={(event) => onLinkClick(event, pathOf(id))}>
        <span class="row-title">{name}</span>
        <time class="project-time" dateTime={project.updated_at}>
          {ago(project.updated_at)}
        </time>
      </a>
      <Menu
        label={`Options for ${name}`}
        items={[
          { label: "Rename", icon: "edit", run: () => setRenaming(true) },
          { label: "Delete", icon: "trash", danger: true, run: () => remove(project) },
        ]}
      />
    </li>
  );
}
