/** What a person may do with a message. Each shows at once and says so when it did not work. */
import { rewindConversation } from "../api/conversations";
import { asProblem } from "../api/http";
import { type Bounds, cancelRun, deleteMessage, patchMessage, regenerate } from "../api/messages";
import type { Message } from "../api/types";
import { uuid7 } from "../api/uuid7";
import { placeStarted, replaceMessage } from "./branch";
import { change, saveConversation } from "./conversations";
import { edits, writeEdit } from "./edits";
import { follow } from "./live";
import { runOf, send } from "./outbox";
import { type Thread, threadOf } from "./thread";
import { showToast } from "./toasts";
import { carryOutFor, undoable } from "./undo";

export async function stop(conversation: string): Promise<void> {
  const run = runOf(conversation);
  if (!run) return;
  try {
    await cancelRun(run);
  } catch (error) {
    showToast(`Not stopped: ${asProblem(error).message}`);
  }
}

/** Another answer to the same question, beside this one. */
export async function answerAgain(answer: Message, bounds?: Bounds): Promise<void> {
  const conversation = answer.conversation_id;
  const thread = threadOf(conversation);
  try {
    await carryOutFor(conversation);
    const started = await regenerate(conversation, answer.id, { run_id: uuid7(), ...bounds });
    follow(started.run_id, conversation, true);
    thread.set(placeStarted(thread.items.peek(), started));
    change(conversation, { active_run_id: started.run_id });
  } catch (error) {
    showToast(`No new answer: ${asProblem(error).message}`);
  }
}

export async function saveEdit(message: Message, content: string): Promise<void> {
  const thread = threadOf(message.conversation_id);
  thread.replace({ ...message, content });
  try {
    thread.replace(await patchMessage(message.conversation_id, message.id, content));
  } catch (error) {
    thread.set(replaceMessage(thread.items.peek(), message));
    if (!edits.peek().has(message.id)) writeEdit(message.id, content);
    showToast(`Not saved: ${asProblem(error).message}`);
  }
}

/** The edited text becomes a new branch from the same parent. */
export function rerunEdited(message: Message, content: string): void {
  send(message.conversation_id, content, message.parent_id);
}

export function removeMessage(message: Message): void {
  const thread = threadOf(message.conversation_id);
  thread.hiddenFrom.value = message.id;
  const reveal = () => {
    if (thread.hiddenFrom.peek() === message.id) thread.hiddenFrom.value = null;
  };
  undoable({
    id: message.id,
    text: "Message deleted.",
    conversation: message.conversation_id,
    takeBack: reveal,
    carryOut: async () => {
      await deleteMessage(message.conversation_id, message.id);
      await thread.refresh();
      reveal();
    },
  });
}

/** Let the chat end with this message, or before the first. What follows stays, as another branch. */
export async function rewind(thread: Thread, to: string | null): Promise<boolean> {
  const end = thread.items.peek().at(-1)?.id ?? null;
  if (!(await endAt(thread, to))) return false;
  const goBack = () => void endAt(thread, end);
  showToast("The chat goes on from here.", { label: "Undo", run: goBack });
  return true;
}

async function endAt(thread: Thread, message: string | null): Promise<boolean> {
  try {
    await carryOutFor(thread.id);
    await rewindConversation(thread.id, message);
    await thread.refresh();
    return true;
  } catch (error) {
    showToast(`The chat stays as it is: ${asProblem(error).message}`);
    return false;
  }
}

export async function showBranch(thread: Thread, sibling: string): Promise<void> {
  await carryOutFor(thread.id);
  if (await saveConversation(thread.id, { leaf_id: sibling })) await thread.refresh();
}
