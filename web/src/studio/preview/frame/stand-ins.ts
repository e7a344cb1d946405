/**
 * What an app expects of a page and a sandboxed document does not have: stores that last as long as
 * the preview, dialogs that answer, links and forms that do not replace the app by an error.
 */
import type { Kept } from "../protocol";

const MAX_CHARS = 1_000_000;

/** The contents of the stores, for the next document. */
export interface Stores {
  fill(kept: Kept): void;
  read(): Pick<Kept, "local" | "session">;
}

export function installStores(): Stores {
  const local = new Map<string, string>();
  const session = new Map<string, string>();
  define("localStorage", storage(local));
  define("sessionStorage", storage(session));
  return {
    fill(kept) {
      for (const [key, value] of kept.local) local.set(key, value);
      for (const [key, value] of kept.session) session.set(key, value);
    },
    read: () => ({ local: [...local], session: [...session] }),
  };
}

/** A Storage over a map; items are properties too, as they are of the real one. */
function storage(items: Map<string, string>): Storage {
  const methods = {
    getItem: (key: string) => items.get(String(key)) ?? null,
    setItem(key: string, value: string) {
      const before = items.get(String(key))?.length ?? 0;
      let chars = String(value).length - before;
      for (const [name, text] of items) chars += name.length + text.length;
      if (chars > MAX_CHARS) throw new DOMException("The store is full.", "QuotaExceededError");
      items.set(String(key), String(value));
    },
    removeItem: (key: string) => void items.delete(String(key)),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
  };
  return new Proxy(methods as unknown as Storage, {
    get: (target, key) =>
      key === "length"
        ? items.size
        : (Reflect.get(target, key) ?? (typeof key === "string" ? items.get(key) : undefined)),
    set(_target, key, value) {
      methods.setItem(String(key), value as string);
      return true;
    },
    deleteProperty: (_target, key) => items.delete(String(key)) || true,
    has: (target, key) => Reflect.has(target, key) || items.has(String(key)),
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor(_target, key) {
      const value = items.get(String(key));
      if (value === undefined) return undefined;
      return { value, writable: true, enumerable: true, configurable: true };
    },
  });
}

export function installDialogs(): void {
  define("alert", (text?: unknown) => console.info(`alert: ${String(text ?? "")}`));
  define("confirm", (text?: unknown) => {
    console.info(`confirm: ${String(text ?? "")} (a preview shows no dialogs: answered with OK)`);
    return true;
  });
  define("prompt", (text?: unknown, preset: unknown = "") => {
    console.info(`prompt: ${String(text ?? "")} (a preview shows no dialogs: left as it is)`);
    return String(preset);
  });
  define("print", () => console.info("print() does nothing in a preview"));
}

/** What would leave the document leaves an error in its place: it stays, and says so. */
export function keepInside(): void {
  addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const href = link?.getAttribute("href");
    if (event.defaultPrevented || href === null || href === undefined) return;
    if (href.startsWith("#")) return;
    event.preventDefault();
    console.warn(`The link to ${href} does not open in a preview`);
  });
  addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    console.warn("The form was not sent anywhere: a preview has no network");
  });
}

/**
 * Browsers that know the header `Connection-Allowlist` refuse these; in others a policy does not
 * reach them.
 */
export function removePeers(): void {
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) {
    Reflect.deleteProperty(globalThis, name);
  }
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
