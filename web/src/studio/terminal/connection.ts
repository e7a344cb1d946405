/** One terminal's WebSocket: it comes back by itself, and reads on where it broke. */
import { signal } from "@preact/signals";
import { uuid7 } from "../../api/uuid7";
import { backoffMs } from "../../stream/backoff";

export interface Size {
  rows: number;
  columns: number;
}

/** `asleep`: the sandbox was stopped or ended, and the next key starts another. */
export type State = "connecting" | "open" | "lost" | "ended" | "asleep" | "refused";

interface Told {
  type: "ready" | "exit" | "problem";
  at?: number;
  code?: number | string | null;
  detail?: string;
}

interface Screen {
  size: () => Size;
  show: (bytes: Uint8Array) => void;
  /** Forget what is shown: other output follows. */
  clear: () => void;
}

const PIECE = 16 * 1024;
/** Keys that may wait for the connection. */
const MAX_TYPED = 1_000;
const PASSING = new Set(["restarting", "unavailable"]);
const keyOf = (projectId: string) => `terminal:${projectId}`;

export class Connection {
  readonly state = signal<State>("connecting");
  /** Why it was refused, or how the shell ended. */
  readonly words = signal("");
  #id: string;
  #received = 0;
  #attempt = 0;
  #typed: Uint8Array[] = [];
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly projectId: string,
    readonly branch: () => string,
    readonly screen: Screen,
  ) {
    this.#id = sessionStorage.getItem(keyOf(projectId)) ?? this.#renew();
  }

  #renew(): string {
    this.#id = uuid7();
    this.#received = 0;
    sessionStorage.setItem(keyOf(this.projectId), this.#id);
    return this.#id;
  }

  connect(): void {
    clearTimeout(this.#timer);
    this.state.value = "connecting";
    const { rows, columns } = this.screen.size();
    const origin = location.origin.replace(/^http/, "ws");
    const query = new URLSearchParams({
      id: this.#id,
      rows: String(rows),
      columns: String(columns),
      after: String(this.#received),
      branch: this.branch(),
    });
    const place = `/api/projects/${this.projectId}/sandbox/terminal`;
    const socket = new WebSocket(`${origin}${place}?${query}`);
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.#hear(JSON.parse(data) as Told);
      else this.#show(new Uint8Array(data as ArrayBuffer));
    };
    socket.onclose = () => {
      if (this.#socket === socket) this.#closed();
    };
    this.#socket = socket;
  }

  #show(bytes: Uint8Array): void {
    this.#received += bytes.length;
    this.screen.show(bytes);
  }

  #hear(told: Told): void {
    if (told.type === "ready") {
      if (told.at !== this.#received) this.screen.clear();
      this.#received = told.at ?? 0;
      this.#attempt = 0;
      this.state.value = "open";
      for (const bytes of this.#typed.splice(0)) this.send(bytes);
    } else if (told.type === "exit") {
      // Without a code it went with its sandbox.
      this.state.value = told.code === null ? "asleep" : "ended";
      this.words.value = told.code ? `The shell ended with code ${told.code}.` : "The shell ended.";
      this.#renew();
    } else if (!PASSING.has(String(told.code))) {
      this.state.value = "refused";
      this.words.value = told.detail ?? "";
    }
  }

  #closed(): void {
    this.#socket = null;
    if (["ended", "asleep", "refused"].includes(this.state.value)) return;
    this.state.value = "lost";
    this.#timer = setTimeout(() => this.connect(), backoffMs(this.#attempt++));
  }

  /** Pass on what was typed, as soon as it can be; where the shell has ended, start another. */
  send(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    if (this.state.value === "ended" || this.state.value === "asleep") this.again();
    else if (this.state.value === "connecting" && this.#typed.length < MAX_TYPED) {
      this.#typed.push(bytes);
    } else if (this.state.value === "open") {
      for (let at = 0; at < bytes.length; at += PIECE) {
        this.#socket?.send(bytes.slice(at, at + PIECE));
      }
    }
  }

  again(): void {
    this.words.value = "";
    this.#attempt = 0;
    this.connect();
  }

  resize(size: Size): void {
    if (this.state.value === "open") this.#socket?.send(JSON.stringify(size));
  }

  close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
