import { render } from "preact";
import { App } from "./app";
import { startShortcuts } from "./shell/shortcuts";
import { loadList } from "./state/conversations";
import { startLive } from "./state/live";
import { drainAll, resumeOutbox } from "./state/outbox";
import { startRefreshing } from "./state/refresh";

/** A preview in a tab of its own; see studio/preview/window/share.ts. */
if (location.pathname === "/preview-window") void import("./studio/preview/window/main");
else {
  startLive();
  void loadList().then(drainAll);
  resumeOutbox();
  startRefreshing();
  startShortcuts();
  render(<App />, document.getElementById("app") as HTMLElement);
}
