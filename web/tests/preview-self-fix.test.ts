import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SelfFix, type Turn } from "../src/studio/preview/self-fix";

type Files = ReadonlyMap<string, string>;

/** A studio, as far as errors are fixed by themselves in it. */
class Studio {
  readonly project = "p";
  readonly turn: Signal<Turn | null> = signal(null);
  readonly asked: Signal<string | null> = signal(null);
  readonly commit = signal<string | null>("c0");
  readonly typing = signal(false);
  readonly arriving = signal(false);
  readonly files: Signal<Files> = signal(new Map());
  readonly requests: string[] = [];
  stopped = 0;
  private commits = 0;

  ask(request: string): string {
    this.requests.push(request);
    this.asked.value = `m${this.requests.length}`;
    return this.asked.value;
  }

  stop(): void {
    this.stopped++;
  }

  /** A turn ends with a commit, which is shown. */
  apply(question: string): void {
    const commit = `c${++this.commits}`;
    this.turn.value = { commit, question };
    this.asked.value = null;
    this.commit.value = commit;
    this.files.value = new Map();
  }

  /** What a person types, until it is saved. */
  edit(): void {
    this.typing.value = true;
    this.files.value = new Map();
  }

  save(): void {
    this.commit.value = `c${++this.commits}`;
    this.typing.value = false;
  }
}

let stored: Map<string, string>;
let studio: Studio;
let selfFix: SelfFix;
let end: () => void;

const fault = (text: string) => ({ key: text, text, place: null });
const show = (...texts: string[]) => selfFix.see(texts.map(fault), studio.files.value);
const wait = () => vi.advanceTimersByTime(1_100);
const standing = () => selfFix.standing.value?.why ?? selfFix.standing.value?.round ?? null;

/** A person asks, and the turn is applied with these errors. */
function turn(question: string, ...texts: string[]): void {
  studio.asked.value = question;
  studio.apply(question);
  show(...texts);
  wait();
}

/** The fix that runs ends, with these errors. */
function fixed(...texts: string[]): void {
  studio.apply(`m${studio.requests.length}`);
  show(...texts);
  wait();
}

function open(): void {
  selfFix = new SelfFix(studio, studio.files);
  end = selfFix.start();
}

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.useFakeTimers();
  studio = new Studio();
  open();
  selfFix.toggle();
});
afterEach(() => end());

it("asks for a fix of an error that a turn has brought, and says so", () => {
  turn("q", "Bad");
  expect(studio.requests).toEqual(["Fix this error:\n\n    Bad\n"]);
  expect(standing()).toBe(1);
  fixed();
  expect(standing()).toBeNull();
  expect(studio.requests).toHaveLength(1);
});

it("asks for another error that was there as well when the first one is mended", () => {
  turn("q", "1", "2");
  fixed("2");
  expect(studio.requests).toHaveLength(2);
  expect(standing()).toBe(2);
});

it("says so after a reload, and while its message is on its way", () => {
  turn("q", "Bad");
  const asked = studio.asked.value;
  studio.asked.value = null; // the server has it, its run is not known yet
  studio.asked.value = asked;
  expect(standing()).toBe(1);
  end();
  open();
  expect(standing()).toBe(1);
});

it("is off until somebody wants it, and stays as they left it", () => {
  end();
  stored.clear();
  open();
  turn("q", "Bad");
  expect(studio.requests).toEqual([]);
  selfFix.toggle();
  wait();
  expect(studio.requests).toEqual([]); // it was there before
  end();
  open();
  expect(selfFix.on.value).toBe(true);
});

it("asks at most three times for one message of a person", () => {
  turn("q", "1");
  fixed("2");
  fixed("3");
  expect(standing()).toBe(3);
  fixed("4");
  expect([studio.requests.length, standing()]).toEqual([3, "too many"]);
  fixed("5");
  expect(studio.requests).toHaveLength(3);
  turn("another", "6");
  expect([studio.requests.length, standing()]).toEqual([4, 1]);
});

it("counts on after a reload", () => {
  turn("q", "1");
  fixed("2");
  end();
  open();
  fixed("3");
  fixed("4");
  expect([studio.requests.length, standing()]).toEqual([3, "too many"]);
});

it("stops when the same error comes back", () => {
  turn("q", "Bad");
  fixed("Bad");
  expect([studio.requests.length, standing()]).toEqual([1, "came back"]);
});

it("leaves alone what was there before the turn", () => {
  show("Old");
  turn("q", "Old");
  expect(studio.requests).toEqual([]);
  turn("q2", "Old", "New");
  expect(studio.requests).toEqual(["Fix this error:\n\n    New\n"]);
});

it("leaves alone what a person's edit brings, before a turn, during it and after it", () => {
  studio.edit();
  show("Mine");
  studio.save();
  show("Mine");
  turn("q", "Mine");
  studio.edit();
  show("Later");
  wait();
  studio.save();
  show("Later");
  wait();
  studio.asked.value = "q2";
  studio.edit();
  studio.save();
  studio.apply("q2");
  show("During");
  wait();
  expect(studio.requests).toEqual([]);
});

it("waits for what is typed, arriving, running or not yet shown", () => {
  studio.asked.value = "q";
  show("Half");
  wait();
  studio.arriving.value = true;
  studio.apply("q");
  show("Half");
  wait();
  studio.files.value = new Map();
  studio.arriving.value = false;
  wait();
  expect(studio.requests).toEqual([]);
  show("Bad");
  studio.typing.value = true;
  wait();
  expect(studio.requests).toEqual([]);
  studio.typing.value = false;
  studio.asked.value = "z"; // somebody else was quicker
  wait();
  expect(studio.requests).toEqual([]);
});

it("asks for what shows only when the app is used", () => {
  turn("q");
  vi.advanceTimersByTime(60_000);
  show("On click");
  wait();
  expect(studio.requests).toHaveLength(1);
});

it("does not act in a tab that nobody sees", () => {
  vi.stubGlobal("document", { visibilityState: "hidden" });
  turn("q", "Bad");
  vi.advanceTimersByTime(10_000);
  expect(studio.requests).toEqual([]);
  vi.stubGlobal("document", { visibilityState: "visible" });
  wait();
  expect(studio.requests).toHaveLength(1);
});

it("is stopped by a person until they ask for something else", () => {
  turn("q", "Bad");
  selfFix.stop();
  expect([studio.stopped, standing()]).toEqual([1, null]);
  fixed("Worse");
  expect(studio.requests).toHaveLength(1);
  turn("q2", "New");
  expect(studio.requests).toHaveLength(2);
});
