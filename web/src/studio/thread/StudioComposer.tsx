import { MessageBox } from "../../composer/MessageBox";
import { QueuedMessages } from "../../composer/QueuedMessages";
import { useDraft } from "../../composer/use-draft";
import { COMPOSER_ID } from "../../shell/focus";
import type { Studio } from "../studio";
import { ask, planFirst } from "./bounds";
import { RequestFoot } from "./RequestFoot";

/** Asks for the next change. What is typed into files is saved first, so that the model sees it. */
export function StudioComposer({ studio, conversation }: { studio: Studio; conversation: string }) {
  const [text, write, drop] = useDraft(conversation);

  const submit = async (event: Event) => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === "") return;
    drop();
    document.getElementById(COMPOSER_ID)?.focus();
    await studio.project.buffers.saveAll();
    ask(conversation, asked, planFirst.peek());
  };

  return (
    <form class="composer studio-composer" onSubmit={submit} aria-label="New request">
      <QueuedMessages conversation={conversation} />
      <MessageBox
        text={text}
        label="Ask for a change"
        conversation={conversation}
        answer="turn"
        onText={write}
        onSubmit={submit}
      />
      <RequestFoot conversation={conversation} studio={studio} request={text} />
    </form>
  );
}
