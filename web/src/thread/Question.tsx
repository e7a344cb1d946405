import { useEffect, useRef } from "preact/hooks";
import type { Message } from "../api/types";
import { CopyButton } from "../shell/CopyButton";
import { focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { edits, startEdit } from "../state/edits";
import { removeMessage } from "../state/message-actions";
import type { Thread } from "../state/thread";
import { BranchPager } from "./BranchPager";
import { EditMessage } from "./EditMessage";

/** What the person wrote, as they wrote it. */
export function Question({ message, thread }: { message: Message; thread: Thread }) {
  const edit = edits.value.get(message.id);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  // The keyboard comes back to where the editing began.
  useEffect(() => {
    if (wasEditing.current && edit === undefined) button.current?.focus();
    wasEditing.current = edit !== undefined;
  }, [edit === undefined]);

  if (edit !== undefined) return <EditMessage message={message} text={edit} />;
  return (
    <article class="question" aria-label="Your message">
      <h2 class="visually-hidden">You said</h2>
      <div class="bubble">{message.content}</div>
      <footer class="message-actions">
        <CopyButton text={() => message.content} what="message" />
        <IconButton
          icon="edit"
          label="Edit message"
          buttonRef={button}
          onClick={() => startEdit(message)}
        />
        <IconButton
          icon="trash"
          label="Delete message"
          onClick={() => {
            removeMessage(message);
            focusComposer();
          }}
        />
        <BranchPager message={message} thread={thread} />
      </footer>
    </article>
  );
}
