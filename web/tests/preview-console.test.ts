import { describe, expect, it } from "vitest";
import { codeFrame } from "../src/studio/preview/code-frame";
import { ConsoleLog } from "../src/studio/preview/console/log";
import { Ring } from "../src/studio/preview/console/ring";
import { fixRequest } from "../src/studio/preview/fix";
import type { Level, Message } from "../src/studio/preview/protocol";
import { buildOf, normalStack, parseStack, scriptName } from "../src/studio/preview/stacks";

let seq = 0;
const message = (text: string, level: Level = "log", more: Partial<Message> = {}): Message => ({
  seq: ++seq,
  time: seq,
  level,
  source: "console",
  text,
  ...more,
});

describe("Ring", () => {
  it("keeps the newest, in order, and gives back what goes", () => {
    const ring = new Ring<number>(3);
    const gone = [1, 2, 3, 4, 5].map((item) => ring.push(item));
    expect(gone).toEqual([undefined, undefined, undefined, 1, 2]);
    expect([...ring]).toEqual([3, 4, 5]);
    expect([ring.size, ring.last]).toEqual([3, 5]);
    ring.clear();
    expect([...ring]).toEqual([]);
    ring.push(6);
    expect([...ring]).toEqual([6]);
  });
});

describe("ConsoleLog", () => {
  it("holds 2,000 in their order and counts the others", () => {
    const log = new ConsoleLog();
    for (let i = 0; i < 50; i++) {
      log.add(
        Array.from({ length: 100 }, (_, j) => message(`${100 * i + j}`)),
        7,
      );
    }
    const { entries } = log;
    expect(entries.length).toBe(2_000);
    expect(entries.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: 2_000 }, (_, i) => 3_000 + i),
    );
    expect(log.dropped).toBe(3_000 + 350);
    expect(log.counts.log).toBe(2_000);
  });

  it("counts an error that comes again, also from the next build", () => {
    const log = new ConsoleLog();
    const stack = (build: number) => `Error: x\n    at App (${scriptName(build)}:3:5)`;
    log.add([message("x", "error", { stack: stack(1) }), message("between")], 0);
    log.add([message("x", "error", { stack: stack(2) }), message("x", "error")], 0);
    expect(log.entries.map(({ text, times }) => [text, times])).toEqual([
      ["x", 2],
      ["between", 1],
      ["x", 1],
    ]);
    expect(log.counts.error).toBe(2);
  });

  it("counts anything else only right after itself", () => {
    const log = new ConsoleLog();
    log.add([message("a"), message("a"), message("b"), message("a")], 0);
    expect(log.entries.map(({ times }) => times)).toEqual([2, 1, 1]);
  });

  it("forgets an error that the ring has dropped", () => {
    const log = new ConsoleLog();
    log.add([message("x", "error")], 0);
    for (let i = 0; i < 2_000; i++) log.add([message(`${i}`)], 0);
    log.add([message("x", "error")], 0);
    expect(log.entries.at(-1)).toMatchObject({ text: "x", times: 1 });
    expect(log.counts.error).toBe(1);
  });
});

describe("stacks", () => {
  const chromium = `ReferenceError: setCuont is not defined
    at onClick (${scriptName(7)}:12:7)
    at async Promise.all (index 0)
    at Object.run [as go] (atelier://preview/react.js:1:2)
    at ${scriptName(7)}:30:1`;
  const firefox = `onClick@${scriptName(7)}:12:7\n@atelier://preview/react.js:1:2\n`;

  it("are read as browsers write them", () => {
    expect(parseStack(chromium).map(({ name, line, column }) => [name, line, column])).toEqual([
      ["onClick", 12, 7],
      ["Object.run [as go]", 1, 2],
      ["", 30, 1],
    ]);
    expect(parseStack(firefox).map(buildOf)).toEqual([7, null]);
  });

  it("are the same for the same place in another build", () => {
    expect(normalStack(chromium)).toBe("onClick@app:12:7\n@app:30:1");
    expect(normalStack(chromium)).toBe(normalStack(chromium.replaceAll("app-7", "app-8")));
    expect(normalStack(chromium)).not.toBe(normalStack(chromium.replace(":12:", ":13:")));
  });
});

describe("what a person is shown", () => {
  it("asks for a fix in the agreed form", () => {
    const place = { path: "src/App.tsx", line: 12, column: 8 };
    expect(fixRequest("ReferenceError: setCuont is not defined", place)).toBe(
      "Fix this error:\n\n    ReferenceError: setCuont is not defined\n    src/App.tsx:12:7\n",
    );
    expect(fixRequest("two\n\nlines", null)).toBe("Fix this error:\n\n    two\n\n    lines\n");
  });

  it("marks the place in the code", () => {
    expect(codeFrame("a\nbc def\nd", 2, 4, 3)).toBe("  1 │ a\n> 2 │ bc def\n    │    ^^^\n  3 │ d");
  });
});
