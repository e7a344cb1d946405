/** The arguments of a console call as text, and as values where any of them has an inside. */
import type { Value } from "../protocol";
import { cut, errorText, hasInside, isError, plain, serialise, summary } from "./serialise";

const MAX_TEXT = 8 * 1024;

export interface Formatted {
  text: string;
  values?: Value[];
}

export function format(given: readonly unknown[]): Formatted {
  const args = substituted(given);
  if (!args.some(hasInside)) {
    return { text: cut(args.slice(0, 20).map(plain).join(" "), MAX_TEXT) };
  }
  const values = serialise(args);
  return { text: cut(values.map(inLine).join(" "), MAX_TEXT), values };
}

const inLine = (value: Value) => (value.kind === "text" ? value.text : summary(value));

/** A first argument with %s, %d, %i, %f, %o, %O, %c takes in those that follow it. */
function substituted(args: readonly unknown[]): readonly unknown[] {
  const [first, ...rest] = args;
  if (typeof first !== "string" || rest.length === 0 || !first.includes("%")) return args;
  let next = 0;
  const text = first.replace(/%([sdifoOc%])/g, (whole, kind: string) => {
    if (kind === "%") return "%";
    if (next >= rest.length) return whole;
    return asText(kind, rest[next++]);
  });
  return [text, ...rest.slice(next)];
}

function asText(kind: string, value: unknown): string {
  if (kind === "c") return "";
  if (hasInside(value)) {
    return isError(value) ? errorText(value) : serialise([value]).map(summary).join("");
  }
  if (kind === "d" || kind === "i") return String(Number.parseInt(plain(value), 10));
  if (kind === "f") return String(Number.parseFloat(plain(value)));
  return plain(value);
}
