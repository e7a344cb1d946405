/**
 * What goes between the page and the document of a preview, over a port of their own. What comes
 * from there is an app's word: it arrives as text, is bounded and read field by field.
 */
export const LOADED = "atelier.preview";

export type Level = "debug" | "log" | "info" | "warn" | "error";
export type Source = "console" | "exception" | "rejection" | "network" | "resource" | "policy";

/** A value as the console shows it; what was left out says so. */
export type Value =
  | { kind: "text"; text: string }
  | { kind: "literal"; text: string }
  | { kind: "note"; text: string }
  | { kind: "object"; name: string; fields: [name: string, value: Value][]; more: number }
  | { kind: "list"; name: string; items: Value[]; more: number };

/** One message. `text` says all of it in plain words; `values` are there when any has an inside. */
export interface Message {
  seq: number;
  /** Milliseconds since 1970. */
  time: number;
  level: Level;
  source: Source;
  text: string;
  values?: Value[];
  stack?: string;
  /** How many console.group are around it. */
  depth?: number;
}

/** What the next document is given of this one. */
export interface Kept {
  scroll: [x: number, y: number];
  hash: string;
  /** The focused element, by the places of it and of all around it among their siblings. */
  focus: number[] | null;
  local: [string, string][];
  session: [string, string][];
  /** What its components hold: see frame/components.ts. */
  state: [component: string, hooks: string][];
}

/** What is built of a project's files. */
export interface Bundle {
  build: number;
  html: string;
  js: string;
  css: string;
}

export interface Greeting {
  boot: string;
  react: string;
  nonce: string;
}

export type ToFrame =
  | { type: "run"; bundle: Bundle; kept: Kept | null }
  | { type: "style"; css: string }
  | { type: "keep" }
  | { type: "focus" }
  | { type: "ping"; n: number };

export type FromFrame =
  | { type: "ready"; nonce: string }
  | { type: "painted" }
  | { type: "blank" }
  | { type: "pong"; n: number }
  | { type: "kept"; kept: Kept }
  /** The document goes: the app loads it anew, or leaves for another address. */
  | { type: "leaving"; kept: Kept }
  | { type: "messages"; messages: Message[]; dropped: number };

export const MAX_BATCH_CHARS = 2_000_000;
const MAX_BATCH = 2_000;
const MAX_TEXT = 10_000;
const MAX_DEPTH = 10;
const MAX_STORED = 1_000_000;
const LEVELS = ["debug", "log", "info", "warn", "error"];
const SOURCES = ["console", "exception", "rejection", "network", "resource", "policy"];

type Fields = Record<string, unknown>;

/** null when it is none of what a preview says. */
export function readFrame(data: unknown): FromFrame | null {
  if (typeof data !== "string" || data.length > MAX_BATCH_CHARS) return null;
  const said = parsed(data);
  if (!isFields(said)) return null;
  switch (said.type) {
    case "ready":
      return { type: "ready", nonce: text(said.nonce, 100) };
    case "painted":
    case "blank":
      return { type: said.type };
    case "pong":
      return { type: "pong", n: count(said.n) };
    case "kept":
    case "leaving":
      return { type: said.type, kept: readKept(said.kept) };
    case "messages":
      return {
        type: "messages",
        messages: list(said.messages).slice(0, MAX_BATCH).map(readMessage),
        dropped: count(said.dropped),
      };
    default:
      return null;
  }
}

function readMessage(said: unknown): Message {
  const from = isFields(said) ? said : {};
  const message: Message = {
    seq: count(from.seq),
    time: count(from.time),
    level: (LEVELS.includes(from.level as string) ? from.level : "log") as Level,
    source: (SOURCES.includes(from.source as string) ? from.source : "console") as Source,
    text: text(from.text, MAX_TEXT),
  };
  if (typeof from.stack === "string") message.stack = text(from.stack, MAX_TEXT);
  if (Array.isArray(from.values))
    message.values = from.values.slice(0, 21).map((value) => readValue(value, 0));
  if (from.depth !== undefined) message.depth = Math.min(count(from.depth), 20);
  return message;
}

function readValue(said: unknown, depth: number): Value {
  const from = isFields(said) && depth < MAX_DEPTH ? said : {};
  if (from.kind === "object") {
    const fields = list(from.fields).map((field): [string, Value] => {
      const [name, value] = list(field);
      return [text(name, MAX_TEXT), readValue(value, depth + 1)];
    });
    return { kind: "object", name: text(from.name, 200), fields, more: count(from.more) };
  }
  if (from.kind === "list") {
    const items = list(from.items).map((item) => readValue(item, depth + 1));
    return { kind: "list", name: text(from.name, 200), items, more: count(from.more) };
  }
  const kind = from.kind === "text" || from.kind === "literal" ? from.kind : "note";
  return { kind, text: text(from.text, MAX_TEXT) };
}

function readKept(said: unknown): Kept {
  const from = isFields(said) ? said : {};
  const [x, y] = list(from.scroll);
  return {
    scroll: [count(x), count(y)],
    hash: text(from.hash, 2_000),
    focus: Array.isArray(from.focus) ? from.focus.slice(0, 200).map(count) : null,
    local: readStored(from.local),
    session: readStored(from.session),
    state: readStored(from.state),
  };
}

function readStored(said: unknown): [string, string][] {
  let left = MAX_STORED;
  const kept: [string, string][] = [];
  for (const pair of list(said)) {
    const [key, value] = list(pair);
    if (typeof key !== "string" || typeof value !== "string") continue;
    left -= key.length + value.length;
    if (left < 0) break;
    kept.push([key, value]);
  }
  return kept;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown, most: number) =>
  typeof value === "string" ? value.slice(0, most) : "";
const count = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
