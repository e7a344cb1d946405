/** A terminal's connection against a socket that does as it is told. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection } from "../src/studio/terminal/connection";
import { inWords } from "../src/studio/terminal/sandbox";

class Socket {
  static made: Socket[] = [];
  sent: unknown[] = [];
  onmessage: (event: { data: unknown }) => void = () => {};
  onclose: () => void = () => {};
  constructor(readonly url: string) {
    Socket.made.push(this);
  }
  send(data: unknown) {
    this.sent.push(data);
  }
  close() {
    this.onclose();
  }
  tell(told: object) {
    this.onmessage({ data: JSON.stringify(told) });
  }
  show(text: string) {
    this.onmessage({ data: new TextEncoder().encode(text).buffer });
  }
  get query() {
    return new URL(this.url).searchParams;
  }
}

const last = () => Socket.made.at(-1) as Socket;
let shown = "";
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal("WebSocket", Socket);
  vi.stubGlobal("location", { origin: "https://here" });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  Socket.made = [];
  shown = "";
  connection = open();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(): Connection {
  const made = new Connection("p", () => "try/it", {
    size: () => ({ rows: 30, columns: 100 }),
    show: (bytes) => {
      shown += new TextDecoder().decode(bytes);
    },
    clear: () => {
      shown = "";
    },
  });
  made.connect();
  return made;
}

test("it reads on where the connection broke", () => {
  expect(last().url).toMatch(/^wss:\/\/here\/api\/projects\/p\/sandbox\/terminal\?/);
  last().tell({ type: "ready", at: 0 });
  last().show("héllo");
  const id = last().query.get("id");
  expect(last().query.get("branch")).toBe("try/it");
  last().close();
  expect(connection.state.value).toBe("lost");
  vi.advanceTimersByTime(20_000);
  expect(last().query.get("after")).toBe("6");
  expect(last().query.get("id")).toBe(id);
  last().tell({ type: "ready", at: 6 });
  last().show("!");
  expect(shown).toBe("héllo!");
  expect(open().state.value).toBe("connecting");
  expect(last().query.get("id")).toBe(id);
});

test("other output takes the place of what was shown", () => {
  last().tell({ type: "ready", at: 0 });
  last().show("old");
  last().close();
  vi.advanceTimersByTime(20_000);
  last().tell({ type: "ready", at: 0 });
  last().show("new");
  expect(shown).toBe("new");
});

test("a shell that ended is followed by another at the next key", () => {
  last().tell({ type: "ready", at: 0 });
  const id = last().query.get("id");
  last().tell({ type: "exit", code: 3 });
  last().close();
  vi.advanceTimersByTime(60_000);
  expect(connection.state.value).toBe("ended");
  expect(connection.words.value).toContain("code 3");
  expect(Socket.made.length).toBe(1);
  connection.send("x");
  expect(last().query.get("id")).not.toBe(id);
  connection.send("y");
  expect(last().sent).toEqual([]);
  last().tell({ type: "ready", at: 0 });
  expect(new TextDecoder().decode(last().sent[0] as Uint8Array)).toBe("y");
});

test("a node without sandboxes is not asked again and again, one that restarts is", () => {
  last().tell({ type: "problem", code: "restarting", detail: "soon" });
  last().close();
  vi.advanceTimersByTime(20_000);
  expect(Socket.made.length).toBe(2);
  last().tell({ type: "problem", code: "sandbox_unavailable", detail: "Install Docker." });
  last().close();
  vi.advanceTimersByTime(60_000);
  expect(connection.state.value).toBe("refused");
  expect(connection.words.value).toBe("Install Docker.");
  expect(Socket.made.length).toBe(2);
});

test("what is long is sent in pieces", () => {
  last().tell({ type: "ready", at: 0 });
  connection.send("x".repeat(40_000));
  expect(last().sent.map((piece) => (piece as Uint8Array).length)).toEqual([16384, 16384, 7232]);
});

test("a sync is told in one line", () => {
  const nothing = { commit: "", to_sandbox: [], to_project: [], conflicts: [], skipped: [] };
  expect(inWords(nothing)).toBe("Both sides have the same files.");
  expect(inWords({ ...nothing, to_project: ["a", "b"], conflicts: ["c"] })).toBe(
    "2 files came back as a commit; changed on both sides and left as they are: c.",
  );
});
