import { useState } from "preact/hooks";
import { MAIN } from "../../api/branches";
import type { Message } from "../../api/types";
import { Icon } from "../../shell/icons";
import { Menu } from "../../shell/Menu";
import { rewind } from "../../state/message-actions";
import { threadOf } from "../../state/thread";
import type { Applied } from "../../stream/build";
import type { Studio } from "../studio";

interface Props {
  answer: Message;
  applied: Applied;
  studio: Studio;
}

/** A turn is a commit: the way to its changes, back, and to it; with the chat, or without. */
export function AppliedChip({ answer, applied, studio }: Props) {
  const [busy, setBusy] = useState(false);
  const { project, desk } = studio;
  const { branch = MAIN, commit, parent, files, findings = [] } = applied;
  const newest = project.project.value?.commit === commit;
  const isHere = project.branch.value === branch;
  const [first] = files;

  const word = newest ? "Undo" : "Restore";
  const filesBack = () => project.restore(newest ? parent : commit);
  const chatBack = () => {
    const thread = threadOf(answer.conversation_id);
    const question = thread.items.peek().find(({ id }) => id === answer.parent_id);
    return rewind(thread, newest ? (question?.parent_id ?? null) : answer.id);
  };
  const both = async () => (await filesBack()) && chatBack();
  const act = async (back: () => Promise<boolean>) => {
    setBusy(true);
    await back();
    setBusy(false);
  };

  return (
    <div class="applied">
      <span class="applied-what">
        <Icon name="check" /> Applied{branch !== MAIN && ` to ${branch}`} ·{" "}
        <code>{commit.slice(0, 6)}</code>
      </span>
      {first && (
        <button
          type="button"
          class="button small"
          onClick={() => desk.openChanges(first.path, commit, parent)}
        >
          Changes
        </button>
      )}
      {isHere && (
        <button
          type="button"
          class="button small"
          disabled={busy || project.behind.value}
          title={newest ? "All files as they were before" : "All files as this turn left them"}
          onClick={() => void act(filesBack)}
        >
          {word}
        </button>
      )}
      <Menu
        label="More ways back"
        items={[
          ...(isHere
            ? [
                {
                  label: `${word} files and chat`,
                  icon: "again" as const,
                  run: () => void act(both),
                },
              ]
            : []),
          { label: `${word} chat only`, icon: "again", run: () => void act(chatBack) },
        ]}
      />
      {findings.length > 0 && (
        <ul class="findings" aria-label="What is still wrong">
          {findings.map(({ check, path, line, message }) => (
            <li key={`${check} ${path} ${line} ${message}`}>
              <button type="button" onClick={() => desk.look(path, line)}>
                {line > 0 ? `${path}:${line}` : path}
              </button>{" "}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
