import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isComposing } from "../../shell/keys";
import { nameProblem } from "./tree";

interface Props {
  kind: "file" | "folder" | "rename";
  folder: string;
  name?: string;
  level: number;
  taken: (path: string) => boolean;
  /** null: no name, or the one that it has. */
  onDone: (path: string | null) => void;
}

const LABELS = {
  file: "Name of the new file",
  folder: "Name of the new folder",
  rename: "New name",
};

/** Enter or leaving the field keeps the name, Escape does not. */
export function NameField({ kind, folder, name = "", level, taken, onDone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);
  useLayoutEffect(() => {
    const dot = name.lastIndexOf(".");
    input.current?.focus();
    input.current?.setSelectionRange(0, dot > 0 ? dot : name.length);
  }, []);

  const done = (keep: boolean, leaving: boolean) => {
    if (over.current) return;
    const typed = input.current?.value.trim().replace(/^\/+|\/+$/g, "") ?? "";
    const path = folder === "" ? typed : `${folder}/${typed}`;
    const wrong = keep && typed !== "" && typed !== name ? nameProblem(path, taken) : null;
    if (wrong && !leaving) return setProblem(wrong);
    over.current = true;
    onDone(keep && !wrong && typed !== "" && typed !== name ? path : null);
  };

  return (
    <div class="name-field" style={{ "--level": level }} role="none">
      <input
        ref={input}
        aria-label={LABELS[kind]}
        aria-invalid={problem !== null}
        maxLength={200}
        spellcheck={false}
        autocomplete="off"
        defaultValue={name}
        onInput={() => setProblem(null)}
        onBlur={() => done(true, true)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (isComposing(event)) return;
          if (event.key === "Enter") done(true, false);
          if (event.key !== "Escape") return;
          event.preventDefault();
          done(false, false);
        }}
      />
      {problem && (
        <span class="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
