import { MAIN } from "../api/main-branch";
import { zipUrl } from "../api/projects";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { onLinkClick } from "../state/route";
import type { OpenProject } from "./project";
import { closeDialog, open, openDialog } from "./remotes/dialogs";
import { studio } from "./studio";
import { parts } from "./WithParts";

/** Beside the page's name: which project it is, and whether all of it is saved. */
export function Head() {
  const { project, desk } = studio.value ?? {};
  if (!project?.project.value) return null;
  const branch = project.branch.value;
  const PushDialog = parts.part.value?.PushDialog;
  return (
    <div class="studio-head">
      <a href="/studio" onClick={(event) => onLinkClick(event, "/studio")}>
        All projects
      </a>
      <span aria-hidden="true">/</span>
      <span class="studio-name">{project.project.value.name}</span>
      {branch !== MAIN && (
        <button type="button" class="branch-chip" onClick={() => desk?.openBranch(branch)}>
          <span class="visually-hidden">Branch </span>
          {branch}
        </button>
      )}
      <SaveState project={project} />
      <IconButton
        icon="M10 13V4M6 8l4-4 4 4M4 16.5h12"
        label="Push to a repository"
        onClick={() => void openDialog({ kind: "push" })}
      />
      <a
        class="icon-button"
        href={zipUrl(project.id, branch)}
        download=""
        title="Download as zip"
        aria-label="Download as zip"
      >
        <Icon name="download" />
      </a>
      {open.value?.kind === "push" && PushDialog && (
        <PushDialog project={project} onClose={closeDialog} />
      )}
    </div>
  );
}

function SaveState({ project }: { project: OpenProject }) {
  const open = project.buffers.unsaved.value;
  const troubled = open.find(({ problem, conflict }) => problem.value ?? conflict.value);
  const words = troubled ? "Not saved" : open.length > 0 ? "Saving…" : "Saved";
  return (
    <span class={troubled ? "save-state bad" : "save-state"} role="status">
      {words}
    </span>
  );
}
