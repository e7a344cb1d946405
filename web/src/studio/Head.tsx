import { zipUrl } from "../api/projects";
import { Icon } from "../shell/icons";
import { onLinkClick } from "../state/route";
import type { OpenProject } from "./project";
import { studio } from "./studio";

/** Beside the page's name: which project it is, and whether all of it is saved. */
export function Head() {
  const project = studio.value?.project;
  if (!project?.project.value) return null;
  return (
    <div class="studio-head">
      <a href="/studio" onClick={(event) => onLinkClick(event, "/studio")}>
        All projects
      </a>
      <span aria-hidden="true">/</span>
      <span class="studio-name">{project.project.value.name}</span>
      <SaveState project={project} />
      <a
        class="icon-button"
        href={zipUrl(project.id)}
        download=""
        title="Download as zip"
        aria-label="Download as zip"
      >
        <Icon name="download" />
      </a>
    </div>
  );
}

function SaveState({ project }: { project: OpenProject }) {
  const open = project.unsaved.value;
  const troubled = open.find(({ problem, conflict }) => problem.value ?? conflict.value);
  const words = troubled ? "Not saved" : open.length > 0 ? "Saving…" : "Saved";
  return (
    <span class={troubled ? "save-state bad" : "save-state"} role="status">
      {words}
    </span>
  );
}
