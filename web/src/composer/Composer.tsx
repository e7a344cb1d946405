import { COMPOSER_ID } from "../shell/focus";
import { openConversation } from "../state/conversations";
import { editLastMessage } from "../state/edits";
import { modelName, newModel } from "../state/models";
import { send } from "../state/outbox";
import { openId } from "../state/route";
import { loadedThread } from "../state/thread";
import { MessageBox } from "./MessageBox";
import { QueuedMessages } from "./QueuedMessages";
import { useDraft } from "./use-draft";

export function Composer() {
  const id = openId.value;
  const [text, write, drop] = useDraft(id);
  const model = modelName(openConversation.value?.model ?? newModel.value);

  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    drop();
    send(id, text.trim());
    document.getElementById(COMPOSER_ID)?.focus();
  };

  if (id !== null && loadedThread(id)?.phase.value === "missing") return null;
  return (
    <form class="composer" onSubmit={submit} aria-label="New message">
      <QueuedMessages conversation={id} />
      <MessageBox
        text={text}
        label={`Message ${model}`}
        conversation={id}
        answer="answer"
        onText={write}
        onSubmit={submit}
        onArrowUp={() => id !== null && editLastMessage(id)}
      />
      <p class="composer-note">Models make mistakes. Check what matters.</p>
    </form>
  );
}
