/** What goes wrong in an app without a word of its own: told as messages. */
import type { Source } from "../protocol";
import { format } from "./format";
import type { Outbox } from "./outbox";
import { cut, errorStack, errorText, isError } from "./serialise";
import { callStack } from "./stack";

const SAME_MS = 1_000;

export function captureFaults(outbox: Outbox): void {
  const tell = (source: Source, text: string, stack?: string) =>
    outbox.add({ level: "error", source, text, ...(stack && { stack }) });

  /** Addresses that were told about, so that one failure is one message. */
  const told = new Map<string, number>();
  const once = (url: string): boolean => {
    const now = performance.now();
    const before = told.get(url);
    if (told.size > 500) told.clear();
    told.set(url, now);
    return before === undefined || now - before > SAME_MS;
  };

  addEventListener("error", (event) => {
    if (event.target instanceof Element) return;
    const error: unknown = event.error;
    const at = `    at ${event.filename}:${event.lineno}:${event.colno}`;
    if (isError(error)) tell("exception", errorText(error), errorStack(error) || at);
    else tell("exception", cut(event.message, 8_000) || "Error", at);
  });

  addEventListener("unhandledrejection", (event) => {
    const reason: unknown = event.reason;
    if (isError(reason)) {
      // What the failed request has told already.
      if (network.has(reason)) return;
      tell("rejection", errorText(reason), errorStack(reason));
    } else tell("rejection", format([reason]).text);
  });

  addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof Element)) return;
      const url = target.getAttribute("src") ?? target.getAttribute("href") ?? "";
      if (once(absolute(url))) {
        tell("resource", `<${target.localName}> could not load ${cut(url, 500)}`);
      }
    },
    true,
  );

  document.addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, effectiveDirective, sourceFile, lineNumber, columnNumber } = event;
    if (!once(blockedURI)) return;
    const at = sourceFile ? `    at ${sourceFile}:${lineNumber}:${columnNumber}` : "";
    const what = cut(blockedURI, 500);
    tell("policy", `The preview may not load ${what} (${effectiveDirective})`, at);
  });

  const network = new WeakSet<object>();
  captureFetch((url, error, stack) => {
    if (isError(error)) network.add(error);
    if (once(url))
      tell("network", `fetch of ${cut(url, 500)} failed: a preview has no network`, stack);
  });
  captureRequests((method, url) => {
    if (once(url)) tell("network", `${method} ${cut(url, 500)} failed: a preview has no network`);
  });
}

function captureFetch(failed: (url: string, error: unknown, stack: string) => void): void {
  const native = fetch.bind(globalThis);
  const captured = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const stack = callStack(captured, 10);
    try {
      return await native(input, init);
    } catch (error) {
      const aborted = init?.signal?.aborted ?? false;
      if (!aborted) failed(addressOf(input), error, stack);
      throw error;
    }
  };
  Object.defineProperty(captured, "name", { value: "fetch" });
  globalThis.fetch = captured;
}

function captureRequests(failed: (method: string, url: string) => void): void {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    const [method, url] = args;
    this.addEventListener("error", () => failed(String(method), absolute(String(url))));
    (open as (...given: unknown[]) => void).apply(this, args);
  } as typeof open;
}

function addressOf(input: RequestInfo | URL): string {
  return absolute(input instanceof Request ? input.url : String(input));
}

function absolute(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return url;
  }
}
