import { useEffect, useRef, useState } from "preact/hooks";
import { isComposing } from "../../shell/keys";
import type { Studio } from "../studio";
import { folderOf, nameOf } from "../text";
import { matching } from "./matching";

const MOST = 12;

/** A file by some letters of its name. */
export function QuickOpen({ studio: { project, desk } }: { studio: Studio }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = matching([...project.files.value.keys()], query).slice(0, MOST);
  const place = Math.min(at, found.length - 1);
  useEffect(() => dialog.current?.showModal(), []);

  const close = () => {
    desk.quickOpen.value = false;
  };
  const open = (path: string | undefined) => {
    close();
    if (path) desk.look(path, 0, 1);
  };

  return (
    <dialog
      ref={dialog}
      class="quick-open"
      aria-label="Open a file"
      onClose={close}
      onMouseDown={(event) => event.target === dialog.current && close()}
    >
      <input
        role="combobox"
        aria-label="File name"
        aria-expanded="true"
        aria-controls="quick-open-list"
        aria-activedescendant={found.length > 0 ? `quick-open-${place}` : undefined}
        placeholder="Open a file"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) setAt((place + step + found.length) % found.length);
          else if (event.key === "Enter") open(found[place]);
          else return;
          event.preventDefault();
        }}
      />
      <div id="quick-open-list" role="listbox" aria-label="Files">
        {found.map((path, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={path}
            id={`quick-open-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            onClick={() => open(path)}
          >
            {nameOf(path)} <span class="quick-open-folder">{folderOf(path)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="studio-note">No file with that name.</p>}
    </dialog>
  );
}
