/** Looking at the page again shows what happened meanwhile, on other devices too. */
import { effect } from "@preact/signals";
import { loadList } from "./conversations";
import { wakeLive } from "./live";
import { probe } from "./network";
import { drainAll } from "./outbox";
import { openId } from "./route";
import { loadedThread } from "./thread";
import { markSeen } from "./unread";

const AT_MOST_EVERY_MS = 2_000;
let last = Date.now();

function look(): void {
  if (document.visibilityState === "hidden") return;
  markSeen(openId.value);
  if (Date.now() - last < AT_MOST_EVERY_MS) return;
  last = Date.now();
  wakeLive();
  void probe();
  void loadList().then(drainAll);
  if (openId.value !== null) void loadedThread(openId.value)?.refresh();
}

export function startRefreshing(): void {
  addEventListener("focus", look);
  addEventListener("online", look);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  effect(() => {
    if (document.visibilityState === "visible") markSeen(openId.value);
  });
}
