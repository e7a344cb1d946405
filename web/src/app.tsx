import { useSignalEffect } from "@preact/signals";
import { Composer } from "./composer/Composer";
import { Header } from "./header/Header";
import { SettingsDialog } from "./header/SettingsDialog";
import { ImagesPlace } from "./images/ImagesPlace";
import { Announcer } from "./shell/Announcer";
import { Banner } from "./shell/Banner";
import { COMPOSER_ID } from "./shell/focus";
import { HelpDialog } from "./shell/HelpDialog";
import { closeDrawer, narrow, sidebarOpen } from "./shell/layout";
import { Toasts } from "./shell/Toasts";
import { Sidebar } from "./sidebar/Sidebar";
import { openConversation } from "./state/conversations";
import { runOf } from "./state/outbox";
import { openId, openImage } from "./state/route";
import { ThreadPlace } from "./thread/ThreadPlace";

export function App() {
  useTitle();
  const open = sidebarOpen.value;
  const drawer = narrow.value && open;
  return (
    <>
      <a class="skip" href={`#${COMPOSER_ID}`} onClick={skipToComposer}>
        Skip to the {openImage.value === null ? "message box" : "prompt"}
      </a>
      <div class={open ? "shell" : "shell sidebar-closed"}>
        <Sidebar />
        {drawer && <div class="scrim" onClick={closeDrawer} aria-hidden="true" />}
        <main class="main" inert={drawer}>
          {openImage.value === null ? (
            <>
              <Header />
              <Banner />
              <ThreadPlace />
              <Composer />
            </>
          ) : (
            <ImagesPlace />
          )}
        </main>
      </div>
      <SettingsDialog />
      <HelpDialog />
      <Toasts />
      <Announcer />
    </>
  );
}

function useTitle(): void {
  useSignalEffect(() => {
    const id = openId.value;
    const place = openImage.value !== null ? "Images" : id === null ? "New chat" : "Chat";
    const title = openConversation.value?.title || place;
    const running = id !== null && runOf(id) !== null;
    document.title = `${running ? "… " : ""}${title} – Atelier`;
  });
}

function skipToComposer(event: Event): void {
  event.preventDefault();
  document.getElementById(COMPOSER_ID)?.focus();
}
