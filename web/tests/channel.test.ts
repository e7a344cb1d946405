import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Channel } from "../src/stream/channel";
import type { ToHub } from "../src/stream/protocol";

let sent: ToHub[];

beforeEach(() => {
  sent = [];
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal(
    "SharedWorker",
    class {
      port = { postMessage: (message: ToHub) => sent.push(message) };
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("says again what the tab wants when it wakes, since the hub may have forgotten it", () => {
  const channel = new Channel(() => {});
  const follow = { type: "follow", runs: [{ run: "a", fresh: false }], projects: [] };
  channel.follow([{ run: "a", fresh: false }]);
  sent = [];
  channel.wake();
  expect(sent).toEqual([follow, { type: "wake" }]);
});
