/** Behind the line that the cursor is in: who wrote it, when, and in which change. */
import { effect, signal } from "@preact/signals";
import { type Blame, type Commit, readBlame } from "../../api/projects";
import { readStored, writeStored } from "../../state/stored";
import { ago } from "../ago";
import type { Monaco } from "../monaco/load";
import type { OpenProject } from "../project";

type Editor = ReturnType<Monaco["editor"]["create"]>;

const KEY = "studio.line-author";
const isOn = signal(readStored(KEY, false));

/** Chosen in the editor's menu, for every file. Until the function that it gives is called. */
export function showLineAuthor(monaco: Monaco, editor: Editor, project: OpenProject): () => void {
  const place = signal<{ path: string; line: number } | null>(null);
  const marks = editor.createDecorationsCollection();
  const authors = new LineAuthors(project.id);
  const move = () => {
    const model = editor.getModel();
    const line = editor.getPosition()?.lineNumber;
    place.value = model && line ? { path: model.uri.path.slice(1), line } : null;
  };
  editor.onDidChangeCursorPosition(move);
  editor.onDidChangeModel(move);
  editor.addAction({
    id: "line-author",
    label: "Who wrote this line",
    contextMenuGroupId: "9_author",
    run: () => {
      isOn.value = !isOn.peek();
      writeStored(KEY, isOn.peek() || null);
    },
  });
  return effect(() => {
    marks.clear();
    const at = place.value;
    const commit = project.project.value?.commit;
    if (!isOn.value || !at || !commit) return;
    if (project.buffers.all.value.get(at.path)?.dirty.value) return; // lines are others by now
    let gone = false;
    void authors.of(at.path, commit, at.line).then((author) => {
      if (gone || !author) return;
      const after = { content: `    ${wordsOf(author)}`, inlineClassName: "line-author" };
      const range = new monaco.Range(
        at.line,
        Number.MAX_SAFE_INTEGER,
        at.line,
        Number.MAX_SAFE_INTEGER,
      );
      marks.set([{ range, options: { after, showIfCollapsed: true } }]);
    });
    return () => {
      gone = true;
    };
  });
}

const wordsOf = ({ author, at, message }: Commit) =>
  `${author}, ${ago(at)} · ${message.split("\n", 1)[0]}`;

/** Those of one version of one file are kept. */
class LineAuthors {
  #key = "";
  #blame: Promise<Blame | null> = Promise.resolve(null);

  constructor(private readonly project: string) {}

  async of(path: string, commit: string, line: number): Promise<Commit | null> {
    const key = `${commit} ${path}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#blame = readBlame(this.project, path, commit).catch(() => null);
    }
    const blame = await this.#blame;
    const lines = blame?.lines.find((each) => line >= each.line && line < each.line + each.count);
    return blame?.commits.find(({ sha }) => sha === lines?.commit) ?? null;
  }
}
