/**
 * The documents that an app runs in: the one that is seen, and one in reserve that has loaded React
 * already. New code runs in the reserve and takes the other's place once it shows something, so
 * nothing flashes.
 */
import {
  type Bundle,
  type FromFrame,
  type Kept,
  LOADED,
  readFrame,
  type ToFrame,
} from "./protocol";
import { BOOT_SCRIPT } from "./stacks";

/** What a document needs before any app: see scripts/script-text.ts. */
export interface Scripts {
  boot: string;
  react: string;
}

const DOCUMENT = "/preview.html";
// Forms have to submit for an app to hear of it; the document's policy lets none through.
const SANDBOX = "allow-scripts allow-forms";
const MAX_RELOADS = 20;
const GREETED_WITHIN_MS = 500;

export class Frame {
  readonly element = document.createElement("iframe");
  private port: MessagePort | null = null;
  private nonce = "";
  private ready = false;
  private running: { bundle: Bundle; kept: Kept | null } | null = null;
  /** How many documents of ours have loaded. */
  private greeted = 0;

  constructor(
    place: HTMLElement,
    private readonly scripts: Scripts,
    private readonly said: (frame: Frame, said: FromFrame) => void,
    /** What is shown is no document of ours any more. */
    private readonly left: (frame: Frame) => void,
  ) {
    const { element } = this;
    element.setAttribute("sandbox", SANDBOX);
    element.setAttribute("allow", "");
    element.title = "The app";
    element.src = DOCUMENT;
    element.className = "preview-frame waiting";
    element.inert = true;
    addEventListener("message", this.onLoaded);
    place.append(element);
  }

  run(bundle: Bundle, kept: Kept | null): void {
    this.running = { bundle, kept };
    if (this.ready) this.tell({ type: "run", bundle, kept });
  }

  tell(said: ToFrame): void {
    this.port?.postMessage(said);
  }

  show(): void {
    this.element.classList.remove("waiting");
  }

  /** From here on it may have the focus; see guardFocus. */
  open(): void {
    this.element.inert = false;
  }

  isClosed(element: Element): boolean {
    return element === this.element && this.element.inert;
  }

  remove(): void {
    removeEventListener("message", this.onLoaded);
    this.port?.close();
    this.element.remove();
  }

  /** The document is there, for the first time or because the app has loaded it anew. */
  private readonly onLoaded = (event: MessageEvent): void => {
    if (event.source !== this.element.contentWindow || event.origin !== "null") return;
    if (event.data !== LOADED || this.greeted++ > MAX_RELOADS) return;
    this.port?.close();
    this.ready = false;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.nonce = crypto.randomUUID();
    port1.onmessage = ({ data }) => this.receive(data);
    const boot = `${this.scripts.boot}\n//# sourceURL=${BOOT_SCRIPT}`;
    // A sandboxed document has no origin that could be named.
    const greeting = { boot, react: this.scripts.react, nonce: this.nonce };
    this.element.contentWindow?.postMessage(greeting, "*", [port2]);
  };

  private receive(data: unknown): void {
    const said = readFrame(data);
    if (said?.type === "ready") {
      if (said.nonce !== this.nonce || this.ready) return;
      this.ready = true;
      if (this.running) this.tell({ type: "run", ...this.running });
    } else if (said && this.ready) {
      if (said.type === "leaving") this.leave(said.kept);
      else this.said(this, said);
    }
  }

  /** An app that loads its page anew finds what it has stored. */
  private leave(kept: Kept): void {
    if (this.running) this.running.kept = kept;
    const { greeted } = this;
    setTimeout(() => this.greeted === greeted && this.left(this), GREETED_WITHIN_MS);
  }
}
