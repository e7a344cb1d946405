import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../shell/IconButton";
import { Icon } from "../shell/icons";
import { narrow, setSidebar, sidebarOpen } from "../shell/layout";
import { helpOpen, MOD, newChat } from "../shell/shortcuts";
import { query } from "../state/search";
import { ConversationList } from "./ConversationList";
import { SearchField } from "./SearchField";
import { SearchResults } from "./SearchResults";

export function Sidebar() {
  const open = sidebarOpen.value;
  const element = useRef<HTMLElement>(null);
  const drawer = narrow.value && open;

  // The drawer covers the page, so the keyboard goes into it, and back when it closes.
  useEffect(() => {
    if (!drawer) return;
    const before = document.activeElement as HTMLElement | null;
    element.current?.querySelector<HTMLElement>("button")?.focus();
    return () => before?.focus();
  }, [drawer]);

  return (
    <aside class="sidebar" aria-label="Conversations" ref={element} inert={!open}>
      <div class="sidebar-top">
        <span class="brand">Atelier</span>
        <IconButton
          icon="sidebar"
          label={`Hide sidebar (${MOD} B)`}
          onClick={() => setSidebar(false)}
        />
      </div>
      <button type="button" class="new-chat" onClick={newChat} title={`${MOD} Shift O`}>
        <Icon name="plus" />
        New chat
      </button>
      <SearchField />
      <nav class="sidebar-list" aria-label="Conversation list">
        {query.value.trim() === "" ? <ConversationList /> : <SearchResults />}
      </nav>
      <div class="sidebar-foot">
        <button type="button" class="quiet-row" onClick={() => (helpOpen.value = true)}>
          <Icon name="help" />
          Keyboard
        </button>
      </div>
    </aside>
  );
}
