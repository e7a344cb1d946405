import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { BuildFile } from "../../stream/build";
import { type Monaco, monaco } from "../monaco/load";
import { type LiveLine, liveLines } from "../turn";
import { optionsOf } from "./options";

type Editor = ReturnType<Monaco["editor"]["create"]>;

/** A file as it is written: lines that come and go marked, the newest in view. */
export function LiveView({ file }: { file: BuildFile }) {
  const api = monaco.value;
  const lines = liveLines(file);
  return (
    <>
      <p class="live-note" role="status">
        <span class="spinner" aria-hidden="true" />
        Writing {file.to || file.path}…
      </p>
      {api ? <LiveEditor api={api} path={file.path} lines={lines} /> : <LiveText lines={lines} />}
    </>
  );
}

const MARKS: Partial<Record<LiveLine["sign"], string>> = {
  "+": "line-added",
  "-": "line-removed",
  "@": "line-between",
};

function LiveEditor({ api, path, lines }: { api: Monaco; path: string; lines: LiveLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const drawn = useRef(0);

  useEffect(() => {
    const model = api.editor.createModel("", api.viewLanguageOf(path));
    const made = api.editor.create(box.current as HTMLElement, {
      ...optionsOf(api),
      model,
      readOnly: true,
      domReadOnly: true,
      lineNumbers: "off",
      ariaLabel: `${path}, being written`,
    });
    editor.current = made;
    drawn.current = 0;
    return () => {
      made.dispose();
      model.dispose();
    };
  }, [api, path]);

  useEffect(() => {
    const at = editor.current;
    const model = at?.getModel();
    if (!at || !model) return;
    const added = lines.slice(drawn.current);
    if (added.length === 0) return;
    const end = model.getFullModelRange().getEndPosition();
    const text = added.map(({ sign, text }) => `${sign === "@" ? "⋯" : text}\n`).join("");
    const range = api.Range.fromPositions(end);
    model.applyEdits([{ range, text }]);
    at.createDecorationsCollection(
      added.flatMap(({ sign }, index) => {
        const mark = MARKS[sign];
        if (!mark) return [];
        const line = end.lineNumber + index;
        const options = { isWholeLine: true, className: mark, linesDecorationsClassName: mark };
        return [{ range: new api.Range(line, 1, line, 1), options }];
      }),
    );
    drawn.current = lines.length;
    at.revealLine(model.getLineCount());
  });

  return <div ref={box} class="studio-editor" />;
}

/** Until the editor has come. */
function LiveText({ lines }: { lines: LiveLine[] }) {
  const box = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  });
  return (
    <pre ref={box} class="live-text">
      {lines.map(({ sign, text }, index) => (
        <div key={index} class={MARKS[sign] ?? ""}>
          {text}
        </div>
      ))}
    </pre>
  );
}
