import { describe, expect, it } from "vitest";
import { type SseEvent, SseParser } from "../src/stream/sse";

const encoder = new TextEncoder();

function parse(chunks: Uint8Array[]): SseEvent[] {
  const events: SseEvent[] = [];
  const parser = new SseParser((event) => events.push(event));
  for (const chunk of chunks) parser.push(chunk);
  return events;
}

const STREAM =
  "\ufeff: hello\r\n\r\nid: r:1\nevent: run.started\ndata: {}\n\n" +
  'id: r:2\r\nevent: message.delta\r\ndata: {"text":"Grüße 👋🏽 – 日本"}\r\n\r\n' +
  ": heartbeat\n\nid: r:3\rdata: one\rdata:two\rdata\r\rdata: kept id\n\nevent: nothing\n\ndata: cut";

const EXPECTED: SseEvent[] = [
  { id: "r:1", event: "run.started", data: "{}" },
  { id: "r:2", event: "message.delta", data: '{"text":"Grüße 👋🏽 – 日本"}' },
  { id: "r:3", event: "message", data: "one\ntwo\n" },
  { id: "r:3", event: "message", data: "kept id" },
];

describe("SseParser", () => {
  const bytes = encoder.encode(STREAM);

  it("reads fields, comments, all line ends and a byte order mark", () => {
    expect(parse([bytes])).toEqual(EXPECTED);
  });

  it("gives the same events for every cut in two", () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(parse([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(EXPECTED);
    }
  });

  it("gives the same events byte by byte and with empty chunks between", () => {
    const single = [...bytes].flatMap((byte) => [new Uint8Array([byte]), new Uint8Array()]);
    expect(parse(single)).toEqual(EXPECTED);
  });

  it("is linear: ten times the bytes in tiny chunks take about ten times as long", () => {
    const time = (length: number) => {
      const line = encoder.encode(`data: ${"x".repeat(length)}\n\n`);
      const chunks = Array.from({ length: Math.ceil(line.length / 7) }, (_, i) =>
        line.subarray(i * 7, i * 7 + 7),
      );
      const start = performance.now();
      expect(parse(chunks)[0]?.data.length).toBe(length);
      return performance.now() - start;
    };
    time(50_000); // warm
    const small = Math.min(time(100_000), time(100_000));
    expect(time(1_000_000)).toBeLessThan(50 * small + 50);
  });
});
