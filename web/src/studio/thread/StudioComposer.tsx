import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { insertion } from "../../composer/insertion";
import { COMPOSER_ID, focusComposer } from "../../shell/focus";
import { IconButton } from "../../shell/IconButton";
import { Icon } from "../../shell/icons";
import { isComposing } from "../../shell/keys";
import { dropDraft, readDraft, writeDraft } from "../../state/drafts";
import { stop } from "../../state/message-actions";
import { discard, outgoingOf, runOf, send } from "../../state/outbox";
import type { Studio } from "../studio";
import { ModelChoice } from "./ModelChoice";

/** Asks for the next change. What is typed into files is saved first, so that the model sees it. */
export function StudioComposer({ studio, conversation }: { studio: Studio; conversation: string }) {
  const [text, setText] = useState(() => readDraft(conversation));
  const area = useRef<HTMLTextAreaElement>(null);
  const run = runOf(conversation);
  const [stopping, setStopping] = useState<string | null>(null);

  const write = (next: string) => {
    setText(next);
    writeDraft(conversation, next);
  };

  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) focusComposer();
  }, []);

  const inserted = insertion.value;
  useLayoutEffect(() => {
    if (inserted === null) return;
    insertion.value = null;
    write(text.trim() === "" ? inserted : `${text}\n${inserted}`);
    area.current?.focus();
  }, [inserted]);

  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = "auto";
    area.current.style.height = `${area.current.scrollHeight}px`;
  }, [text]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === "") return;
    dropDraft(conversation);
    setText("");
    area.current?.focus();
    await studio.project.saveAll();
    send(conversation, asked);
  };

  return (
    <form class="composer studio-composer" onSubmit={submit} aria-label="New request">
      <Queued conversation={conversation} />
      <div class="composer-box">
        <textarea
          ref={area}
          id={COMPOSER_ID}
          rows={1}
          aria-label="Ask for a change"
          placeholder="Ask for a change"
          enterkeyhint="send"
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "Enter" && !event.shiftKey && !event.altKey) void submit(event);
          }}
        />
        {(run === null || text.trim() !== "") && (
          <button
            type="submit"
            class={run === null ? "round primary" : "round"}
            aria-label={run === null ? "Send" : "Send after this turn"}
            title={run === null ? "Send (Enter)" : "Send after this turn (Enter)"}
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
              void stop(conversation).finally(() => setStopping(null));
            }}
          />
        )}
      </div>
      <div class="studio-composer-foot">
        <ModelChoice conversation={conversation} />
      </div>
    </form>
  );
}

function Queued({ conversation }: { conversation: string }) {
  const queued = outgoingOf(conversation).filter(({ state }) => state === "queued");
  if (queued.length === 0) return null;
  return (
    <ul class="queued" aria-label="Queued requests">
      {queued.map(({ id, content }) => (
        <li key={id}>
          <span class="queued-text">{content}</span>
          <IconButton
            icon="edit"
            label="Edit queued request"
            onClick={() => {
              insertion.value = discard(id)?.content ?? null;
            }}
          />
          <IconButton icon="trash" label="Delete queued request" onClick={() => discard(id)} />
        </li>
      ))}
    </ul>
  );
}
