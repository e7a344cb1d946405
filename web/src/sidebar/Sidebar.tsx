import { useEffect, useRef } from "preact/hooks";
import { HIDE_SIDEBAR_ID, isFocusLost, SHOW_SIDEBAR_ID } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { setSidebar, sidebarOpen } from "../shell/layout";
import { helpOpen, MOD, newChat } from "../shell/shortcuts";
import { modelsFor } from "../state/models";
import { query } from "../state/search";
import { ConversationList } from "./ConversationList";
import { PageLink } from "./PageLink";
import { SearchField } from "./SearchField";
import { SearchResults } from "./SearchResults";

export function Sidebar() {
  const open = sidebarOpen.value;
  const before = useRef(open);

  // Each of the two buttons goes with what it does, and a drawer shuts off the rest of the page.
  useEffect(() => {
    if (open === before.current) return;
    before.current = open;
    if (!isFocusLost()) return;
    document.getElementById(open ? HIDE_SIDEBAR_ID : SHOW_SIDEBAR_ID)?.focus();
  }, [open]);

  return (
    <aside class="sidebar" aria-label="Conversations" inert={!open}>
      <div class="sidebar-top">
        <span class="brand">Atelier</span>
        <IconButton
          id={HIDE_SIDEBAR_ID}
          icon="sidebar"
          label={`Hide sidebar (${MOD} B)`}
          onClick={() => setSidebar(false)}
        />
      </div>
      <button type="button" class="new-chat" onClick={newChat} title={`${MOD} Shift O`}>
        <Icon name="plus" />
        New chat
      </button>
      {modelsFor("image").length > 0 && <PageLink name="Images" icon="image" />}
      <PageLink name="Studio" icon="M7 6 3 10l4 4M13 6l4 4-4 4M11 4.5l-2 11" />
      <SearchField />
      <nav class="sidebar-list" aria-label="Conversation list">
        {query.value.trim() === "" ? <ConversationList /> : <SearchResults />}
      </nav>
      <div class="sidebar-foot">
        <button type="button" class="quiet-row" onClick={() => (helpOpen.value = true)}>
          <Icon name="help" />
          Keyboard
        </button>
        <PageLink name="Pool" icon="M4.5 16v-5M10 16V4M15.5 16V8" />
      </div>
    </aside>
  );
}
