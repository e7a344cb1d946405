import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Batch, Listed } from "../src/api/console";
import { ConsoleLog } from "../src/studio/preview/console/log";
import { MOST, Recorder } from "../src/studio/preview/console/recorder";
import { fromStored, toStored } from "../src/studio/preview/console/stored";
import { Positions } from "../src/studio/preview/positions";
import type { Message } from "../src/studio/preview/protocol";
import { FILES, scriptName } from "../src/studio/preview/stacks";

let seq = 0;
const message = (text: string, more: Partial<Message> = {}): Message => ({
  seq: ++seq,
  time: Date.now(),
  level: "log",
  source: "console",
  text,
  ...more,
});
const failed = (text: string) => message(text, { level: "error", source: "exception" });

/** As far as a console needs one: batches by their ids, and whether it answers. */
class Server {
  batches = new Map<string, Batch>();
  asked: string[] = [];
  status = 200;

  readonly fetch = async (
    path: string,
    { method = "GET", body }: RequestInit,
  ): Promise<Response> => {
    this.asked.push(`${method} ${path}`);
    if (this.status === 0) throw new TypeError("down");
    if (this.status >= 400) return Response.json({ detail: "No." }, { status: this.status });
    if (method === "POST") {
      const batch = JSON.parse(String(body)) as Batch;
      this.batches.set(batch.id, batch);
      return Response.json({}, { status: 201 });
    }
    if (method === "GET") return Response.json({ items: this.listed, next_cursor: null });
    this.batches.clear();
    return new Response(null, { status: 204 });
  };

  get listed(): Listed[] {
    return [...this.batches.values()]
      .flatMap(({ id, entries }) => entries.map((each, at) => ({ ...each, id: `${id}-00${at}` })))
      .reverse();
  }

  get told(): string[] {
    return this.listed.map(({ text, count }) => `${text} ${count}`).reverse();
  }

  get dropped(): number {
    return [...this.batches.values()].reduce((sum, { dropped }) => sum + dropped, 0);
  }
}

let server: Server;
let recorder: Recorder;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(1_000 * count);

beforeEach(() => {
  server = new Server();
  vi.stubGlobal("fetch", server.fetch);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  recorder = new Recorder("p", new Positions());
});

describe("Recorder", () => {
  it("sends once a second what came, in its order and what repeats once", async () => {
    recorder.add([message("a"), message("b"), message("a")], 0);
    recorder.add([message("c")], 5);
    await seconds(0.9);
    expect(server.asked).toEqual([]);
    await seconds(0.2);
    expect(server.asked).toEqual(["POST /api/projects/p/console"]);
    expect([server.told, server.dropped]).toEqual([["a 2", "b 1", "c 1"], 5]);
    await seconds(60);
    expect(server.asked).toHaveLength(1);
  });

  it("counts what is too much for a second, and lets errors through", async () => {
    const flood = Array.from({ length: 10_000 }, (_, number) => message(`${number}`));
    recorder.add(flood.slice(0, 9_000), 0);
    recorder.add([failed("bad")], 0);
    recorder.add(flood.slice(9_000), 0);
    await seconds(1.1);
    expect(server.told).toHaveLength(MOST);
    expect(server.told.at(-1)).toBe("bad 1");
    expect(server.dropped).toBe(10_001 - MOST);
  });

  it("sends the same batch again while the server is away, ever more seldom", async () => {
    server.status = 0;
    recorder.add([message("a")], 0);
    await seconds(30);
    const tries = server.asked.length;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(7);
    for (let number = 0; number < 500; number++) recorder.add([message(`${number}`)], 1);
    server.status = 200;
    await seconds(70);
    expect(server.batches.size).toBe(2);
    expect(server.told.slice(0, 2)).toEqual(["a 1", "0 1"]);
    expect(server.told).toHaveLength(1 + MOST);
    expect(server.dropped).toBe(500 + 500 - MOST);
  });

  it("counts a batch that the server refuses, and ends with its project", async () => {
    server.status = 422;
    recorder.add([message("a"), message("a")], 0);
    await seconds(2);
    server.status = 200;
    recorder.add([message("b")], 0);
    await seconds(2);
    expect([server.told, server.dropped]).toEqual([["b 1"], 2]);
    server.status = 404;
    recorder.add([message("c")], 0);
    await seconds(2);
    const asked = server.asked.length;
    recorder.add([message("d")], 0);
    await seconds(200);
    expect(server.asked).toHaveLength(asked);
  });

  it("clears the server after what was under way, and nothing that comes later", async () => {
    recorder.add([message("a")], 0);
    await seconds(1.1);
    recorder.add([message("b")], 0);
    recorder.clear();
    recorder.add([message("c")], 0);
    await seconds(3);
    expect(server.asked.map((each) => each.split(" ")[0])).toEqual(["POST", "DELETE", "POST"]);
    expect(server.told).toEqual(["c 1"]);
  });

  it("sends at once what a leaving page can carry, errors first", async () => {
    recorder.add(
      [...Array(20).keys()].map((number) => message(`${number} ${"x".repeat(1_000)}`)),
      0,
    );
    recorder.add([failed("bad")], 0);
    recorder.leave();
    await seconds(0);
    expect(server.told).toContain("bad 1");
    expect(server.told.length).toBeLessThan(8);
    expect(server.dropped).toBe(21 - server.told.length);
  });

  it("recalls what was said before, without its own", async () => {
    server.batches.set("old", {
      id: "old",
      entries: [
        toStored(failed("one"), new Positions()),
        toStored(message("two"), new Positions()),
      ],
      dropped: 0,
    });
    recorder.add([message("mine")], 0);
    await seconds(1.1);
    const earlier = await recorder.earlier();
    expect(earlier.map(({ text }) => text)).toEqual(["one", "two"]);
    const log = new ConsoleLog();
    log.recall(earlier.map((entry, index) => fromStored(entry, index - 2)));
    log.add([failed("one")], 0);
    log.clear();
    expect(log.entries).toEqual([]);
    expect(log.earlier.map(({ id, level, earlier }) => [id, level, earlier])).toEqual([
      [-2, "error", true],
      [-1, "log", true],
    ]);
  });
});

describe("what is stored", () => {
  it("has places that outlive the bundle, and finds them again", () => {
    const stack = `Error: x
    at onClick (${FILES}src/my app.js:12:7)
    at ${FILES}src/b.js:3:1
    at App (${scriptName(99)}:1:1)`;
    const stored = toStored(message("x", { level: "error", stack }), new Positions());
    expect(stored.calls).toEqual([
      { name: "onClick", path: "src/my app.js", line: 12, column: 7 },
      { name: "", path: "src/b.js", line: 3, column: 1 },
    ]);
    const again = fromStored({ ...stored, id: "b-000" }, -1);
    expect(toStored(again, new Positions()).calls).toEqual(stored.calls);
  });

  it("is what the server takes, whatever an app says", () => {
    const stack = `    at x (${FILES}a:0:0)\n    at x (${FILES}a\0:1:1)`;
    const wild = message(`\ud800 ${"😀".repeat(2_000)}`, { level: "error", stack, time: 1e300 });
    const stored = toStored(wild, new Positions());
    expect(stored.calls).toEqual([]);
    expect(stored.text.length).toBe(2_000);
    expect(stored.text).not.toMatch(/\p{Surrogate}/u);
    expect(Date.parse(stored.at)).toBeLessThanOrEqual(Date.now());
  });
});
