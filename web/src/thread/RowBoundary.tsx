import { Component, type ComponentChild, type ComponentChildren } from "preact";
import type { Message } from "../api/types";
import { CopyButton } from "../shell/CopyButton";
import { focusComposer } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { removeMessage } from "../state/message-actions";

interface Props {
  message: Message | undefined;
  children: ComponentChildren;
}

/** A message that cannot be drawn takes nothing else with it. Its next version is tried again. */
export class RowBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate({ message }: Props): void {
    if (this.state.broken && message !== this.props.message) this.setState({ broken: false });
  }

  override render({ message, children }: Props): ComponentChild {
    if (!this.state.broken) return children;
    return (
      <article aria-label="A message that cannot be shown">
        <p class="ending">This message cannot be shown</p>
        {message && <BrokenActions message={message} />}
      </article>
    );
  }
}

function BrokenActions({ message }: { message: Message }) {
  return (
    <footer class="message-actions">
      <CopyButton text={() => message.content} what="message" />
      <IconButton
        icon="trash"
        label="Delete message"
        onClick={() => {
          removeMessage(message);
          focusComposer();
        }}
      />
    </footer>
  );
}
