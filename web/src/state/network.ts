/** Whether the server can be reached, for the banner. */
import { computed, effect, signal } from "@preact/signals";
import type { LinkState } from "../stream/protocol";

/** The hub's streams. */
export const link = signal<LinkState>("idle");
/** The browser says that there is no network, and the server does not answer either. */
export const offline = signal(false);
/** The stream has been broken long enough to say so. */
const brokenLong = signal(false);

export const banner = computed(() => {
  if (offline.value) return "Offline – will go on when the network is back.";
  return brokenLong.value ? "The connection is lost. Trying again…" : null;
});

const SAY_AFTER_MS = 2_500;
let sayTimer = 0;

effect(() => {
  const state = link.value;
  if (state === "connecting") return; // every try passes through here; it proves nothing
  if (state === "broken") {
    sayTimer ||= window.setTimeout(() => {
      brokenLong.value = true;
    }, SAY_AFTER_MS);
    return;
  }
  clearTimeout(sayTimer);
  sayTimer = 0;
  brokenLong.value = false;
});

/**
 * The browser only knows of network cards; a server on this very machine answers without any.
 * So the word "offline" is checked before it is shown.
 */
export async function probe(): Promise<void> {
  if (navigator.onLine) {
    offline.value = false;
    return;
  }
  try {
    const response = await fetch("/healthz", {
      cache: "no-store",
      signal: AbortSignal.timeout(3_000),
    });
    offline.value = !response.ok && !navigator.onLine;
  } catch {
    offline.value = !navigator.onLine;
  }
}

addEventListener("offline", () => void probe());
addEventListener("online", () => void probe());
