import { describe, expect, it } from "vitest";
import type { RunEvent } from "../src/api/types";
import { applyEvent, judge, newRunView, type RunView } from "../src/stream/run-view";

const event = (seq: number, kind: string, data: RunEvent["data"] = {}): RunEvent => ({
  run: "r",
  seq,
  kind,
  data,
});

const play = (events: RunEvent[], from = newRunView("r")): RunView =>
  events.reduce(
    (view, next) => (judge(view, next) === "next" ? applyEvent(view, next) : view),
    from,
  );

const USAGE = { prompt_tokens: 1, completion_tokens: 2, cost_usd: 0 };

describe("run view", () => {
  const log = [
    event(1, "run.started", { model: "demo" }),
    event(2, "run.waiting", { reason: "queued", detail: "Second in line", retry_in_s: 4 }),
    event(3, "message.delta", { text: "Hel", tokens: 1 }),
    event(4, "message.delta", { text: "lo", tokens: 1 }),
    event(5, "run.completed", { finish_reason: "stop", usage: USAGE }),
  ];

  it("adds a log up", () => {
    expect(play(log)).toMatchObject({
      seq: 5,
      text: "Hello",
      tokens: 2,
      status: "completed",
      finish_reason: "stop",
      usage: USAGE,
      waiting: null,
      model: "demo",
    });
    expect(play(log.slice(0, 2)).waiting).toEqual({
      reason: "queued",
      detail: "Second in line",
      retry_in_s: 4,
    });
  });

  it("repeats nothing: events that come twice change nothing", () => {
    const twice = log.flatMap((one, index) => [one, ...log.slice(0, index + 1)]);
    expect(play(twice)).toEqual(play(log));
  });

  it("tells a gap, and takes a snapshot over one", () => {
    const view = play(log.slice(0, 3));
    expect(judge(view, event(5, "message.delta", { text: "!" }))).toBe("gap");
    const jumped = play([event(9, "message.snapshot", { text: "Hello wor", tokens: 3 })], view);
    expect(jumped).toMatchObject({ seq: 9, text: "Hello wor", tokens: 3 });
    expect(judge(jumped, event(9, "message.delta"))).toBe("seen");
    expect(judge(jumped, event(10, "message.delta"))).toBe("next");
  });

  it("takes why it waits from a snapshot, and that it does no more", () => {
    const waiting = { reason: "queued", detail: "Second in line" };
    for (const kind of ["message.snapshot", "image.snapshot"]) {
      const view = play([event(2, kind, { text: "", tokens: 0, pictures: [], waiting })]);
      expect(view.waiting).toEqual({ ...waiting, retry_in_s: null });
      const later = play([event(5, kind, { text: "", tokens: 0, pictures: [] })], view);
      expect(later.waiting).toBeNull();
    }
  });

  it("begins anew with a snapshot that lies behind", () => {
    const view = play(
      [event(2, "message.snapshot", { text: "Other", tokens: 1 })],
      play(log.slice(0, 4)),
    );
    expect(view).toMatchObject({ seq: 2, text: "Other" });
    expect(judge(view, event(3, "message.delta", { text: "!" }))).toBe("next");
  });

  it("does not go on after the end", () => {
    expect(judge(play(log), event(6, "message.delta", { text: "x" }))).toBe("seen");
  });

  it("begins again when told, and keeps one note of each kind", () => {
    const view = play([
      event(1, "context.trimmed", { dropped_messages: 12, summarised: false }),
      event(2, "message.delta", { text: "old", tokens: 1 }),
      event(3, "message.restarted", { reason: "the connection broke" }),
      event(4, "message.restarted", { reason: "again" }),
      event(5, "message.delta", { text: "new", tokens: 1 }),
      event(6, "model.fallback", { from: "a", to: "b", reason: "a is away" }),
      event(7, "run.resumed", { reason: "host died" }),
      event(8, "run.failed", { error: { code: "x", detail: "y" }, usage: USAGE }),
    ]);
    expect(view.text).toBe("new");
    expect(view.notes.map(({ kind }) => kind)).toEqual([
      "trimmed",
      "restarted",
      "fallback",
      "resumed",
    ]);
    expect(view).toMatchObject({ status: "failed", model: "b", finish_reason: "error" });
  });

  it("counts a kind it does not know, and shows nothing of it", () => {
    const view = play([
      event(1, "tool.called", { name: "x" }),
      event(2, "message.delta", { text: "a" }),
    ]);
    expect(view).toMatchObject({ seq: 2, text: "a" });
  });
});

describe("the view of an image run", () => {
  const look = (seq: number, index: number, step: number, more = {}) =>
    event(seq, "image.progress", { index, step, steps: 20, ...more });
  const DRAWN = { id: "i", width: 64, height: 64, seed: 7, duration_ms: 900 };
  const pictureOf = (view: RunView, index: number) =>
    view.pictures.find((picture) => picture.index === index);
  const log = [
    event(1, "run.started", { model: "tiny", settings: {} }),
    event(2, "run.waiting", { reason: "model_loading", detail: "Starting", index: 0 }),
    look(3, 0, 1),
    look(4, 1, 1, { preview: "data:one" }),
    look(5, 0, 5, { eta_ms: 900, preview: "data:five" }),
    look(6, 0, 6, { eta_ms: 800 }),
  ];

  it("holds each picture as far as it has come, and its last look", () => {
    const view = play(log);
    expect(view).toMatchObject({ status: "running", waiting: null, model: "tiny" });
    expect(view.pictures).toHaveLength(2);
    expect(pictureOf(view, 0)).toMatchObject({ step: 6, eta_ms: 800, preview: "data:five" });
    expect(pictureOf(view, 1)).toMatchObject({ step: 1, preview: "data:one" });
  });

  it("says that it waits until the first step", () => {
    expect(play(log.slice(0, 2)).waiting?.reason).toBe("model_loading");
    expect(play(log.slice(0, 3)).waiting).toBeNull();
  });

  it("has the picture when it is done, and keeps it to the end", () => {
    const done = [
      ...log,
      event(7, "image.completed", { index: 0, image: DRAWN }),
      event(8, "run.cancelled", { usage: { duration_ms: 4 } }),
    ];
    const view = play(done);
    expect(view.status).toBe("cancelled");
    expect(pictureOf(view, 0)?.image).toEqual(DRAWN);
    expect(pictureOf(view, 1)?.image).toBeUndefined();
  });

  it("begins a picture again, and only that one", () => {
    const view = play([...log, event(7, "image.restarted", { index: 0, reason: "gone" })]);
    expect(pictureOf(view, 0)?.step).toBeUndefined();
    expect(pictureOf(view, 0)?.preview).toBeUndefined();
    expect(pictureOf(view, 1)?.step).toBe(1);
  });

  it("takes a snapshot over a gap, and goes on from there", () => {
    const pictures = [
      { index: 0, image: DRAWN },
      { index: 1, step: 9, steps: 20 },
    ];
    const snapshot = event(30, "image.snapshot", { pictures, status: "running" });
    expect(judge(play(log), look(30, 1, 9))).toBe("gap");
    const view = play([snapshot, look(31, 1, 10)], play(log));
    expect(pictureOf(view, 0)?.image).toEqual(DRAWN);
    expect(pictureOf(view, 1)).toEqual({ index: 1, step: 10, steps: 20 });
  });

  it("is not changed by what comes twice", () => {
    const twice = log.flatMap((one, index) => [one, ...log.slice(0, index + 1)]);
    expect(play(twice)).toEqual(play(log));
  });
});
