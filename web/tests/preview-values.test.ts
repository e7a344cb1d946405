import { describe, expect, it, vi } from "vitest";
import { format } from "../src/studio/preview/frame/format";
import { Outbox } from "../src/studio/preview/frame/outbox";
import { serialise, summary } from "../src/studio/preview/frame/serialise";
import { type Message, readFrame, type Value } from "../src/studio/preview/protocol";

const one = (value: unknown): Value => serialise([value])[0] as Value;
const shown = (value: unknown) => summary(one(value));

function nodes(value: Value): number {
  if (value.kind === "object") return value.fields.reduce((sum, [, v]) => sum + nodes(v), 1);
  if (value.kind === "list") return value.items.reduce((sum, v) => sum + nodes(v), 1);
  return 1;
}

describe("serialise", () => {
  it("shows what people log", () => {
    class Point {
      x = 1;
    }
    expect(shown({ a: 1, b: "two", c: [1, 2] })).toBe('{a: 1, b: "two", c: [2]}');
    expect(shown(new Point())).toBe("Point {x: 1}");
    expect(shown(new Map([["k", { v: 1 }]]))).toBe("Map {k: {…}}");
    expect(shown(new Set([1, "a"]))).toBe('Set [1, "a"]');
    expect(shown(new Uint8Array([1, 2]))).toBe("Uint8Array [1, 2]");
    expect(shown(new TypeError("no"))).toBe("TypeError: no");
    expect(shown(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
    expect(shown([undefined, null, -0, 10n, Symbol("s")])).toBe(
      "[undefined, null, -0, 10n, Symbol(s)]",
    );
    expect(shown(Object.create(null))).toBe("{}");
    expect(shown(function named() {})).toBe("function named()");
  });

  it("survives cycles, getters, proxies and what lies about itself", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(shown(cycle)).toBe("{self: [circular]}");

    const getter = vi.fn(() => {
      throw new Error("called");
    });
    expect(shown(Object.defineProperty({}, "x", { get: getter, enumerable: true }))).toBe(
      "{x: (getter)}",
    );
    expect(getter).not.toHaveBeenCalled();

    const throwing = () => {
      throw new Error("trap");
    };
    const traps = {
      ownKeys: throwing,
      getPrototypeOf: throwing,
      getOwnPropertyDescriptor: throwing,
    };
    expect(shown(new Proxy({}, traps))).toBe("[cannot be read]");
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(shown(proxy)).toBe("[cannot be read]");
    expect(shown({ bad: new Proxy({}, traps), good: 1 })).toBe("{bad: [cannot be read], good: 1}");

    const error = new Error("x");
    Object.defineProperty(error, "message", { get: throwing });
    expect(shown(error)).toBe("Error");
    expect(shown(Object.setPrototypeOf({ a: 1 }, { constructor: 7 }))).toBe("{a: 1}");
  });

  it("is bounded in depth, breadth, length and in all", () => {
    const deep: unknown[] = [];
    let at = deep;
    for (let i = 0; i < 100; i++) {
      const inner: unknown[] = [];
      at.push(inner);
      at = inner;
    }
    expect(JSON.stringify(one(deep)).length).toBeLessThan(600);

    const wide = one(Array.from({ length: 1e6 }, (_, i) => i)) as Extract<Value, { kind: "list" }>;
    expect([wide.items.length, wide.more]).toEqual([50, 1e6 - 50]);

    const long = one("x".repeat(1e6)) as Extract<Value, { kind: "text" }>;
    expect(long.text.length).toBeLessThan(8 * 1024 + 2);

    const endless = (): unknown =>
      new Proxy(
        {},
        {
          ownKeys: () => ["a", "b", "c"],
          getOwnPropertyDescriptor: () => ({
            value: endless(),
            configurable: true,
            enumerable: true,
          }),
        },
      );
    expect(nodes(one(endless()))).toBeLessThan(800);

    const many = serialise(Array.from({ length: 100 }, () => "y".repeat(1e5)));
    expect(many.length).toBe(21);
    expect(JSON.stringify(many).length).toBeLessThan(70_000);
  });
});

describe("format", () => {
  it("puts arguments into the places for them", () => {
    expect(format(["%s is %d years, %o %%", "Ann", "41.5", { a: 1 }, "rest"]).text).toBe(
      "Ann is 41 years, {a: 1} % rest",
    );
    expect(format(["%cred", "color: red"]).text).toBe("red");
    expect(format(["100%", "%s"]).text).toBe("100% %s");
  });

  it("keeps values only where there is something to open", () => {
    expect(format(["a", 1, null])).toEqual({ text: "a 1 null" });
    expect(format(["a", [1]]).values).toHaveLength(2);
  });
});

describe("Outbox", () => {
  it("sends in order, in batches, and counts what it drops", () => {
    vi.useFakeTimers();
    const got: Message[] = [];
    let dropped = 0;
    let batches = 0;
    const outbox = new Outbox((messages, lost) => {
      got.push(...messages);
      dropped += lost;
      batches++;
    });
    for (let i = 0; i < 5_000; i++) outbox.add({ level: "log", source: "console", text: `${i}` });
    vi.advanceTimersByTime(60);
    vi.useRealTimers();
    expect(batches).toBe(2); // the first at once
    expect(got.length).toBe(1_001);
    expect(got.length + dropped).toBe(5_000);
    expect(got.at(-1)?.text).toBe("4999");
    const seqs = got.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it("bounds a batch by its size as well", () => {
    vi.useFakeTimers();
    const sizes: number[] = [];
    const outbox = new Outbox((messages) => sizes.push(JSON.stringify(messages).length));
    for (let i = 0; i < 900; i++) {
      outbox.add({ level: "log", source: "console", text: "x".repeat(8_000) });
    }
    vi.advanceTimersByTime(60);
    vi.useRealTimers();
    expect(Math.max(...sizes)).toBeLessThan(600_000);
  });
});

describe("readFrame", () => {
  it("reads nothing that it does not know", () => {
    expect(readFrame({ type: "painted" })).toBeNull();
    expect(readFrame("{")).toBeNull();
    expect(readFrame('{"type":"other"}')).toBeNull();
    expect(readFrame("x".repeat(3_000_000))).toBeNull();
    expect(readFrame('{"type":"painted"}')).toEqual({ type: "painted" });
  });

  it("takes a hostile message apart field by field", () => {
    const nested = `${'{"kind":"list","items":['.repeat(50_000)}${"]}".repeat(50_000)}`;
    const said = `{"type":"messages","dropped":-1,"messages":[7,{"text":{},"level":"<b>","seq":1e999,
      "values":[${nested}],"stack":"${"s".repeat(50_000)}"}]}`;
    const read = readFrame(said) as Extract<ReturnType<typeof readFrame>, { type: "messages" }>;
    expect(read.dropped).toBe(0);
    expect(read.messages[0]).toEqual({
      seq: 0,
      time: 0,
      level: "log",
      source: "console",
      text: "",
    });
    expect(read.messages[1]).toMatchObject({ level: "log", text: "" });
    expect(JSON.stringify(read).length).toBeLessThan(20_000);
  });
});
