import type { Message } from "../api/types";
import { Icon } from "../shell/icons";

/** How an answer ended, where that was not simply its end. The Announcer says so as it happens. */
export function AnswerEnd({ message, onRetry }: { message: Message; onRetry: () => void }) {
  if (message.status === "cancelled") return <p class="ending">Stopped</p>;
  if (message.status === "failed") {
    return (
      <div class="failure">
        <Icon name="alert" />
        <p>{message.error?.detail ?? "The answer failed, and the server did not say why."}</p>
        <button type="button" class="button small" onClick={onRetry}>
          Retry
        </button>
      </div>
    );
  }
  if (message.finish_reason === "length") {
    return <p class="ending">Cut at the longest answer that the settings allow</p>;
  }
  return message.status === "complete" && message.content === "" ? (
    <p class="ending">The model answered with nothing</p>
  ) : null;
}
