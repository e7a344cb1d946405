/** The projects that are listed, and what a person may do with one from there. */
import { batch, computed, signal } from "@preact/signals";
import { asProblem, type Problem } from "../../api/http";
import {
  createProject,
  deleteProject,
  listProjects,
  type Project,
  renameProject,
} from "../../api/projects";
import { uuid7 } from "../../api/uuid7";
import { go } from "../../state/route";
import { showToast } from "../../state/toasts";
import { deletedBefore, undoable } from "../../state/undo";
import { ask, planFirst } from "../thread/bounds";
import { coder } from "../thread/coders";
import { nameOfWish } from "./wishes";

const listed = signal<Project[]>([]);
const hidden = signal<ReadonlySet<string>>(deletedBefore);
export const phase = signal<"loading" | "ready" | "error">("loading");
export const problem = signal<Problem | null>(null);
const cursor = signal<string | null>(null);
export const hasMore = computed(() => cursor.value !== null);
export const projects = computed(() => listed.value.filter(({ id }) => !hidden.value.has(id)));

export const pathOf = (id: string) => `/studio/${id}`;

export async function refreshProjects(): Promise<void> {
  try {
    const page = await listProjects();
    batch(() => {
      listed.value = page.items;
      cursor.value = page.next_cursor;
      phase.value = "ready";
    });
  } catch (error) {
    problem.value = asProblem(error);
    if (phase.value !== "ready") phase.value = "error";
  }
}

export async function loadMoreProjects(): Promise<void> {
  try {
    const page = await listProjects(cursor.value);
    const known = new Set(listed.value.map(({ id }) => id));
    batch(() => {
      listed.value = [...listed.value, ...page.items.filter(({ id }) => !known.has(id))];
      cursor.value = page.next_cursor;
    });
  } catch (error) {
    showToast(asProblem(error).message);
  }
}

/** Makes a project of a wish and goes there. Null, or why it was not made. */
export async function begin(wish: string): Promise<Problem | null> {
  const model = coder.value;
  try {
    const name = nameOfWish(wish);
    const project = await createProject({ id: uuid7(), name, ...(model ? { model } : {}) });
    if (project.conversation_id) ask(project.conversation_id, wish, planFirst.peek());
    enter(project);
    return null;
  } catch (error) {
    return asProblem(error);
  }
}

/** Goes to a project that was made just now. */
export function enter(project: Project): void {
  listed.value = [project, ...listed.value.filter(({ id }) => id !== project.id)];
  go(pathOf(project.id));
}

export async function rename(project: Project, name: string): Promise<void> {
  put({ ...project, name });
  try {
    put(await renameProject(project.id, name));
  } catch (error) {
    put(project);
    showToast(`Not renamed: ${asProblem(error).message}`);
  }
}

export function remove({ id, name }: Project): void {
  const hide = (gone: boolean) => {
    const others = [...hidden.value].filter((other) => other !== id);
    hidden.value = new Set(gone ? [...others, id] : others);
  };
  hide(true);
  undoable({
    id,
    text: `“${name}” deleted.`,
    takeBack: () => hide(false),
    carryOut: async () => {
      await deleteProject(id);
      listed.value = listed.value.filter((project) => project.id !== id);
    },
  });
}

function put(project: Project): void {
  listed.value = listed.value.map((other) => (other.id === project.id ? project : other));
}
