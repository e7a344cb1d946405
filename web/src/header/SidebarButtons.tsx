import { SHOW_SIDEBAR_ID } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { setSidebar, sidebarOpen } from "../shell/layout";
import { MOD, newChat } from "../shell/shortcuts";

/** What a page's header offers while the sidebar is away. */
export function SidebarButtons() {
  if (sidebarOpen.value) return null;
  return (
    <>
      <IconButton
        id={SHOW_SIDEBAR_ID}
        icon="sidebar"
        label={`Show sidebar (${MOD} B)`}
        onClick={() => setSidebar(true)}
      />
      <IconButton icon="plus" label={`New chat (${MOD} Shift O)`} onClick={newChat} />
    </>
  );
}
