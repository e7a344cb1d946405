import { render } from "preact";
import { App } from "./app";
import { startShortcuts } from "./shell/shortcuts";
import { loadList } from "./state/conversations";
import { startLive } from "./state/live";
import { drainAll, resumeOutbox } from "./state/outbox";
import { startRefreshing } from "./state/refresh";

startLive();
void loadList().then(drainAll);
resumeOutbox();
startRefreshing();
startShortcuts();
render(<App />, document.getElementById("app") as HTMLElement);
