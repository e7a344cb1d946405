import { IconButton } from "../shell/IconButton";
import { openConversation } from "../state/conversations";
import { openId } from "../state/route";
import { ModelPicker } from "./ModelPicker";
import { SidebarButtons } from "./SidebarButtons";
import { settingsOpen } from "./settings-open";

export function Header() {
  const fresh = openId.value === null;
  const title = openConversation.value?.title || (fresh ? "New chat" : "Chat");
  return (
    <header class="header">
      <SidebarButtons />
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
