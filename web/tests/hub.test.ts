import { afterEach, describe, expect, it, vi } from "vitest";
import { Hub } from "../src/stream/hub";
import type { FromHub } from "../src/stream/protocol";
import { applyEvent, judge, newRunView, type RunView } from "../src/stream/run-view";

const encoder = new TextEncoder();

/** A server's end of one open stream. */
interface Stream {
  url: string;
  send(text: string): void;
  close(): void;
  fail(): void;
}

function fakeServer(status: () => number = () => 200) {
  const streams: Stream[] = [];
  const requests: string[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = decodeURIComponent(String(input));
    if (url.startsWith("/api/models")) {
      if (status() === 0) throw new TypeError("unreachable");
      return new Response(new ReadableStream());
    }
    requests.push(url);
    if (status() === 0) throw new TypeError("unreachable");
    if (status() !== 200) return new Response("{}", { status: status() });
    let end: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        end = controller;
      },
    });
    const quietly = (act: () => void) => {
      try {
        act();
      } catch {
        // closed by the other side
      }
    };
    init?.signal?.addEventListener("abort", () => quietly(() => end.error(new Error("aborted"))));
    streams.push({
      url,
      send: (text) => quietly(() => end.enqueue(encoder.encode(text))),
      close: () => quietly(() => end.close()),
      fail: () => quietly(() => end.error(new Error("cut"))),
    });
    return new Response(body);
  };
  return { fetch: fetch as typeof globalThis.fetch, streams, requests };
}

/** A tab: what it has been told, added up as the page does it. */
function tab(hub: Hub) {
  const views = new Map<string, RunView>();
  const links: string[] = [];
  const port = {
    postMessage(message: FromHub) {
      if (message.type === "view") views.set(message.view.run, message.view);
      else if (message.type === "link") links.push(message.link);
      else if (message.type === "events") {
        for (const event of message.events) {
          const view = views.get(event.run) ?? newRunView(event.run);
          expect(judge(view, event)).toBe("next"); // nothing dropped, nothing twice
          views.set(event.run, applyEvent(view, event));
        }
      }
    },
  };
  const follow = (...runs: string[]) =>
    hub.receive(port, {
      type: "follow",
      runs: runs.map((run) => ({ run, fresh: false })),
      projects: [],
    });
  return { views, links, port, follow };
}

const delta = (run: string, seq: number, text: string) =>
  `id: ${run}:${seq}\nevent: message.delta\ndata: ${JSON.stringify({ text, tokens: 1 })}\n\n`;
const done = (run: string, seq: number) =>
  `id: ${run}:${seq}\nevent: run.completed\ndata: {"finish_reason":"stop"}\n\n`;

async function settled<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 2_000, interval: 2 });
}

const newHub = (server: ReturnType<typeof fakeServer>) =>
  new Hub({ fetch: server.fetch, backoff: () => 1 });

const hubs: { hub: Hub; ports: ReturnType<typeof tab>[] }[] = [];
afterEach(() => {
  for (const { hub, ports } of hubs)
    for (const { port } of ports) hub.receive(port, { type: "bye" });
  hubs.length = 0;
});

function start(server = fakeServer(), count = 1) {
  const hub = newHub(server);
  const tabs = Array.from({ length: count }, () => tab(hub));
  hubs.push({ hub, ports: tabs });
  return { server, hub, tabs, first: tabs[0] as ReturnType<typeof tab> };
}

describe("Hub", () => {
  it("goes on from its cursor when the stream breaks in the middle of an event", async () => {
    const { server, first } = start();
    first.follow("a");
    await settled(() => expect(server.requests).toEqual(["/api/events?run=a"]));
    server.streams[0]?.send(
      delta("a", 1, "one ") + delta("a", 2, "two ") + delta("a", 3, "x").slice(0, 20),
    );
    await settled(() => expect(first.views.get("a")?.text).toBe("one two "));
    server.streams[0]?.fail();
    await settled(() => expect(server.requests[1]).toBe("/api/events?run=a:2"));
    server.streams[1]?.send(delta("a", 2, "two ") + delta("a", 3, "three") + done("a", 4));
    server.streams[1]?.close();
    await settled(() => expect(first.views.get("a")?.status).toBe("completed"));
    expect(first.views.get("a")?.text).toBe("one two three");
    await settled(() => expect(first.links.at(-1)).toBe("idle"));
    expect(first.links).toContain("broken");
    expect(server.requests).toHaveLength(2);
  });

  it("reads again from the cursor after a gap", async () => {
    const { server, first } = start();
    first.follow("a");
    await settled(() => expect(server.streams).toHaveLength(1));
    server.streams[0]?.send(delta("a", 1, "1") + delta("a", 3, "3"));
    await settled(() => expect(server.requests[1]).toBe("/api/events?run=a:1"));
    server.streams[1]?.send(delta("a", 2, "2") + delta("a", 3, "3"));
    await settled(() => expect(first.views.get("a")?.text).toBe("123"));
  });

  it("holds one stream for all runs and tabs, and gives late tabs what there is", async () => {
    const { server, tabs, first } = start(fakeServer(), 2);
    const second = tabs[1] as ReturnType<typeof tab>;
    first.follow("a");
    await settled(() => expect(server.streams).toHaveLength(1));
    server.streams[0]?.send(delta("a", 1, "Hello "));
    await settled(() => expect(first.views.get("a")?.seq).toBe(1));
    second.follow("a");
    expect(second.views.get("a")?.text).toBe("Hello ");
    expect(server.requests).toHaveLength(1);
    second.follow("a", "b");
    await settled(() => expect(server.requests.at(-1)).toBe("/api/events?run=a:1&run=b"));
    server.streams.at(-1)?.send(delta("a", 2, "you") + delta("b", 1, "Other"));
    await settled(() => expect(second.views.get("b")?.text).toBe("Other"));
    expect(first.views.get("a")?.text).toBe("Hello you");
    expect(second.views.get("a")?.text).toBe("Hello you");
    expect(first.views.has("b")).toBe(false);
  });

  it("reads a run that this tab started from its first event", async () => {
    const { server, hub, first } = start();
    hub.receive(first.port, { type: "follow", runs: [{ run: "a", fresh: true }], projects: [] });
    await settled(() => expect(server.requests).toEqual(["/api/events?run=a:0"]));
  });

  it("tells where the branches of a project are, as long as a tab wants to know", async () => {
    const { server, hub, first } = start();
    const heard: object[] = [];
    const before = first.port.postMessage;
    first.port.postMessage = (message: FromHub) => {
      if (message.type === "project") heard.push(message);
      before(message);
    };
    const watch = (...projects: string[]) =>
      hub.receive(first.port, { type: "follow", runs: [], projects });
    watch("p");
    await settled(() => expect(server.requests).toEqual(["/api/events?project=p"]));
    const tell = (event: string, data: object) =>
      server.streams[0]?.send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    tell("project.branches", { project_id: "p", branches: { main: "1" } });
    tell("project.changed", { project_id: "p", branch: "main", branches: { main: "2" } });
    tell("project.unknown", { project_id: "p" });
    const told = (branches: object) => ({ type: "project", project: "p", branches });
    const all = [told({ main: "1" }), told({ main: "2" }), told({})];
    await settled(() => expect(heard).toEqual(all));
    first.follow("a");
    await settled(() => expect(server.requests[1]).toEqual("/api/events?run=a"));
    hub.receive(first.port, {
      type: "follow",
      runs: [{ run: "a", fresh: false }],
      projects: ["p"],
    });
    await settled(() => expect(server.requests[2]).toEqual("/api/events?run=a&project=p"));
    watch();
    await settled(() => expect(first.links.at(-1)).toBe("idle"));
    expect(server.requests).toHaveLength(3);
  });

  it("tells that the server has gone also while nothing runs", async () => {
    let status = 0;
    const { first } = start(fakeServer(() => status));
    first.follow();
    await settled(() => expect(first.links).toContain("broken"));
    status = 200;
    await settled(() => expect(first.links.at(-1)).toBe("idle"));
  });

  it("goes on with a tab that it had forgotten once that says again what it wants", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { server, hub, tabs, first } = start(fakeServer(), 2);
    const second = tabs[1] as ReturnType<typeof tab>;
    first.follow("a");
    await settled(() => expect(server.streams).toHaveLength(1));
    vi.setSystemTime(Date.now() + 11 * 60_000);
    hub.receive(second.port, { type: "ping" });
    vi.useRealTimers();
    first.follow("a");
    hub.receive(first.port, { type: "wake" });
    await settled(() => expect(server.streams).toHaveLength(2));
    server.streams[1]?.send(delta("a", 1, "Hello"));
    await settled(() => expect(first.views.get("a")?.text).toBe("Hello"));
  });

  it("begins with a snapshot where its cursor is refused", async () => {
    let status = 200;
    const { server, first } = start(fakeServer(() => status));
    first.follow("a");
    await settled(() => expect(server.streams).toHaveLength(1));
    server.streams[0]?.send(delta("a", 1, "old ") + delta("a", 2, "text"));
    await settled(() => expect(first.views.get("a")?.seq).toBe(2));
    status = 409;
    server.streams[0]?.fail();
    await settled(() => expect(server.requests).toContain("/api/events?run=a:2"));
    status = 200;
    await settled(() => expect(server.streams).toHaveLength(2));
    expect(server.requests.at(-1)).toBe("/api/events?run=a");
    server.streams[1]?.send(
      'id: a:1\nevent: message.snapshot\ndata: {"text":"new","tokens":1}\n\n',
    );
    await settled(() => expect(first.views.get("a")?.text).toBe("new"));
  });

  it("tells of a run that the server does not know, or never ends", async () => {
    const { server, first } = start();
    first.follow("a", "b");
    await settled(() => expect(server.streams).toHaveLength(1));
    server.streams[0]?.send('event: run.unknown\ndata: {"run_id":"a"}\n\n');
    await settled(() => expect(first.views.get("a")?.status).toBe("unknown"));
    for (let tries = 0; tries < 3; tries++) {
      await settled(() => expect(server.streams).toHaveLength(tries + 1));
      server.streams[tries]?.close();
    }
    await settled(() => expect(first.views.get("b")?.status).toBe("unknown"));
  });
});
