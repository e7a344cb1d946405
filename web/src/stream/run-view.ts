/**
 * What a run's events add up to: the pure reducer that the hub and every tab share.
 *
 * `seq` only ever grows by one (or jumps with a snapshot); an event that was seen is ignored, a
 * gap is reported, so that nothing is dropped or shown twice however the stream broke.
 */
import type { FinishReason, ImageFacts, ImageJob, RunError, RunEvent, Usage } from "../api/types";
import { type Build, buildOf, builtUpon } from "./build";

export type RunStatus = "running" | "completed" | "cancelled" | "failed" | "unknown";

export interface Waiting {
  reason: string;
  detail: string;
  /** Seconds until the wait should be over, as told when the event came. */
  retry_in_s: number | null;
}

/** A quiet remark beside the answer: what happened to it on the way. */
export type RunNote =
  | { kind: "trimmed"; dropped: number; summarised: boolean }
  | { kind: "fallback"; from: string; to: string; reason: string }
  | { kind: "resumed"; reason: string }
  | { kind: "restarted"; reason: string };

/** A picture of an image run, or of an answer, as far as it has come. It has its `image` when it is done. */
export interface RunPicture {
  index: number;
  step?: number;
  steps?: number;
  eta_ms?: number;
  /** The newest look at it; events without one leave it. */
  preview?: string;
  image?: ImageFacts;
}

export interface RunView {
  run: string;
  seq: number;
  status: RunStatus;
  text: string;
  tokens: number;
  waiting: Waiting | null;
  notes: RunNote[];
  /** What an answer ends with, where that is pictures. */
  drawing: ImageJob["settings"] | null;
  /** Those that have begun. */
  pictures: RunPicture[];
  /** What it makes of a project's files, where it builds. */
  build: Build | null;
  model: string | null;
  finish_reason: FinishReason | null;
  usage: Usage | null;
  error: RunError | null;
}

export function newRunView(run: string): RunView {
  return {
    run,
    seq: 0,
    status: "running",
    text: "",
    tokens: 0,
    waiting: null,
    notes: [],
    drawing: null,
    pictures: [],
    build: null,
    model: null,
    finish_reason: null,
    usage: null,
    error: null,
  };
}

export type Verdict = "next" | "seen" | "gap";

/** Whether an event may be applied to a view that has reached `seq`. */
export function judge(view: RunView, event: RunEvent): Verdict {
  if (event.kind === "run.unknown") return "next";
  if (view.status !== "running") return "seen";
  // A snapshot stands for everything up to its number. It is only sent at a stream's start; one
  // that lies behind says that the server does not know our number, and begins anew.
  if (event.kind.endsWith(".snapshot")) return "next";
  if (event.seq <= view.seq) return "seen";
  return event.seq === view.seq + 1 ? "next" : "gap";
}

export function applyEvent(view: RunView, { seq, kind, data }: RunEvent): RunView {
  const build = builtUpon(view.build, kind, data);
  const next: RunView = { ...view, build, seq: kind === "run.unknown" ? view.seq : seq };
  switch (kind) {
    case "run.started":
      return { ...next, model: text(data.model) || null };
    case "run.waiting":
      return { ...next, waiting: waitingOf(data) };
    case "message.snapshot":
      return {
        ...next,
        text: text(data.text),
        tokens: number(data.tokens),
        drawing: drawingOf(data.drawing),
        pictures: (data.pictures as RunPicture[] | undefined) ?? [],
        build: buildOf(data.build),
        waiting: snapshotWaiting(data),
      };
    case "message.delta": {
      const tokens = view.tokens + number(data.tokens);
      return { ...next, text: view.text + text(data.text), tokens, waiting: null };
    }
    case "message.restarted":
      return note(
        { ...next, text: "", tokens: 0 },
        { kind: "restarted", reason: text(data.reason) },
      );
    case "image.started":
      return { ...next, drawing: drawingOf(data) };
    case "image.snapshot":
      return { ...next, pictures: data.pictures as RunPicture[], waiting: snapshotWaiting(data) };
    case "image.progress":
    case "image.completed":
      return { ...next, pictures: laid(view.pictures, data), waiting: null };
    case "build.planned":
      return { ...next, waiting: null };
    case "image.restarted":
      return { ...next, pictures: laid(view.pictures, data, true) };
    case "run.resumed":
      return note({ ...next, waiting: null }, { kind: "resumed", reason: text(data.reason) });
    case "context.trimmed":
      return note(next, {
        kind: "trimmed",
        dropped: number(data.dropped_messages),
        summarised: data.summarised === true,
      });
    case "model.fallback": {
      const to = text(data.to);
      const fallback = { from: text(data.from), to, reason: text(data.reason) };
      return note({ ...next, model: to || view.model }, { kind: "fallback", ...fallback });
    }
    case "run.completed":
      return ended(next, "completed", data);
    case "run.cancelled":
      return ended(next, "cancelled", data);
    case "run.failed":
      return ended(next, "failed", data);
    case "run.unknown":
      return { ...next, status: "unknown", waiting: null };
    default:
      return next; // a kind from a newer server: counted, not shown
  }
}

const drawingOf = (data: unknown) =>
  (data as { settings: ImageJob["settings"] } | undefined)?.settings ?? null;

/** What an event says of a picture, over what is known of it unless it begins `anew`. */
function laid(pictures: RunPicture[], data: RunEvent["data"], anew = false): RunPicture[] {
  const before = pictures.find(({ index }) => index === data.index);
  const others = pictures.filter((picture) => picture !== before);
  return [...others, { ...(anew ? null : before), ...data } as RunPicture];
}

function ended(view: RunView, status: RunStatus, data: RunEvent["data"]): RunView {
  const usage = (data.usage as Usage | null | undefined) ?? null;
  const error = (data.error as RunError | null | undefined) ?? null;
  const fallback: FinishReason =
    status === "failed" ? "error" : status === "cancelled" ? "cancelled" : "stop";
  const finish_reason = (data.finish_reason as FinishReason | undefined) ?? fallback;
  return { ...view, status, usage, error, finish_reason, waiting: null };
}

function note(view: RunView, added: RunNote): RunView {
  const others = view.notes.filter((known) => known.kind !== added.kind);
  return { ...view, notes: [...others, added] };
}

function waitingOf(data: RunEvent["data"]): Waiting {
  const retry = typeof data.retry_in_s === "number" ? data.retry_in_s : null;
  return { reason: text(data.reason), detail: text(data.detail), retry_in_s: retry };
}

const snapshotWaiting = (data: RunEvent["data"]) =>
  data.waiting ? waitingOf(data.waiting as RunEvent["data"]) : null;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number => (typeof value === "number" ? value : 0);
