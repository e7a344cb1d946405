/** An answer's text. While it comes, the blocks that are over stay as they are. */
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Message } from "../api/types";
import { Blocks } from "../markdown/Block";
import { finishedMarkdown } from "../markdown/streaming";
import type { LiveRun } from "../state/live";
import { AnswerPictures } from "./AnswerPictures";
import { WaitingLine } from "./WaitingLine";

export function AnswerText({ message, live }: { message: Message; live: LiveRun | null }) {
  const growing = message.status === "running" ? live : null;
  const view = growing?.view.value;
  const [, again] = useState(0);
  const fresh = growing?.markdown.refresh() ?? true;
  useLayoutEffect(() => {
    if (fresh) return;
    const frame = requestAnimationFrame(() => again((count) => count + 1));
    return () => cancelAnimationFrame(frame);
  });
  const finished = useMemo(
    () => (growing ? [] : finishedMarkdown(message.content, live?.markdown.settled ?? [])),
    [growing, message.content],
  );
  const tokens = growing ? [...growing.markdown.settled, ...growing.markdown.tail] : finished;
  const drawing = view?.drawing;
  const waits = view && !drawing && (view.text === "" || view.waiting !== null);
  return (
    <>
      <div class={growing ? "prose streaming" : "prose"}>
        <Blocks tokens={tokens} />
      </div>
      {drawing && <AnswerPictures view={view} drawing={drawing} />}
      {growing && waits && <WaitingLine live={growing} model={view.model} />}
    </>
  );
}
