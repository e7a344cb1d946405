/** One project as this tab sees it: its files, what of them is open, and what was typed. */
import { batch, computed, type Signal, signal } from "@preact/signals";
import { branchStatus, MAIN } from "../api/branches";
import { asProblem, type Problem } from "../api/http";
import {
  type FileEntry,
  getProject,
  listFiles,
  type Project,
  readFile,
  restoreCommit,
  revertCommit,
  writeFile,
} from "../api/projects";
import { readStored, writeStored } from "../state/stored";
import { showToast } from "../state/toasts";
import { Buffer, type Theirs } from "./buffer";
import { dropDraft, fileDrafts, keepDraft } from "./drafts";
import { isTooLarge, textOf } from "./text";

const SAVE_AFTER_MS = 800;
const RETRY_MS = 5_000;
const AT_ONCE = 6;
/** Stands for a content that is not known, and is none. */
const UNKNOWN = "\0";

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
  readonly buffers = signal<ReadonlyMap<string, Buffer>>(new Map());
  /** Files that a turn is writing, whole, until they are a commit. */
  readonly arriving = signal<ReadonlyMap<string, string | null>>(new Map());
  /** A turn has made a commit that is not here yet. */
  readonly behind = signal(false);
  /** By sha; null where it is no text. */
  readonly #contents = signal<ReadonlyMap<string, string | null>>(new Map());
  /** By sha: pictures and fonts, as far as an app may show them. */
  readonly #pictures = signal<ReadonlyMap<string, Uint8Array>>(new Map());
  readonly #timers = new Map<string, number>();
  #asked = 0;
  #received = 0;

  /** Every text by path, with what is typed and not saved. */
  readonly texts = computed(() => {
    const texts = new Map<string, string>();
    for (const { path, sha } of this.files.value.values()) {
      const text = this.#contents.value.get(sha);
      if (text != null) texts.set(path, text);
    }
    for (const { path, text } of this.buffers.value.values()) texts.set(path, text.value);
    return texts;
  });

  /** The same with pictures and what is arriving: what the preview shows. */
  readonly working = computed(() => {
    const working = new Map<string, string | Uint8Array>(this.texts.value);
    for (const { path, sha } of this.files.value.values()) {
      const picture = this.#pictures.value.get(sha);
      if (picture) working.set(path, picture);
    }
    for (const [path, text] of this.arriving.value) {
      if (text === null) working.delete(path);
      else working.set(path, text);
    }
    return working;
  });

  readonly unsaved = computed(() =>
    [...this.buffers.value.values()].filter(({ dirty }) => dirty.value),
  );

  constructor(id: string) {
    this.id = id;
    this.branch = signal(readStored(branchKey(id), MAIN));
  }

  /** At the start, after a turn, and on coming back: other devices change it, too. */
  async refresh(): Promise<void> {
    try {
      const project = await this.#newest();
      if (this.phase.peek() !== "ready" || project.commit !== this.project.peek()?.commit) {
        await this.#receive(project);
      } else if (project.branch === this.branch.peek()) this.project.value = project;
      if (this.phase.peek() === "ready") return;
      this.phase.value = "ready";
      this.#takeUpDrafts();
    } catch (error) {
      this.problem.value = asProblem(error);
      if ([404, 422].includes(this.problem.value.status)) this.phase.value = "missing";
      else if (this.phase.peek() !== "ready") this.phase.value = "error";
    }
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
    await this.saveAll();
    try {
      if (this.unsaved.peek().length > 0) throw new Error("something is not saved yet.");
      await this.#receive(await this.#tip(branch), branch);
      return this.branch.peek() === branch;
    } catch (error) {
      showToast(`Still on ${this.branch.peek()}: ${asProblem(error).message}`);
      return false;
    }
  }

  #look(branch: string): void {
    this.buffers.value = new Map();
    this.branch.value = branch;
    writeStored(branchKey(this.id), branch === MAIN ? null : branch);
  }

  /** Where what is typed is kept: on each branch it is another text. */
  get #drafts(): string {
    const branch = this.branch.peek();
    return branch === MAIN ? this.id : `${this.id}@${branch}`;
  }

  /**
   * The files of the project's commit; what is open and not touched follows them. `branch` is the
   * one to look at from now on, where it is another.
   */
  async #receive(project: Project, branch = this.branch.peek()): Promise<void> {
    if (project.branch !== branch) return; // it was asked for before another was looked at
    const mine = ++this.#asked;
    const from = this.branch.peek();
    const { items } = await listFiles(this.id, { commit: project.commit });
    await this.#read(items, project.commit);
    if (mine < this.#received || from !== this.branch.peek()) return; // overtaken meanwhile
    if (branch !== from && this.unsaved.peek().length > 0) return;
    this.#received = mine;
    batch(() => {
      if (branch !== from) this.#look(branch);
      this.project.value = project;
      this.files.value = new Map(items.map((entry) => [entry.path, entry]));
      for (const buffer of this.buffers.peek().values()) this.#follow(buffer);
    });
  }

  #follow(buffer: Buffer): void {
    const entry = this.files.peek().get(buffer.path);
    const text = entry && this.#contents.peek().get(entry.sha);
    if (entry?.sha === buffer.base) return;
    if (entry && text != null && (!buffer.dirty.peek() || text === buffer.text.peek())) {
      buffer.rebase(entry.sha, text);
      buffer.text.value = text;
    } else if (!entry && !buffer.dirty.peek()) this.close(buffer.path);
    else if (buffer.dirty.peek()) void this.save(buffer.path);
  }

  async #read(items: FileEntry[], commit: string): Promise<void> {
    const known = this.#contents.peek();
    const missing = items.filter((entry) => !known.has(entry.sha) && !isTooLarge(entry));
    const found = new Map<string, string | null>();
    const pictures = new Map(this.#pictures.peek());
    const next = async () => {
      for (let entry = missing.pop(); entry; entry = missing.pop()) {
        const bytes = await readFile(this.id, entry.path, commit);
        const text = textOf(bytes);
        found.set(entry.sha, text);
        if (text === null) pictures.set(entry.sha, new Uint8Array(bytes));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    const wanted = new Set([...items, ...this.files.peek().values()].map(({ sha }) => sha));
    const still = <Content>(each: Iterable<[string, Content]>) =>
      [...each].filter(([sha]) => wanted.has(sha));
    batch(() => {
      this.#contents.value = new Map([...still(known), ...found]);
      this.#pictures.value = new Map(still(pictures));
    });
  }

  /** The buffer of a file that is a text; null for any other. */
  open(path: string): Buffer | null {
    const known = this.buffers.peek().get(path);
    if (known) return known;
    const entry = this.files.peek().get(path);
    const text = entry && this.#contents.peek().get(entry.sha);
    if (!entry || text == null) return null;
    return this.#put(new Buffer(path, entry.sha, text));
  }

  #put(buffer: Buffer): Buffer {
    this.buffers.value = new Map(this.buffers.peek()).set(buffer.path, buffer);
    return buffer;
  }

  /** Only what is saved may be closed. */
  close(path: string): void {
    clearTimeout(this.#timers.get(path));
    const { [path]: _, ...others } = Object.fromEntries(this.buffers.peek());
    this.buffers.value = new Map(Object.entries(others));
  }

  #takeUpDrafts(): void {
    for (const [path, { base, text }] of fileDrafts(this.#drafts)) {
      const entry = this.files.peek().get(path);
      const saved = entry?.sha === base ? (this.#contents.peek().get(base) ?? UNKNOWN) : UNKNOWN;
      if (entry && this.#contents.peek().get(entry.sha) === text) dropDraft(this.#drafts, path);
      else {
        this.#put(new Buffer(path, base, saved, text));
        void this.save(path);
      }
    }
  }

  write(path: string, text: string): void {
    const buffer = this.open(path);
    if (!buffer || buffer.text.peek() === text) return;
    buffer.text.value = text;
    if (!buffer.dirty.peek()) {
      this.#saved(buffer);
      return;
    }
    keepDraft(this.#drafts, path, { base: buffer.base, text });
    if (!buffer.conflict.peek()) this.#saveLater(path, SAVE_AFTER_MS);
  }

  #saveLater(path: string, ms: number): void {
    clearTimeout(this.#timers.get(path));
    this.#timers.set(
      path,
      window.setTimeout(() => void this.save(path), ms),
    );
  }

  /** False where it is not saved: then the buffer says why. */
  async save(path: string): Promise<boolean> {
    clearTimeout(this.#timers.get(path));
    const buffer = this.buffers.peek().get(path);
    if (!buffer?.dirty.peek()) return true;
    if (buffer.saving.peek() || buffer.conflict.peek()) return false;
    buffer.saving.value = true;
    try {
      await this.#send(buffer);
    } catch (error) {
      const problem = asProblem(error);
      buffer.problem.value = problem.message;
      if (problem.passing) this.#saveLater(path, RETRY_MS);
    } finally {
      buffer.saving.value = false;
    }
    if (buffer.dirty.peek() && !buffer.conflict.peek() && !buffer.problem.peek()) {
      this.#saveLater(path, SAVE_AFTER_MS);
    }
    return !buffer.dirty.peek();
  }

  async #send(buffer: Buffer): Promise<void> {
    const text = buffer.text.peek();
    const { base, sent } = buffer;
    buffer.sent = text;
    try {
      const project = await writeFile(this.id, this.branch.peek(), buffer.path, base, text);
      const { items } = await listFiles(this.id, { commit: project.commit });
      const entry = items.find(({ path }) => path === buffer.path) as FileEntry;
      this.#contents.value = new Map(this.#contents.peek()).set(entry.sha, text);
      buffer.rebase(entry.sha, text);
      await this.#receive(project);
      if (!buffer.dirty.peek()) this.#saved(buffer);
    } catch (error) {
      const { code } = asProblem(error);
      if (code !== "file_changed" && code !== "file_not_found") throw error;
      await this.#meet(buffer, sent);
    }
  }

  /** The file is another by now. It may be what we had sent; else the person chooses. */
  async #meet(buffer: Buffer, sent: string | null): Promise<void> {
    const theirs = await this.#theirs(buffer.path);
    if (theirs.text !== null && [sent, buffer.text.peek()].includes(theirs.text)) {
      buffer.rebase(theirs.sha, theirs.text);
      if (!buffer.dirty.peek()) this.#saved(buffer);
    } else buffer.conflict.value = theirs;
  }

  async #theirs(path: string): Promise<Theirs> {
    const { commit, items } = await listFiles(this.id, { branch: this.branch.peek() });
    const entry = items.find((each) => each.path === path);
    if (!entry) return { sha: "", text: null };
    return { sha: entry.sha, text: textOf(await readFile(this.id, path, commit)) };
  }

  /** Of a conflict: what was typed here is written over theirs, which was seen. */
  keepMine(path: string): Promise<boolean> {
    const buffer = this.buffers.peek().get(path);
    const theirs = buffer?.conflict.peek();
    if (!buffer || !theirs) return Promise.resolve(true);
    buffer.rebase(theirs.sha, theirs.text ?? UNKNOWN);
    keepDraft(this.#drafts, path, { base: theirs.sha, text: buffer.text.peek() });
    return this.save(path);
  }

  takeTheirs(path: string): void {
    const buffer = this.buffers.peek().get(path);
    const theirs = buffer?.conflict.peek();
    if (!buffer || !theirs) return;
    if (theirs.text === null) {
      dropDraft(this.#drafts, path);
      this.close(path);
    } else {
      buffer.rebase(theirs.sha, theirs.text);
      buffer.text.value = theirs.text;
      this.#saved(buffer);
    }
    void this.refresh();
  }

  #saved(buffer: Buffer): void {
    clearTimeout(this.#timers.get(buffer.path));
    buffer.problem.value = null;
    dropDraft(this.#drafts, buffer.path);
  }

  saveAll(): Promise<boolean[]> {
    return Promise.all([...this.buffers.peek().keys()].map((path) => this.save(path)));
  }

  /** A new commit with the files of an older one. What is typed is saved before it. */
  restore(commit: string): Promise<void> {
    return this.#turnBack(restoreCommit, commit, "restored");
  }

  /** A new commit that takes back what an older one changed, and leaves what came after it. */
  revert(commit: string): Promise<void> {
    return this.#turnBack(revertCommit, commit, "reverted");
  }

  async #turnBack(how: typeof restoreCommit, commit: string, done: string): Promise<void> {
    await this.saveAll();
    const newest = this.project.peek()?.commit;
    if (!newest) return;
    try {
      await this.#receive(await how(this.id, this.branch.peek(), commit, newest));
    } catch (error) {
      showToast(`Not ${done}: ${asProblem(error).message}`);
      await this.refresh();
    }
  }

  /** After a change of the files that was made elsewhere than in a buffer. */
  receive(project: Project): Promise<void> {
    return this.#receive(project);
  }
}
