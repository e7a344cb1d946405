/** The branches of a project and the wishes to merge them, as this tab knows them. */
import { batch, signal } from "@preact/signals";
import {
  type Branch,
  deleteBranch,
  listBranches,
  listMergeRequests,
  type MergeRequestItem,
  makeBranch,
} from "../../api/branches";
import { asProblem } from "../../api/http";
import { MAIN } from "../../api/main-branch";
import { showToast } from "../../state/toasts";
import type { OpenProject } from "../project";
import type { Studio } from "../studio";

export class BranchList {
  /** null until they are known. */
  readonly items = signal<Branch[] | null>(null);
  /** The newest first; only so many. */
  readonly requests = signal<MergeRequestItem[]>([]);
  readonly problem = signal<string | null>(null);
  readonly #project: string;

  constructor(project: string) {
    this.#project = project;
  }

  async refresh(): Promise<void> {
    try {
      const [branches, requests] = await Promise.all([
        listBranches(this.#project),
        listMergeRequests(this.#project),
      ]);
      batch(() => {
        this.items.value = branches.items;
        this.requests.value = requests.items;
        this.problem.value = null;
      });
    } catch (error) {
      this.problem.value = asProblem(error).message;
    }
  }

  find(name: string): Branch | null {
    return this.items.value?.find((branch) => branch.name === name) ?? null;
  }

  openRequest(source: string): MergeRequestItem | null {
    return (
      this.requests.value.find((each) => each.source === source && each.state === "open") ?? null
    );
  }
}

const lists = new WeakMap<OpenProject, BranchList>();

export function branchesOf(project: OpenProject): BranchList {
  const list = lists.get(project) ?? new BranchList(project.id);
  lists.set(project, list);
  return list;
}

/** From what is looked at, which is then the new one. Null, or why it was not made. */
export async function startBranch({ project }: Studio, name: string): Promise<string | null> {
  await project.buffers.saveAll();
  const from = project.project.peek()?.commit;
  if (!from) return null;
  try {
    await makeBranch(project.id, name, from);
  } catch (error) {
    return asProblem(error).message.replace(/^body\.\w+: /, "");
  }
  await Promise.all([project.switchTo(name), branchesOf(project).refresh()]);
  return null;
}

/** One whose commits are nowhere else is asked about. */
export async function removeBranch(studio: Studio, branch: Branch, force = false): Promise<void> {
  const { project, desk } = studio;
  const list = branchesOf(project);
  const { name, commit } = branch;
  if (project.branch.peek() === name && !(await project.switchTo(MAIN))) return;
  try {
    await deleteBranch(project.id, name, commit.sha, force);
  } catch (error) {
    const { code, message } = asProblem(error);
    if (code === "not_merged") {
      showToast(`${name} has commits that are in no other branch.`, {
        label: "Delete anyway",
        run: () => void removeBranch(studio, branch, true),
      });
    } else showToast(`${name} was not deleted: ${message}`);
    return void list.refresh();
  }
  desk.close(`branch:${name}`);
  showToast(
    `${name} deleted.`,
    force
      ? undefined
      : {
          label: "Undo",
          run: () => void makeBranch(project.id, name, commit.sha).then(() => list.refresh()),
        },
  );
  await list.refresh();
}
