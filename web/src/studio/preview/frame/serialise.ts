/**
 * Any value of an app as a `Value`: bounded in every direction, and without running what it can
 * avoid. No getter is called; a proxy's traps cannot be told from an object, so all may throw.
 */
import type { Value } from "../protocol";

const MAX_DEPTH = 6;
const MAX_NODES = 250;
const MAX_FIELDS = 50;
const MAX_TEXT = 8 * 1024;
const MAX_CALL_TEXT = 64 * 1024;
const MAX_ARGUMENTS = 20;

export const hasInside = (value: unknown): boolean =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** All arguments of one call, which share its bounds. */
export function serialise(values: readonly unknown[]): Value[] {
  const call = new Call();
  const shown = values.slice(0, MAX_ARGUMENTS).map((value) => call.value(value, 0));
  const more = values.length - shown.length;
  return more > 0 ? [...shown, note(`… ${more} more`)] : shown;
}

/** Like String(value), for what has no inside. */
export function plain(value: unknown): string {
  if (typeof value === "string") return cut(value, MAX_TEXT);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol") return cut(Symbol.prototype.toString.call(value), MAX_TEXT);
  return Object.is(value, -0) ? "-0" : String(value);
}

class Call {
  private nodes = MAX_NODES;
  private chars = MAX_CALL_TEXT;
  /** Those that the value at hand is inside of. */
  private readonly around: unknown[] = [];

  value(value: unknown, depth: number): Value {
    if (--this.nodes < 0 || this.chars <= 0) return note("…");
    if (typeof value === "string") return { kind: "text", text: this.text(value) };
    if (!hasInside(value)) return { kind: "literal", text: this.text(plain(value)) };
    if (this.around.includes(value)) return note("[circular]");
    this.around.push(value);
    try {
      return this.inside(value as object, depth);
    } catch {
      return note("[cannot be read]");
    } finally {
      this.around.pop();
    }
  }

  private inside(value: object, depth: number): Value {
    if (typeof value === "function") return this.function(value);
    if (isError(value)) return this.error(value);
    if (isNode(value)) return note(this.text(tag(value)));
    if (value instanceof Date) return note(dateText(value));
    if (value instanceof RegExp) return note(this.text(RegExp.prototype.toString.call(value)));
    if (value instanceof Promise) return note("Promise");
    if (value instanceof WeakMap || value instanceof WeakSet) return note(nameOf(value));
    if (depth >= MAX_DEPTH) return note(Array.isArray(value) ? "[…]" : `${nameOf(value)} {…}`);
    if (Array.isArray(value)) return this.list(value, "", value.length, depth);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const items = value as unknown as ArrayLike<unknown>;
      return this.list(items, nameOf(value), items.length, depth);
    }
    if (value instanceof Map) return this.map(value, depth);
    if (value instanceof Set) return this.set(value, depth);
    return this.object(value, depth);
  }

  private list(items: ArrayLike<unknown>, name: string, length: number, depth: number): Value {
    const shown: Value[] = [];
    for (let i = 0; i < Math.min(length, MAX_FIELDS); i++)
      shown.push(this.at(items, `${i}`, depth));
    return { kind: "list", name, items: shown, more: length - shown.length };
  }

  private set(value: Set<unknown>, depth: number): Value {
    const shown: Value[] = [];
    for (const item of Set.prototype.values.call(value)) {
      if (shown.length === MAX_FIELDS) break;
      shown.push(this.value(item, depth + 1));
    }
    return { kind: "list", name: "Set", items: shown, more: value.size - shown.length };
  }

  private map(value: Map<unknown, unknown>, depth: number): Value {
    const fields: [string, Value][] = [];
    for (const [key, item] of Map.prototype.entries.call(value)) {
      if (fields.length === MAX_FIELDS) break;
      const name = hasInside(key) ? summary(this.value(key, MAX_DEPTH)) : this.text(plain(key));
      fields.push([name, this.value(item, depth + 1)]);
    }
    return { kind: "object", name: "Map", fields, more: value.size - fields.length };
  }

  private object(value: object, depth: number): Value {
    const keys = Reflect.ownKeys(value);
    const fields: [string, Value][] = [];
    for (const key of keys.slice(0, MAX_FIELDS)) {
      fields.push([this.text(plain(key)), this.at(value, key, depth)]);
    }
    return { kind: "object", name: nameOf(value), fields, more: keys.length - fields.length };
  }

  private at(value: object, key: PropertyKey, depth: number): Value {
    try {
      const found = Object.getOwnPropertyDescriptor(value, key);
      if (!found) return note("empty");
      return "value" in found ? this.value(found.value, depth + 1) : note("(getter)");
    } catch {
      return note("[cannot be read]");
    }
  }

  private function(value: object): Value {
    const name = own(value, "name");
    return note(this.text(`function ${typeof name === "string" ? name : ""}()`));
  }

  private error(value: object): Value {
    return note(this.text(errorText(value)));
  }

  private text(whole: string): string {
    const text = cut(whole, Math.min(MAX_TEXT, this.chars));
    this.chars -= text.length;
    return text;
  }
}

/** "TypeError: x is not a function", whatever the error is made of. */
export function errorText(error: object): string {
  const name = field(error, "name");
  const message = field(error, "message");
  return cut(message ? `${name || "Error"}: ${message}` : name || "Error", MAX_TEXT);
}

export function errorStack(error: object): string {
  return cut(field(error, "stack"), MAX_TEXT);
}

export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error || value instanceof DOMException;
  } catch {
    return false;
  }
}

/** One line for a value. */
export function summary(value: Value): string {
  switch (value.kind) {
    case "text":
      return JSON.stringify(value.text);
    case "object": {
      const fields = value.fields.map(([name, inner]) => `${name}: ${short(inner)}`);
      if (value.more > 0) fields.push("…");
      const name = value.name === "Object" ? "" : `${value.name} `;
      return cut(`${name}{${fields.join(", ")}}`, 500);
    }
    case "list": {
      const items = value.items.map(short);
      if (value.more > 0) items.push("…");
      const name = value.name && `${value.name} `;
      return cut(`${name}[${items.join(", ")}]`, 500);
    }
    default:
      return value.text;
  }
}

/** What stands for a value inside of another's line. */
function short(value: Value): string {
  if (value.kind === "object") return value.name === "Object" ? "{…}" : value.name;
  if (value.kind === "list") return `[${value.items.length + value.more}]`;
  return cut(summary(value), 100);
}

export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(most, 0))}…`;
}

const note = (text: string): Value => ({ kind: "note", text });

function field(value: object, name: string): string {
  try {
    const found = Reflect.get(value, name) as unknown;
    return typeof found === "string" ? found : "";
  } catch {
    return "";
  }
}

function own(value: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value as unknown;
}

function nameOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  const made = prototype && own(prototype, "constructor");
  const name = typeof made === "function" ? own(made, "name") : "";
  return typeof name === "string" && name ? cut(name, 100) : "Object";
}

function dateText(value: Date): string {
  const time = Date.prototype.getTime.call(value);
  return Number.isNaN(time) ? "Invalid Date" : Date.prototype.toISOString.call(value);
}

function isNode(value: object): value is Node {
  return typeof Node !== "undefined" && value instanceof Node;
}

function tag(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  const id = node.id && ` id="${node.id}"`;
  const kind = node.getAttribute("class");
  return `<${node.localName}${id}${kind ? ` class="${kind}"` : ""}>`;
}
