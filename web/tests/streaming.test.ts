import type { Token } from "marked";
import { describe, expect, it } from "vitest";
import {
  finishedMarkdown,
  type OpenCode,
  parseMarkdown,
  StreamingMarkdown,
} from "../src/markdown/streaming";

const SAMPLE = `# Title

A paragraph with **bold**
#1 that goes on, and a [link](https://example.org).

Setext
------

- one
- two

  with more
- three

1. first
2. second

> quote
lazy line

| a | b |
|---|---|
| 1 | 2 |

\`\`\`python
def f():
    return "\`\`\`"  # no end

\`\`\`\`
after a longer closing fence

~~~
tilde
\`\`\`
~~~

    indented code

<div>
html
</div>

The end.`;

/** Runs of tokens told by what they show; lists that were cut are joined again. */
function shape(tokens: Token[]): unknown[] {
  const shapes: { type: string; text: string }[] = [];
  for (const token of tokens) {
    if (token.type === "space") continue;
    const last = shapes.at(-1);
    const text =
      token.type === "code"
        ? (token as OpenCode).text.trimEnd()
        : token.raw.replace(/\s+/g, " ").trim();
    if (token.type === "list" && last?.type === "list") last.text += ` ${text}`;
    else shapes.push({ type: token.type, text });
  }
  return shapes;
}

function stream(pieces: string[]): StreamingMarkdown {
  const markdown = new StreamingMarkdown(() => 0);
  for (const piece of pieces) {
    markdown.append(piece);
    markdown.refresh();
  }
  return markdown;
}

const all = ({ settled, tail }: StreamingMarkdown) => [...settled, ...tail];

function randomCuts(text: string, seed: number): string[] {
  const pieces: string[] = [];
  let state = seed;
  for (let at = 0; at < text.length; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const size = 1 + (state % 9);
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

describe("StreamingMarkdown", () => {
  it("ends with the blocks that the whole text has, however it was cut", () => {
    const whole = shape(parseMarkdown(SAMPLE));
    expect(shape(all(stream([...SAMPLE])))).toEqual(whole);
    for (let seed = 1; seed <= 60; seed++) {
      expect(shape(all(stream(randomCuts(SAMPLE, seed))))).toEqual(whole);
    }
  });

  it("takes CRLF line ends, cut or not", () => {
    const crlf = SAMPLE.replaceAll("\n", "\r\n");
    expect(shape(all(stream([...crlf])))).toEqual(shape(parseMarkdown(SAMPLE)));
  });

  it("never changes what it has settled", () => {
    const markdown = new StreamingMarkdown(() => 0);
    const seen: Token[] = [];
    for (const piece of SAMPLE) {
      markdown.append(piece);
      markdown.refresh();
      seen.forEach((token, index) => {
        expect(markdown.settled[index]).toBe(token);
      });
      seen.push(...markdown.settled.slice(seen.length));
    }
    expect(seen.length).toBeGreaterThan(8);
  });

  it("shows an open fence as code, without the marks that are about to close it", () => {
    const markdown = stream(["Look:\n\n```js\nlet a;\nlet b", "\n``"]);
    const code = markdown.tail.at(-1) as OpenCode;
    expect(code).toMatchObject({ type: "code", lang: "js", open: true, text: "let a;\nlet b" });
    markdown.append("`\nDone");
    markdown.refresh();
    expect(markdown.settled.at(-1)).toMatchObject({ type: "code", text: "let a;\nlet b" });
    expect(markdown.settled.at(-1)).not.toHaveProperty("open");
  });

  it("keeps the tail short in long fences and long lists", () => {
    const long = Array.from({ length: 400 }, (_, i) => `${i + 1}. item number ${i}\n`);
    const markdown = stream(long);
    expect(markdown.tail.map(({ raw }) => raw).join("").length).toBeLessThan(2_000);
    const numbers = all(markdown).filter(({ type }) => type === "list");
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbers.flatMap((list) => (list as { items: unknown[] }).items)).toHaveLength(400);
  });

  it("starts over with reset, also out of a fence", () => {
    const markdown = stream(["```\nabc"]);
    markdown.reset("New **text**");
    markdown.refresh();
    expect(shape(all(markdown))).toEqual([{ type: "paragraph", text: "New **text**" }]);
  });

  it("puts parsing off when the last one took long, and catches up when told", () => {
    let now = 0;
    const markdown = new StreamingMarkdown(() => now++ * 10);
    markdown.append("a");
    expect(markdown.refresh()).toBe(true);
    markdown.append("b");
    expect(markdown.refresh()).toBe(false);
    expect(markdown.refresh(true)).toBe(true);
    expect(shape(all(markdown))).toEqual([{ type: "paragraph", text: "ab" }]);
  });

  it("keeps the settled tokens in the finished text where they say the same", () => {
    const { settled } = stream([...SAMPLE]);
    const finished = finishedMarkdown(SAMPLE, settled);
    expect(shape(finished)).toEqual(shape(parseMarkdown(SAMPLE)));
    const kept = finished.filter((token) => settled.includes(token));
    expect(kept.length).toBeGreaterThan(finished.length - 4);
    expect(shape(finishedMarkdown("Other", settled))).toEqual(shape(parseMarkdown("Other")));
  });
});
