/** Messages as the server keeps them: with places in the project's files, since bundles go. */
import type { Listed, StoredCall, StoredEntry } from "../../../api/console";
import type { Place, Positions } from "../positions";
import type { Message } from "../protocol";
import { FILES, parseStack } from "../stacks";
import type { Entry } from "./log";

const MAX_TEXT = 2_000;
const MAX_CALLS = 10;
const MAX_NAME = 200;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const PATH = /^[^\0\p{Surrogate}]{1,512}$/u;

export function toStored(message: Message, positions: Positions): StoredEntry {
  const { level, source, text, time, stack = "" } = message;
  return {
    level,
    source,
    text: text.slice(0, MAX_TEXT).replace(LONE_SURROGATES, "\ufffd"),
    calls: callsOf(stack, positions, level === "error" ? MAX_CALLS : 1),
    count: 1,
    at: momentOf(time),
  };
}

/** As the server takes it, whatever an app says. */
export const momentOf = (time: number) => new Date(Math.min(time, Date.now())).toISOString();

/** Those in the project's files, the innermost first. */
export function callsOf(stack: string, positions: Positions, most = MAX_CALLS): StoredCall[] {
  const calls: StoredCall[] = [];
  for (const frame of parseStack(stack)) {
    const place = positions.at(frame);
    if (place && isPlace(place)) calls.push({ name: nameOf(frame.name), ...place });
    if (calls.length === most) break;
  }
  return calls;
}

const isPlace = ({ path, line, column }: Place) => PATH.test(path) && line > 0 && column > 0;

/** `id` is one of the log's. */
export function fromStored({ calls, at, count, ...said }: Listed, id: number): Entry {
  const stack = calls
    .map(({ name, path, line, column }) => {
      const place = `${FILES}${path}:${line}:${column}`;
      return name ? `    at ${name} (${place})` : `    at ${place}`;
    })
    .join("\n");
  const { level, source, text } = said;
  const time = Date.parse(at);
  return { seq: 0, time, level, source, text, stack, id, times: count, earlier: true };
}

/** As a stack can hold it. */
const nameOf = (name: string) =>
  name.slice(0, MAX_NAME).replace(/[()@]/g, "").replace(LONE_SURROGATES, "");
