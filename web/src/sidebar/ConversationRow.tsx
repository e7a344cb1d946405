import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../api/types";
import { focusComposer } from "../shell/focus";
import { closeDrawer } from "../shell/layout";
import { Menu } from "../shell/Menu";
import { moveFocus } from "../shell/move-focus";
import { removeConversation, saveConversation } from "../state/conversations";
import { onLinkClick, openId, pathOf } from "../state/route";
import { unread } from "../state/unread";
import { RenameField } from "./RenameField";

export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { id, pinned } = conversation;
  const title = conversation.title || "Untitled";
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const refocus = useRef(false);

  useEffect(() => {
    if (!renaming && refocus.current) link.current?.focus();
    refocus.current = renaming;
  }, [renaming]);

  if (renaming) {
    return (
      <li class="row">
        <RenameField
          title={title}
          onDone={(changed) => {
            setRenaming(false);
            if (changed !== null) void saveConversation(id, { title: changed });
          }}
        />
      </li>
    );
  }

  const current = openId.value === id;
  return (
    <li class={current ? "row current" : "row"}>
      <a
        ref={link}
        class="row-link"
        href={pathOf(id)}
        aria-current={current ? "page" : undefined}
        title={title}
        onClick={(event) => onLinkClick(event, pathOf(id)) && closeDrawer()}
        onKeyDown={onRowKey}
      >
        <span class="row-title">{title}</span>
        <RowState running={conversation.active_run_id !== null} unread={unread.value.has(id)} />
      </a>
      <Menu
        label={`Options for ${title}`}
        items={[
          { label: "Rename", icon: "edit", run: () => setRenaming(true) },
          {
            label: pinned ? "Unpin" : "Pin",
            icon: "pin",
            run: () => void saveConversation(id, { pinned: !pinned }),
          },
          { label: "Delete", icon: "trash", danger: true, run: () => remove(id) },
        ]}
      />
    </li>
  );
}

function RowState(props: { running: boolean; unread: boolean }) {
  if (props.running) {
    return (
      <span class="spinner">
        <span class="visually-hidden">, answering</span>
      </span>
    );
  }
  if (!props.unread) return null;
  return (
    <span class="dot">
      <span class="visually-hidden">, new answer</span>
    </span>
  );
}

function remove(id: string): void {
  removeConversation(id);
  // The row and its menu are gone; the keyboard must not fall out of the page.
  focusComposer();
}

function onRowKey(event: KeyboardEvent): void {
  const list = document.querySelector<HTMLElement>(".sidebar-list");
  if (list && event.key.startsWith("Arrow")) moveFocus(event, list, ".row-link");
}
