import { Component, type ComponentChild, Fragment, h, isValidElement, type VNode } from "preact";
import { describe, expect, it } from "vitest";
import { Blocks } from "../src/markdown/Block";
import { DEEPEST } from "../src/markdown/Inline";
import { parseMarkdown, StreamingMarkdown } from "../src/markdown/streaming";

/** How deep the elements lie in each other, and the text in them. */
function drawn(
  node: ComponentChild | ComponentChild[],
  depth = 0,
): { depth: number; text: string } {
  if (Array.isArray(node)) {
    const parts = node.map((child) => drawn(child, depth));
    return {
      depth: Math.max(depth, ...parts.map((part) => part.depth)),
      text: parts.map(({ text }) => text).join(""),
    };
  }
  if (!isValidElement(node)) return { depth, text: typeof node === "string" ? node : "" };
  const { type, props } = node as VNode<{ children?: ComponentChild }>;
  if (typeof type === "string") return drawn(props.children, depth + 1);
  if (type === Fragment) return drawn(props.children, depth);
  const isClass = type.prototype instanceof Component;
  const Class = type as new (props: unknown) => Component;
  return drawn(
    isClass
      ? new Class(props).render(props, {}, undefined)
      : (type as (props: unknown) => ComponentChild)(props),
    depth,
  );
}

const draw = (source: string) => drawn(h(Blocks, { tokens: parseMarkdown(source) }));

/** Emphasis in emphasis, `levels` deep. */
const emphasis = (levels: number): string =>
  levels === 0
    ? "x"
    : levels % 2
      ? `*a ${emphasis(levels - 1)} a*`
      : `**b ${emphasis(levels - 1)} b**`;

describe("what is nested without end", () => {
  it.each(["> ", ">", "1. ", "- "])("is shown as it was written beyond some depth: %j", (mark) => {
    for (const levels of [300, 5_000]) {
      const { depth, text } = draw(`${mark.repeat(levels)}The point.`);
      expect(depth).toBeLessThan(3 * DEEPEST);
      expect(text).toContain("The point.");
    }
  });

  it("is shown as it was written within a line too", () => {
    const { depth, text } = draw(emphasis(60));
    expect(depth).toBeGreaterThan(3);
    expect(depth).toBeLessThan(2 * DEEPEST);
    expect(text).toContain("x");
  });

  it("does not stop an answer that grows", () => {
    const markdown = new StreamingMarkdown(() => 0);
    for (let i = 0; i < 20; i++) {
      markdown.append("1. ".repeat(200));
      markdown.refresh();
    }
    const raw = [...markdown.settled, ...markdown.tail].map((token) => token.raw).join("");
    expect(raw).toBe("1. ".repeat(4_000));
  });
});

describe("usual nesting", () => {
  it("is drawn as what it is", () => {
    const { depth, text } = draw("> - one\n>   1. **two** *three*\n");
    expect(depth).toBeGreaterThanOrEqual(6);
    expect(text).toBe("onetwo three");
  });
});
