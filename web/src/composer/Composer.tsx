import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { COMPOSER_ID, focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { isComposing } from "../shell/keys";
import { openConversation } from "../state/conversations";
import { dropDraft, readDraft, writeDraft } from "../state/drafts";
import { editLastMessage } from "../state/edits";
import { stop } from "../state/message-actions";
import { modelName, newModel } from "../state/models";
import { runOf, send } from "../state/outbox";
import { openId } from "../state/route";
import { loadedThread } from "../state/thread";
import { insertion } from "./insertion";
import { QueuedMessages } from "./QueuedMessages";

export function Composer() {
  const id = openId.value;
  const [text, setText] = useState(() => readDraft(id));
  const [stopping, setStopping] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const run = id === null ? null : runOf(id);
  const model = modelName(openConversation.value?.model ?? newModel.value);

  useLayoutEffect(() => setText(readDraft(id)), [id]);
  useLayoutEffect(() => {
    if (area.current) growToText(area.current);
  }, [text]);
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) focusComposer();
  }, [id]);

  const write = (next: string) => {
    setText(next);
    writeDraft(id, next);
  };

  const inserted = insertion.value;
  useEffect(() => {
    if (inserted === null) return;
    insertion.value = null;
    write(text.trim() === "" ? inserted : `${text}\n${inserted}`);
    area.current?.focus();
  }, [inserted]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    dropDraft(id);
    setText("");
    send(id, text.trim());
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) submit(event);
    if (event.key === "ArrowUp" && text === "" && id !== null && editLastMessage(id)) {
      event.preventDefault();
    }
  };

  if (id !== null && loadedThread(id)?.phase.value === "missing") return null;
  return (
    <form class="composer" onSubmit={submit} aria-label="New message">
      <QueuedMessages />
      <div class="composer-box">
        <textarea
          ref={area}
          id={COMPOSER_ID}
          rows={1}
          aria-label={`Message ${model}`}
          placeholder={`Message ${model}`}
          enterkeyhint="send"
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {(run === null || text.trim() !== "") && (
          <button
            type="submit"
            class={run === null ? "round primary" : "round"}
            aria-label={run === null ? "Send" : "Send after this answer"}
            title={run === null ? "Send (Enter)" : "Send after this answer (Enter)"}
            disabled={text.trim() === ""}
          >
            <Icon name="send" />
          </button>
        )}
        {run !== null && (
          <IconButton
            icon="stop"
            label={stopping === run ? "Stopping…" : "Stop (Esc)"}
            class="round primary stop"
            disabled={stopping === run}
            onClick={() => {
              setStopping(run);
              area.current?.focus();
              void stop(id as string).finally(() => setStopping(null));
            }}
          />
        )}
      </div>
      <p class="composer-note">Models make mistakes. Check what matters.</p>
    </form>
  );
}

/** As high as its text; the style sheet sets the limit, beyond which it scrolls. */
function growToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
