import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backoffMs } from "../src/stream/backoff";
import { Link } from "../src/stream/link";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Link", () => {
  it("leaves a stream that has fallen silent, and tries again", async () => {
    const states: string[] = [];
    let opened = 0;
    const fetch = async (_url: unknown, init?: RequestInit) => {
      opened++;
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(": hello\n\n"));
          init?.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
        },
      });
      return new Response(body);
    };
    const link = new Link({
      url: () => "/x",
      onEvents: () => {},
      onState: (state) => states.push(state),
      onRefused: () => {},
      onEnd: () => {},
      fetch: fetch as typeof globalThis.fetch,
      backoff: () => 100,
    });
    link.restart();
    await vi.advanceTimersByTimeAsync(39_000);
    expect(opened).toBe(1);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(opened).toBe(2);
    expect(states).toEqual(["connecting", "live", "broken", "connecting", "live"]);
  });

  it("wakes from a long wait at once", async () => {
    let opened = 0;
    const link = new Link({
      url: () => "/x",
      onEvents: () => {},
      onState: () => {},
      onRefused: () => {},
      onEnd: () => {},
      fetch: (async () => {
        opened++;
        throw new TypeError("no network");
      }) as typeof globalThis.fetch,
      backoff: () => 1_000_000,
    });
    link.restart();
    await vi.advanceTimersByTimeAsync(10);
    expect(opened).toBe(1);
    link.wake();
    await vi.advanceTimersByTimeAsync(10);
    expect(opened).toBe(2);
  });
});

describe("backoffMs", () => {
  it("doubles its ceiling up to a limit, and is spread below it", () => {
    expect(backoffMs(0, () => 0)).toBe(200);
    expect(backoffMs(0, () => 1)).toBe(500);
    expect(backoffMs(3, () => 1)).toBe(4_000);
    expect(backoffMs(50, () => 1)).toBe(15_000);
  });
});
