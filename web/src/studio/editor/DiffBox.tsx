import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Monaco } from "../monaco/load";
import { optionsOf } from "./options";

export type DiffEditor = ReturnType<Monaco["editor"]["createDiffEditor"]>;

interface Props {
  monaco: Monaco;
  path: string;
  original: string;
  modified: string;
  /** Called with what the right side is by now; it is read-only without. */
  onEdit?: (text: string) => void;
  onDiff?: (editor: DiffEditor) => void;
  handle?: RefObject<DiffEditor | null>;
}

/** Two versions of a file. Its models are not the project's: TypeScript does not look at them. */
export function DiffBox({ monaco, path, original, modified, onEdit, onDiff, handle }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<DiffEditor | null>(null);
  const tell = useRef({ onEdit, onDiff });
  tell.current = { onEdit, onDiff };

  useEffect(() => {
    const language = monaco.viewLanguageOf(path);
    const left = monaco.editor.createModel(original, language);
    const right = monaco.editor.createModel(modified, language);
    const made = monaco.editor.createDiffEditor(box.current as HTMLElement, {
      ...optionsOf(monaco),
      readOnly: !onEdit,
      domReadOnly: !onEdit,
      originalAriaLabel: `${path}, before`,
      modifiedAriaLabel: `${path}, after`,
      renderSideBySide: true,
      renderSideBySideInlineBreakpoint: 760,
      useInlineViewWhenSpaceIsLimited: true,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
      renderGutterMenu: false,
    });
    made.setModel({ original: left, modified: right });
    made.onDidUpdateDiff(() => tell.current.onDiff?.(made));
    right.onDidChangeContent(() => tell.current.onEdit?.(right.getValue(undefined, true)));
    editor.current = made;
    if (handle) handle.current = made;
    return () => {
      made.dispose();
      left.dispose();
      right.dispose();
    };
  }, [monaco, path]);

  useEffect(() => {
    const models = editor.current?.getModel();
    if (!models) return;
    if (models.original.getValue() !== original) models.original.setValue(original);
    if (models.modified.getValue() !== modified) models.modified.setValue(modified);
  }, [original, modified]);

  return <div ref={box} class="studio-editor" />;
}
