/** What a project's files hold, by the sha of each content: nothing is asked for twice. */
import { batch, signal } from "@preact/signals";
import { type FileEntry, readFile } from "../api/projects";
import { isTooLarge, textOf } from "./text";

const AT_ONCE = 6;

export class Contents {
  /** null where it is no text. */
  readonly texts = signal<ReadonlyMap<string, string | null>>(new Map());
  /** Pictures and fonts, as far as an app may show them. */
  readonly pictures = signal<ReadonlyMap<string, Uint8Array>>(new Map());

  constructor(private readonly projectId: string) {}

  /** undefined where it is not known. */
  peek(sha: string): string | null | undefined {
    return this.texts.peek().get(sha);
  }

  put(sha: string, text: string): void {
    this.texts.value = new Map(this.texts.peek()).set(sha, text);
  }

  /** Have those of a commit; what is neither theirs nor of `shown` is forgotten. */
  async read(items: FileEntry[], commit: string, shown: Iterable<FileEntry>): Promise<void> {
    const known = this.texts.peek();
    const missing = items.filter((entry) => !known.has(entry.sha) && !isTooLarge(entry));
    const found = new Map<string, string | null>();
    const pictures = new Map(this.pictures.peek());
    const next = async () => {
      for (let entry = missing.pop(); entry; entry = missing.pop()) {
        const bytes = await readFile(this.projectId, entry.path, commit);
        const text = textOf(bytes);
        found.set(entry.sha, text);
        if (text === null) pictures.set(entry.sha, new Uint8Array(bytes));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    const wanted = new Set([...items, ...shown].map(({ sha }) => sha));
    const still = <Content>(each: Iterable<[string, Content]>) =>
      [...each].filter(([sha]) => wanted.has(sha));
    batch(() => {
      this.texts.value = new Map([...still(this.texts.peek()), ...found]);
      this.pictures.value = new Map(still(pictures));
    });
  }
}
