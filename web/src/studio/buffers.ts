/** The files of a project that a person has opened: what is typed, until the server has it. */
import { computed, signal } from "@preact/signals";
import { asProblem } from "../api/http";
import { MAIN } from "../api/main-branch";
import { type FileEntry, listFiles, readFile, writeFile } from "../api/projects";
import { Buffer, type Theirs } from "./buffer";
import { dropDraft, fileDrafts, keepDraft } from "./drafts";
import type { OpenProject } from "./project";
import { textOf } from "./text";

const SAVE_AFTER_MS = 800;
const RETRY_MS = 5_000;
/** Stands for a content that is not known, and is none. */
const UNKNOWN = "\0";

export class Buffers {
  readonly all = signal<ReadonlyMap<string, Buffer>>(new Map());
  readonly unsaved = computed(() =>
    [...this.all.value.values()].filter(({ dirty }) => dirty.value),
  );
  readonly #timers = new Map<string, number>();

  constructor(private readonly project: OpenProject) {}

  /** Where what is typed is kept: on each branch it is another text. */
  get #drafts(): string {
    const branch = this.project.branch.peek();
    return branch === MAIN ? this.project.id : `${this.project.id}@${branch}`;
  }

  /** What is not touched is as the file is now. */
  follow(): void {
    for (const buffer of this.all.peek().values()) this.#follow(buffer);
  }

  #follow(buffer: Buffer): void {
    const entry = this.project.files.peek().get(buffer.path);
    const text = entry && this.project.contents.peek(entry.sha);
    if (entry?.sha === buffer.base) return;
    if (entry && text != null && (!buffer.dirty.peek() || text === buffer.text.peek())) {
      buffer.rebase(entry.sha, text);
      buffer.text.value = text;
    } else if (!entry && !buffer.dirty.peek()) this.close(buffer.path);
    else if (buffer.dirty.peek()) void this.save(buffer.path);
  }

  /** The buffer of a file that is a text; null for any other. */
  open(path: string): Buffer | null {
    const known = this.all.peek().get(path);
    if (known) return known;
    const entry = this.project.files.peek().get(path);
    const text = entry && this.project.contents.peek(entry.sha);
    if (!entry || text == null) return null;
    return this.#put(new Buffer(path, entry.sha, text));
  }

  #put(buffer: Buffer): Buffer {
    this.all.value = new Map(this.all.peek()).set(buffer.path, buffer);
    return buffer;
  }

  /** Only what is saved may be closed. */
  close(path: string): void {
    clearTimeout(this.#timers.get(path));
    const { [path]: _, ...others } = Object.fromEntries(this.all.peek());
    this.all.value = new Map(Object.entries(others));
  }

  /** What was typed before this page was loaded, and not saved. */
  takeUpDrafts(): void {
    for (const [path, { base, text }] of fileDrafts(this.#drafts)) {
      const entry = this.project.files.peek().get(path);
      const now = entry && this.project.contents.peek(entry.sha);
      if (now === text) dropDraft(this.#drafts, path);
      else {
        const saved = entry?.sha === base ? now : null;
        this.#put(new Buffer(path, base, saved ?? UNKNOWN, text));
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
    const buffer = this.all.peek().get(path);
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
      const { id, branch } = this.project;
      const project = await writeFile(id, branch.peek(), buffer.path, base, text);
      const { items } = await listFiles(id, { commit: project.commit });
      const entry = items.find(({ path }) => path === buffer.path) as FileEntry;
      this.project.contents.put(entry.sha, text);
      buffer.rebase(entry.sha, text);
      await this.project.receive(project);
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
    const { id, branch } = this.project;
    const { commit, items } = await listFiles(id, { branch: branch.peek() });
    const entry = items.find((each) => each.path === path);
    if (!entry) return { sha: "", text: null };
    return { sha: entry.sha, text: textOf(await readFile(id, path, commit)) };
  }

  /** Of a conflict: what was typed here is written over theirs, which was seen. */
  keepMine(path: string): Promise<boolean> {
    const buffer = this.all.peek().get(path);
    const theirs = buffer?.conflict.peek();
    if (!buffer || !theirs) return Promise.resolve(true);
    buffer.rebase(theirs.sha, theirs.text ?? UNKNOWN);
    keepDraft(this.#drafts, path, { base: theirs.sha, text: buffer.text.peek() });
    return this.save(path);
  }

  takeTheirs(path: string): void {
    const buffer = this.all.peek().get(path);
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
    void this.project.refresh();
  }

  #saved(buffer: Buffer): void {
    clearTimeout(this.#timers.get(buffer.path));
    buffer.problem.value = null;
    dropDraft(this.#drafts, buffer.path);
  }

  saveAll(): Promise<boolean[]> {
    return Promise.all([...this.all.peek().keys()].map((path) => this.save(path)));
  }

  /** Of another branch they are others. */
  clear(): void {
    this.all.value = new Map();
  }
}
