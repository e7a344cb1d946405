/** One project as this tab sees it: the branch that is looked at, its files, what of them is open. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import { branchStatus } from "../api/branches";
import { asProblem, type Problem } from "../api/http";
import { MAIN } from "../api/main-branch";
import {
  type FileEntry,
  getProject,
  listFiles,
  type Project,
  restoreCommit,
  revertCommit,
} from "../api/projects";
import { readStored, writeStored } from "../state/stored";
import { showToast } from "../state/toasts";
import { Buffers } from "./buffers";
import { Contents } from "./contents";

const branchKey = (id: string) => `studio.branch.${id}`;

export class OpenProject {
  readonly id: string;
  readonly project = signal<Project | null>(null);
  /** The one that is looked at, and written to. Kept per person. */
  readonly branch: Signal<string>;
  readonly phase = signal<"loading" | "ready" | "missing" | "error">("loading");
  readonly problem = signal<Problem | null>(null);
  /** As in the newest commit that is known here. */
  readonly files = signal<ReadonlyMap<string, FileEntry>>(new Map());
  /** Files that a turn is writing, whole, until they are a commit. */
  readonly arriving = signal<ReadonlyMap<string, string | null>>(new Map());
  /** A turn has made a commit that is not here yet. */
  readonly behind = signal(false);
  readonly contents: Contents;
  /** What of them is open. */
  readonly buffers: Buffers;
  #asked = 0;
  #received = 0;

  /** Every text by path, with what is typed and not saved. */
  readonly texts = computed(() => {
    const texts = new Map<string, string>();
    for (const { path, sha } of this.files.value.values()) {
      const text = this.contents.texts.value.get(sha);
      if (text != null) texts.set(path, text);
    }
    for (const { path, text } of this.buffers.all.value.values()) texts.set(path, text.value);
    return texts;
  });

  /** The same with pictures and what is arriving: what the preview shows. */
  readonly working = computed(() => {
    const working = new Map<string, string | Uint8Array>(this.texts.value);
    for (const { path, sha } of this.files.value.values()) {
      const picture = this.contents.pictures.value.get(sha);
      if (picture) working.set(path, picture);
    }
    for (const [path, text] of this.arriving.value) {
      if (text === null) working.delete(path);
      else working.set(path, text);
    }
    return working;
  });

  constructor(id: string) {
    this.id = id;
    this.contents = new Contents(id);
    this.buffers = new Buffers(this);
    this.branch = signal(readStored(branchKey(id), MAIN));
  }

  /** At the start, after a turn, and on coming back: other devices change it, too. */
  async refresh(): Promise<void> {
    try {
      const project = await this.#newest();
      if (this.phase.peek() !== "ready" || project.commit !== this.project.peek()?.commit) {
        await this.receive(project);
      } else if (project.branch === this.branch.peek()) this.project.value = project;
      if (this.phase.peek() === "ready") return;
      this.phase.value = "ready";
      this.buffers.takeUpDrafts();
    } catch (error) {
      this.problem.value = asProblem(error);
      if ([404, 422].includes(this.problem.value.status)) this.phase.value = "missing";
      else if (this.phase.peek() !== "ready") this.phase.value = "error";
    }
  }

  /** Where the branches are by now, perhaps moved elsewhere. */
  heard(branches: Record<string, string>): void {
    if (branches[this.branch.peek()] !== this.project.peek()?.commit) void this.refresh();
  }

  async #newest(): Promise<Project> {
    try {
      return await this.#tip(this.branch.peek());
    } catch (error) {
      if (asProblem(error).code !== "branch_not_found") throw error;
      const gone = this.branch.peek();
      this.#look(MAIN);
      showToast(`There is no branch ${gone} any more. This is ${MAIN}.`);
      return this.#tip(MAIN);
    }
  }

  async #tip(branch: string): Promise<Project> {
    const project = await getProject(this.id);
    if (branch === MAIN) return project;
    const { commit } = await branchStatus(this.id, branch);
    return { ...project, branch, commit: commit.sha };
  }

  /** Look at another branch. False where something typed is not saved yet, or it did not come. */
  async switchTo(branch: string): Promise<boolean> {
    await this.buffers.saveAll();
    try {
      if (this.buffers.unsaved.peek().length > 0) throw new Error("something is not saved yet.");
      await this.receive(await this.#tip(branch), branch);
      return this.branch.peek() === branch;
    } catch (error) {
      showToast(`Still on ${this.branch.peek()}: ${asProblem(error).message}`);
      return false;
    }
  }

  #look(branch: string): void {
    this.buffers.clear();
    this.branch.value = branch;
    writeStored(branchKey(this.id), branch === MAIN ? null : branch);
  }

  /**
   * The files of the project's commit; what is open and not touched follows them. `branch` is the
   * one to look at from now on, where it is another.
   */
  async receive(project: Project, branch = this.branch.peek()): Promise<void> {
    if (project.branch !== branch) return; // it was asked for before another was looked at
    const mine = ++this.#asked;
    const from = this.branch.peek();
    const { items } = await listFiles(this.id, { commit: project.commit });
    await this.contents.read(items, project.commit, this.files.peek().values());
    if (mine < this.#received || from !== this.branch.peek()) return; // overtaken meanwhile
    if (branch !== from && this.buffers.unsaved.peek().length > 0) return;
    this.#received = mine;
    batch(() => {
      if (branch !== from) this.#look(branch);
      this.project.value = project;
      this.files.value = new Map(items.map((entry) => [entry.path, entry]));
      this.buffers.follow();
    });
  }

  /** A new commit with the files of an older one. What is typed is saved before it. False, and said,
   * where it was not made. */
  restore(commit: string): Promise<boolean> {
    return this.#turnBack(restoreCommit, commit, "restored");
  }

  /** A new commit that takes back what an older one changed, and leaves what came after it. */
  revert(commit: string): Promise<boolean> {
    return this.#turnBack(revertCommit, commit, "reverted");
  }

  async #turnBack(how: typeof restoreCommit, commit: string, done: string): Promise<boolean> {
    await this.buffers.saveAll();
    const newest = this.project.peek()?.commit;
    if (!newest) return false;
    try {
      await this.receive(await how(this.id, this.branch.peek(), commit, newest));
      return true;
    } catch (error) {
      showToast(`Not ${done}: ${asProblem(error).message}`);
      await this.refresh();
      return false;
    }
  }
}
