import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Message } from "../api/types";
import { focusComposer } from "../shell/focus";
import { isComposing } from "../shell/keys";
import { begunEdit, endEdit, takeBegun, writeEdit } from "../state/edits";
import { rerunEdited, saveEdit } from "../state/message-actions";

/** Save changes the text where it stands; Save and rerun asks anew, on a branch of its own. */
export function EditMessage({ message, text }: { message: Message; text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!takeBegun(message.id)) return;
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(text.length, text.length);
  }, [begunEdit.value]);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [text]);

  const empty = text.trim() === "";
  const save = () => {
    endEdit(message.id);
    if (text !== message.content) void saveEdit(message, text.trim());
  };
  const rerun = (event: Event) => {
    event.preventDefault();
    if (empty) return;
    endEdit(message.id);
    rerunEdited(message, text.trim());
    focusComposer();
  };

  return (
    <form class="edit" onSubmit={rerun} aria-label="Edit message">
      <textarea
        ref={area}
        aria-label="Message text"
        value={text}
        onInput={(event) => writeEdit(message.id, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            endEdit(message.id);
          } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) rerun(event);
        }}
      />
      <div class="form-end">
        <button type="button" class="button" onClick={() => endEdit(message.id)}>
          Cancel
        </button>
        <button type="button" class="button" disabled={empty} onClick={save}>
          Save
        </button>
        <button type="submit" class="button primary" disabled={empty}>
          Save and rerun
        </button>
      </div>
    </form>
  );
}
