import { useState } from "preact/hooks";
import { MAIN } from "../../api/main-branch";
import type { Message } from "../../api/types";
import { Menu, type MenuItem } from "../../shell/Menu";
import { rewind } from "../../state/message-actions";
import { threadOf } from "../../state/thread";
import type { Applied } from "../../stream/build";
import type { Studio } from "../studio";

interface Props {
  answer: Message;
  applied: Applied;
  studio: Studio;
}

/** The newest turn can be undone, and any other gone back to: files, chat or both. */
export function WaysBack({ answer, applied, studio: { project } }: Props) {
  const [busy, setBusy] = useState(false);
  const { branch = MAIN, commit, parent } = applied;
  const newest = project.project.value?.commit === commit;
  const isHere = project.branch.value === branch;
  const thread = threadOf(answer.conversation_id);
  const question = thread.items.value.find(({ id }) => id === answer.parent_id);
  /** undefined where it is not loaded. */
  const chatEnd = newest ? question?.parent_id : answer.id;

  const word = newest ? "Undo" : "Restore";
  const files = () => project.restore(newest ? parent : commit);
  const chat = () => rewind(thread, chatEnd ?? null);
  const act = async (...ways: (() => Promise<boolean>)[]) => {
    setBusy(true);
    for (const way of ways) if (!(await way())) break;
    setBusy(false);
  };

  const more: MenuItem[] = [];
  if (isHere) {
    more.push({ label: `${word} files and chat`, icon: "again", run: () => void act(files, chat) });
  }
  more.push({ label: `${word} chat only`, icon: "again", run: () => void act(chat) });
  return (
    <>
      {isHere && (
        <button
          type="button"
          class="button small"
          disabled={busy || project.behind.value}
          title={newest ? "All files as they were before" : "All files as this turn left them"}
          onClick={() => void act(files)}
        >
          {word}
        </button>
      )}
      {chatEnd !== undefined && <Menu label="More ways back" items={more} />}
    </>
  );
}
