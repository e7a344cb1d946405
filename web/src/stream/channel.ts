/**
 * A tab's end of the hub. It starts the SharedWorker, or runs a hub in the page where there is
 * none or where it does not start, and starts another when the worker has died (nothing tells
 * a page that; it stops answering pings).
 */
import type { FromHub, HubPort, ToHub, Wanted } from "./protocol";

const PING_MS = 20_000;

export class Channel {
  readonly #onMessage: (message: FromHub) => void;
  #send: (message: ToHub) => void = () => {};
  #wanted: Wanted[] = [];
  #projects: string[] = [];
  #generation = 0;
  #unanswered = 0;

  constructor(onMessage: (message: FromHub) => void) {
    this.#onMessage = onMessage;
    this.#open();
    setInterval(() => this.#ping(), PING_MS);
    addEventListener("pagehide", () => this.#send({ type: "bye" }));
    addEventListener("pageshow", (event) => event.persisted && this.#tell());
    addEventListener("online", () => this.wake());
  }

  follow(runs: Wanted[]): void {
    this.#wanted = runs;
    this.#tell();
  }

  watch(projects: string[]): void {
    this.#projects = projects;
    this.#tell();
  }

  #tell(): void {
    this.#send({ type: "follow", runs: this.#wanted, projects: this.#projects });
  }

  /** The hub may have forgotten a tab that was hidden for long, and with it what it wants. */
  wake(): void {
    this.#tell();
    this.#send({ type: "wake" });
  }

  #open(): void {
    const generation = ++this.#generation;
    const deliver = (message: FromHub) => {
      if (generation !== this.#generation) return;
      this.#unanswered = 0;
      if (message.type !== "pong") this.#onMessage(message);
    };
    if (typeof SharedWorker === "undefined") return void this.#openInPage(deliver);
    const worker = new SharedWorker(new URL("./worker.ts", import.meta.url), {
      type: "module",
      name: generation === 1 ? "atelier" : `atelier-${Date.now()}`,
    });
    worker.onerror = () => generation === this.#generation && this.#openInPage(deliver);
    worker.port.onmessage = ({ data }: MessageEvent<FromHub>) => deliver(data);
    this.#send = (message) => worker.port.postMessage(message);
    this.#tell();
  }

  async #openInPage(deliver: (message: FromHub) => void): Promise<void> {
    const { Hub } = await import("./hub");
    const hub = new Hub();
    const port: HubPort = { postMessage: (message) => queueMicrotask(() => deliver(message)) };
    this.#send = (message) => hub.receive(port, message);
    this.#tell();
  }

  #ping(): void {
    if (document.visibilityState === "hidden") return;
    if (++this.#unanswered > 2) {
      this.#unanswered = 0;
      this.#open();
      return;
    }
    this.#send({ type: "ping" });
  }
}
