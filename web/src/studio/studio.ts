/** The project that is open, and what is in view of it. Some that were open before are kept. */
import { computed } from "@preact/signals";
import { openProject } from "../state/route";
import { Desk } from "./desk";
import { OpenProject } from "./project";

export interface Studio {
  project: OpenProject;
  desk: Desk;
}

const KEPT = 4;
const studios = new Map<string, Studio>();

export function studioOf(id: string): Studio {
  const studio = studios.get(id) ?? { project: new OpenProject(id), desk: new Desk(id) };
  studios.delete(id);
  studios.set(id, studio);
  for (const [old, { project }] of [...studios].slice(0, -KEPT)) {
    if (project.buffers.unsaved.peek().length === 0) studios.delete(old);
  }
  return studio;
}

export const studio = computed(() => (openProject.value ? studioOf(openProject.value) : null));

/** Every project with something that is typed and not saved. */
export const unsavedAnywhere = () =>
  [...studios.values()].some(({ project }) => project.buffers.unsaved.peek().length > 0);
