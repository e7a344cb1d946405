/**
 * Markdown that grows: what can no longer change is parsed once and kept (`settled`), only the
 * unfinished tail is parsed again. So a long answer costs linear time, not quadratic.
 *
 * A block is settled when a later block has begun on a line that is complete. Two blocks may grow
 * without end, and are cut: an open code fence takes whole lines without any parsing, and of a
 * long list all items but the last are settled as a list of their own. Once the answer has ended,
 * the page shows `parseMarkdown` of the whole text, which has neither cut.
 */
import { Lexer, type Token, type Tokens } from "marked";

export interface OpenCode extends Tokens.Code {
  open?: boolean;
}

const LONG_LIST = 1_500;
const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n]*)\n/;

interface Fence {
  marker: string;
  code: OpenCode;
}

export function parseMarkdown(source: string): Token[] {
  return lex(source.replace(/\r\n?/g, "\n"));
}

/**
 * The blocks of a text that has ended. Those that were settled while it grew stay the same
 * tokens, so that the page does not draw them again.
 */
export function finishedMarkdown(source: string, settled: Token[]): Token[] {
  const known = settled.filter(({ type }) => type !== "space");
  const tokens = parseMarkdown(source).filter(({ type }) => type !== "space");
  return tokens.map((token, index) => {
    const before = known[index];
    return before && sameBlock(before, token) ? before : token;
  });
}

function sameBlock(a: Token, b: Token): boolean {
  if (a.type !== b.type) return false;
  if (a.type === "code") return a.text === (b as OpenCode).text && a.lang === (b as OpenCode).lang;
  return a.raw.trimEnd() === b.raw.trimEnd();
}

export class StreamingMarkdown {
  /** Grows at its end only. */
  readonly settled: Token[] = [];
  /** The rest, which the next text may change. */
  tail: Token[] = [];
  #rest = "";
  #fence: Fence | null = null;
  #dirty = false;
  #parsedAt = 0;
  #cost = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  append(text: string): void {
    this.#rest += text;
    this.#dirty = true;
  }

  reset(text: string): void {
    this.settled.length = 0;
    this.tail = [];
    this.#fence = null;
    this.#rest = text;
    this.#dirty = true;
    this.#cost = 0;
  }

  /**
   * Parses what was appended. False when that was put off: parsing a tail that grows is allowed
   * an eighth of the time, so that even a block without end cannot freeze the page.
   */
  refresh(force = false): boolean {
    if (!this.#dirty) return true;
    const start = this.#now();
    if (!force && start - this.#parsedAt < 8 * this.#cost) return false;
    this.#dirty = false;
    // A CR at the very end may be half of a line end.
    const held = this.#rest.endsWith("\r") ? "\r" : "";
    this.#rest = this.#rest.slice(0, this.#rest.length - held.length).replace(/\r\n?/g, "\n");
    this.tail = this.#step();
    this.#rest += held;
    this.#parsedAt = this.#now();
    this.#cost = this.#parsedAt - start;
    return true;
  }

  #step(): Token[] {
    for (;;) {
      if (this.#fence) {
        if (!this.#takeLines(this.#fence)) return this.#openFence(this.#fence);
        continue;
      }
      const tokens = this.#settle(lex(this.#rest));
      const last = tokens.at(-1);
      const opening = last?.type === "code" && FENCE.exec(last.raw);
      if (!last || !opening || isClosed(last.raw, opening[1] as string)) return tokens;
      this.#begin(last as Tokens.Code, opening, tokens);
    }
  }

  /** Moves the blocks that are over to `settled`; the others stay in `#rest` and are returned. */
  #settle(tokens: Token[]): Token[] {
    const last = tokens.findLastIndex((token) => token.type !== "space");
    if (last < 0) return tokens;
    // Until its first line is complete, the last block may still turn out to be part of the one
    // before: "#" begins a heading, "#1 of the list" goes on with a paragraph.
    const tail = tokens.slice(last);
    const keep = tail.some((token) => token.raw.includes("\n")) ? last : blockBefore(tokens, last);
    for (const token of tokens.slice(0, keep)) {
      this.settled.push(token);
      this.#rest = this.#rest.slice(token.raw.length);
    }
    return this.#cutList(tokens.slice(keep));
  }

  #cutList(tokens: Token[]): Token[] {
    const [list, ...others] = tokens;
    if (list?.type !== "list" || others.some(({ type }) => type !== "space")) return tokens;
    const { items, start, raw } = list as Tokens.List;
    const over = items.slice(0, -1);
    const length = over.reduce((sum, item) => sum + item.raw.length, 0);
    const lastItem = items.at(-1);
    if (length < LONG_LIST || !lastItem || !raw.slice(length).startsWith(lastItem.raw))
      return tokens;
    this.settled.push({ ...list, raw: raw.slice(0, length), items: over } as Token);
    this.#rest = this.#rest.slice(length);
    const next = typeof start === "number" ? start + over.length : start;
    return [
      { ...list, raw: raw.slice(length), items: [lastItem], start: next } as Token,
      ...others,
    ];
  }

  #begin(token: Tokens.Code, opening: RegExpExecArray, tokens: Token[]): void {
    for (const before of tokens.slice(0, -1)) {
      this.settled.push(before);
      this.#rest = this.#rest.slice(before.raw.length);
    }
    this.#rest = this.#rest.slice(opening[0].length);
    const code: OpenCode = { type: "code", raw: "", lang: token.lang ?? "", text: "", open: true };
    this.#fence = { marker: opening[1] as string, code };
  }

  /** Takes the complete lines; true when the closing fence was among them. */
  #takeLines(fence: Fence): boolean {
    const lines: string[] = [];
    let from = 0;
    for (let end = this.#rest.indexOf("\n"); end >= 0; end = this.#rest.indexOf("\n", from)) {
      const line = this.#rest.slice(from, end);
      from = end + 1;
      if (!closes(line, fence.marker)) {
        lines.push(line);
        continue;
      }
      this.#grow(fence, lines, from);
      const { open: _, ...code } = fence.code;
      this.settled.push(code);
      this.#fence = null;
      return true;
    }
    this.#grow(fence, lines, from);
    return false;
  }

  #grow(fence: Fence, lines: string[], taken: number): void {
    this.#rest = this.#rest.slice(taken);
    if (lines.length === 0) return;
    const { code } = fence;
    fence.code = { ...code, text: (code.text && `${code.text}\n`) + lines.join("\n") };
  }

  /** The open block with its unfinished last line, unless that is about to close it. */
  #openFence({ marker, code }: Fence): Token[] {
    const partial = this.#rest;
    const closing =
      partial.trim() !== "" && marker.startsWith(partial.trim().slice(0, marker.length));
    if (partial === "" || closing) return [code];
    return [{ ...code, text: (code.text && `${code.text}\n`) + partial } as Token];
  }
}

/** A text that is nested too deep for the parser's stack is one block, shown as it was written. */
function lex(source: string): Token[] {
  try {
    return new Lexer({ gfm: true }).lex(source);
  } catch {
    return [{ type: "html", raw: source, text: source }];
  }
}

function blockBefore(tokens: Token[], last: number): number {
  const before = tokens.slice(0, last).findLastIndex((token) => token.type !== "space");
  return Math.max(before, 0);
}

function isClosed(raw: string, marker: string): boolean {
  const end = raw.replace(/\n+$/, "");
  const line = end.slice(end.lastIndexOf("\n") + 1);
  return end.includes("\n") && closes(line, marker);
}

function closes(line: string, marker: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return found !== undefined && found[0] === marker[0] && found.length >= marker.length;
}
