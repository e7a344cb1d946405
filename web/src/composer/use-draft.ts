import { useLayoutEffect, useState } from "preact/hooks";
import { dropDraft, readDraft, writeDraft } from "../state/drafts";

/** What is typed for a conversation and not sent: the text, how it is written, and dropped. */
export function useDraft(id: string | null): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => readDraft(id));
  useLayoutEffect(() => setText(readDraft(id)), [id]);
  const write = (next: string) => {
    setText(next);
    writeDraft(id, next);
  };
  const drop = () => {
    setText("");
    dropDraft(id);
  };
  return [text, write, drop];
}
