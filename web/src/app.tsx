import { useSignalEffect } from "@preact/signals";
import { Composer } from "./composer/Composer";
import { Header } from "./header/Header";
import { SettingsDialog } from "./header/SettingsDialog";
import { Announcer } from "./shell/Announcer";
import { Banner } from "./shell/Banner";
import { COMPOSER_ID } from "./shell/focus";
import { HelpDialog } from "./shell/HelpDialog";
import { LazyPlace } from "./shell/LazyPlace";
import { closeDrawer, narrow, sidebarOpen } from "./shell/layout";
import { Toasts } from "./shell/Toasts";
import { Sidebar } from "./sidebar/Sidebar";
import { openConversation } from "./state/conversations";
import { runOf } from "./state/outbox";
import { openId, openPage } from "./state/route";
import { ThreadPlace } from "./thread/ThreadPlace";

export function App() {
  useTitle();
  const open = sidebarOpen.value;
  const page = openPage.value;
  const drawer = narrow.value && open;
  return (
    <>
      <a class="skip" href={`#${COMPOSER_ID}`} onClick={skip}>
        Skip to the {page ? "content" : "message box"}
      </a>
      <div class={open ? "shell" : "shell sidebar-closed"}>
        <Sidebar />
        {drawer && <div class="scrim" onClick={closeDrawer} aria-hidden="true" />}
        <main class="main" inert={drawer}>
          {page ? (
            <LazyPlace name={page} />
          ) : (
            <>
              <Header />
              <Banner />
              <ThreadPlace />
              <Composer />
            </>
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
    const place = openPage.value ?? (id === null ? "New chat" : "Chat");
    const title = openConversation.value?.title || place;
    const running = id !== null && runOf(id) !== null;
    document.title = `${running ? "… " : ""}${title} – Atelier`;
  });
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById(COMPOSER_ID)?.focus();
}
