import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { COMPOSER_ID, focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { isComposing } from "../shell/keys";
import { stop } from "../state/message-actions";
import { runOf } from "../state/outbox";
import { insertion } from "./insertion";

interface Props {
  text: string;
  label: string;
  /** Whose answer may be stopped; null where nothing was asked yet. */
  conversation: string | null;
  /** What a running answer is called. */
  answer: "answer" | "turn";
  onText: (text: string) => void;
  onSubmit: (event: Event) => void;
  /** In the empty box; true where it leads elsewhere. */
  onArrowUp?: () => boolean;
}

/** Where one types, with the buttons to send and to stop. */
export function MessageBox({ text, label, conversation, answer, onText, ...props }: Props) {
  const [stopping, setStopping] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const run = conversation === null ? null : runOf(conversation);

  useLayoutEffect(() => {
    if (area.current) growToText(area.current);
  }, [text]);
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) focusComposer();
  }, [conversation]);

  const inserted = insertion.value;
  useEffect(() => {
    if (inserted === null) return;
    insertion.value = null;
    onText(text.trim() === "" ? inserted : `${text}\n${inserted}`);
    area.current?.focus();
  }, [inserted]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) props.onSubmit(event);
    if (event.key === "ArrowUp" && text === "" && props.onArrowUp?.()) event.preventDefault();
  };

  const send = run === null ? "Send" : `Send after this ${answer}`;
  return (
    <div class="composer-box">
      <textarea
        ref={area}
        id={COMPOSER_ID}
        rows={1}
        aria-label={label}
        placeholder={label}
        enterkeyhint="send"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {(run === null || text.trim() !== "") && (
        <button
          type="submit"
          class={run === null ? "round primary" : "round"}
          aria-label={send}
          title={`${send} (Enter)`}
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
            void stop(conversation as string).finally(() => setStopping(null));
          }}
        />
      )}
    </div>
  );
}

/** As high as its text; the style sheet sets the limit, beyond which it scrolls. */
function growToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
