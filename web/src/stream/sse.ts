/**
 * A push parser for text/event-stream (WHATWG HTML §9.2), fed with bytes as they arrive.
 *
 * It gives the same events for every way of cutting the stream, inside a UTF-8 sequence or
 * between CR and LF too, in linear time: each byte is looked at once, and a line that comes in
 * many pieces is joined once, at its end.
 */
export interface SseEvent {
  id: string;
  event: string;
  data: string;
}

export class SseParser {
  readonly #emit: (event: SseEvent) => void;
  /** Drops a byte order mark at the start and nothing later. */
  readonly #decoder = new TextDecoder("utf-8");
  #pieces: string[] = [];
  #afterCr = false;
  #id = "";
  #event = "";
  #data: string[] = [];

  constructor(emit: (event: SseEvent) => void) {
    this.#emit = emit;
  }

  push(bytes: Uint8Array): void {
    const text = this.#decoder.decode(bytes, { stream: true });
    if (text === "") return;
    let start = this.#afterCr && text.charCodeAt(0) === 10 ? 1 : 0;
    this.#afterCr = false;
    for (let i = start; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code !== 10 && code !== 13) continue;
      this.#pieces.push(text.slice(start, i));
      this.#endLine();
      if (code === 13) {
        if (i + 1 === text.length) this.#afterCr = true;
        else if (text.charCodeAt(i + 1) === 10) i++;
      }
      start = i + 1;
    }
    if (start < text.length) this.#pieces.push(text.slice(start));
  }

  #endLine(): void {
    const line = this.#pieces.length === 1 ? (this.#pieces[0] as string) : this.#pieces.join("");
    this.#pieces = [];
    if (line === "") {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    let value = colon < 0 ? "" : line.slice(colon + 1);
    if (value.startsWith(" ")) value = value.slice(1);
    if (field === "data") this.#data.push(value);
    else if (field === "event") this.#event = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
  }

  #dispatch(): void {
    if (this.#data.length > 0) {
      this.#emit({ id: this.#id, event: this.#event || "message", data: this.#data.join("\n") });
    }
    this.#event = "";
    this.#data = [];
  }
}
