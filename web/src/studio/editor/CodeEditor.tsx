import { useEffect, useRef } from "preact/hooks";
import type { Monaco } from "../monaco/load";
import { modelsMade, uriOf } from "../monaco/models";
import type { Studio } from "../studio";
import { showLineAuthor } from "./line-author";
import { optionsOf } from "./options";

type Editor = ReturnType<Monaco["editor"]["create"]>;
type ViewState = ReturnType<Editor["saveViewState"]>;

interface Props {
  monaco: Monaco;
  studio: Studio;
  path: string;
}

/** Where one was in each file. */
const places = new Map<string, ViewState>();

/** The file's text: what is typed goes to the project by its model. */
export function CodeEditor({ monaco, studio: { project, desk }, path }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  modelsMade.value;
  const model = monaco.editor.getModel(uriOf(monaco, path));

  useEffect(() => {
    const made = monaco.editor.create(box.current as HTMLElement, {
      ...optionsOf(monaco),
      model: null,
    });
    editor.current = made;
    const unfollow = showLineAuthor(monaco, made, project);
    return () => {
      unfollow();
      made.dispose();
    };
  }, [monaco]);

  useEffect(() => {
    const at = editor.current;
    if (!at || !model) return;
    project.buffers.open(path);
    at.setModel(model);
    at.updateOptions({ ariaLabel: path });
    const key = `${project.id} ${path}`;
    const place = places.get(key);
    if (place) at.restoreViewState(place);
    return () => {
      if (at.getModel()) places.set(key, at.saveViewState());
    };
  }, [model, path]);

  const wanted = desk.wanted.value;
  useEffect(() => {
    const at = editor.current;
    if (!at || !wanted || wanted.path !== path) return;
    desk.wanted.value = null;
    const { line: lineNumber, column } = wanted;
    at.setPosition({ lineNumber, column });
    at.revealLineInCenterIfOutsideViewport(lineNumber);
    at.focus();
  }, [wanted, model, path]);

  return <div ref={box} class="studio-editor" />;
}
