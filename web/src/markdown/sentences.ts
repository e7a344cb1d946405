/**
 * Cuts growing text into sentences to be read aloud: each is given once, when it is over.
 * Code is named, not read.
 */
export class Sentences {
  #rest = "";
  #inCode = false;

  /** The sentences that this text completes. */
  push(text: string): string[] {
    this.#rest += text;
    const spoken: string[] = [];
    for (;;) {
      const line = /^([^\n]*)\n/.exec(this.#rest);
      const sentence = this.#inCode ? null : /^([^\n]*?[.!?…:][)"'”]*)[ \t]+/.exec(this.#rest);
      const found = sentence ?? line;
      if (!found) return spoken;
      this.#rest = this.#rest.slice(found[0].length);
      this.#say(found[1] as string, spoken);
    }
  }

  /** What is left once the text has ended. */
  end(): string[] {
    const spoken: string[] = [];
    this.#say(this.#rest, spoken);
    this.#rest = "";
    this.#inCode = false;
    return spoken;
  }

  #say(line: string, spoken: string[]): void {
    if (/^\s*(```|~~~)/.test(line)) {
      this.#inCode = !this.#inCode;
      if (this.#inCode) spoken.push("Code block.");
      return;
    }
    if (this.#inCode) return;
    const plain = plainText(line);
    if (plain) spoken.push(plain);
  }
}

/** Markdown's marks taken off, well enough for the ear. */
export function plainText(line: string): string {
  return line
    .replace(/^\s*(#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)/, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~|]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
