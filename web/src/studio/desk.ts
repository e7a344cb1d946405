/** What of a project is in view: tabs, panes, and where the reader stands. Kept per person. */
import { batch, computed, signal } from "@preact/signals";
import { readStored, writeStored } from "../state/stored";

export type Tab =
  | { key: string; kind: "file"; path: string }
  /** A file as a commit left it, beside what it was. */
  | { key: string; kind: "changes"; path: string; commit: string; parent: string | null }
  /** A branch beside another, to be merged. */
  | { key: string; kind: "branch"; name: string }
  /** The wish to merge one, talked over. */
  | { key: string; kind: "request"; id: string; title: string };

export type Side = "files" | "search" | "history" | "branches";
export type PhonePane = "chat" | "code" | "preview";

/** The stream of a turn, shown where the editor stands. */
export const LIVE = "live";

export interface Place {
  path: string;
  line: number;
  column: number;
}

export class Desk {
  readonly #key: string;
  readonly tabs = signal<Tab[]>([]);
  /** The key of a tab, or LIVE. */
  readonly active = signal<string | null>(null);
  readonly side = signal<Side>("files");
  /** Where the editor shall go as soon as it can. */
  readonly wanted = signal<Place | null>(null);
  readonly quickOpen = signal(false);

  readonly tab = computed(() => this.tabs.value.find(({ key }) => key === this.active.value));

  constructor(project: string) {
    this.#key = `studio.desk.${project}`;
    const { tabs = [], active = null } = readStored<{ tabs?: Tab[]; active?: string | null }>(
      this.#key,
      {},
    );
    this.tabs.value = tabs;
    this.active.value = active;
  }

  openFile(path: string, line = 0, column = 1): void {
    this.#open({ key: path, kind: "file", path });
    if (line > 0) this.wanted.value = { path, line, column };
  }

  /** The same, for who asks to see it. */
  look(path: string, line = 0, column = 1): void {
    phonePane.value = "code";
    this.openFile(path, line, column);
  }

  openChanges(path: string, commit: string, parent: string | null): void {
    phonePane.value = "code";
    this.#open({ key: `${commit}:${path}`, kind: "changes", path, commit, parent });
  }

  openBranch(name: string): void {
    phonePane.value = "code";
    this.#open({ key: `branch:${name}`, kind: "branch", name });
  }

  openRequest(id: string, title: string): void {
    phonePane.value = "code";
    this.#open({ key: `request:${id}`, kind: "request", id, title });
  }

  #open(tab: Tab): void {
    batch(() => {
      if (!this.tabs.peek().some(({ key }) => key === tab.key)) {
        this.tabs.value = [...this.tabs.peek(), tab];
      }
      this.show(tab.key);
    });
  }

  show(key: string): void {
    this.active.value = key;
    this.#store();
  }

  close(key: string): void {
    const tabs = this.tabs.peek();
    const at = tabs.findIndex((tab) => tab.key === key);
    const left = tabs.filter((tab) => tab.key !== key);
    batch(() => {
      this.tabs.value = left;
      if (this.active.peek() === key) {
        this.active.value = (left[at] ?? left.at(-1))?.key ?? null;
      }
    });
    this.#store();
  }

  /** A file has another name. */
  moved(from: string, to: string): void {
    this.tabs.value = this.tabs
      .peek()
      .map((tab) => (tab.key === from ? { key: to, kind: "file", path: to } : tab));
    if (this.active.peek() === from) this.active.value = to;
    this.#store();
  }

  #store(): void {
    const active = this.active.peek();
    writeStored(this.#key, {
      tabs: this.tabs.peek(),
      active: active === LIVE ? (this.tabs.peek()[0]?.key ?? null) : active,
    });
  }
}

/** Of the tabs that show a file. */
export const pathOf = (tab: Tab | undefined): string | null =>
  tab && "path" in tab ? tab.path : null;

export const phonePane = signal<PhonePane>("chat");
