import { SHOW_SIDEBAR_ID } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { setSidebar, sidebarOpen } from "../shell/layout";
import { MOD, newChat } from "../shell/shortcuts";
import { openConversation } from "../state/conversations";
import { openId } from "../state/route";
import { ModelPicker } from "./ModelPicker";
import { settingsOpen } from "./settings-open";

export function Header() {
  const fresh = openId.value === null;
  const title = openConversation.value?.title || (fresh ? "New chat" : "Chat");
  return (
    <header class="header">
      {!sidebarOpen.value && (
        <>
          <IconButton
            id={SHOW_SIDEBAR_ID}
            icon="sidebar"
            label={`Show sidebar (${MOD} B)`}
            onClick={() => setSidebar(true)}
          />
          <IconButton icon="plus" label={`New chat (${MOD} Shift O)`} onClick={newChat} />
        </>
      )}
      <ModelPicker />
      <div class="header-title">
        <h1 class={fresh ? "visually-hidden" : undefined} title={title}>
          {title}
        </h1>
      </div>
      <IconButton
        icon="sliders"
        label="Conversation settings"
        onClick={() => (settingsOpen.value = true)}
      />
    </header>
  );
}
