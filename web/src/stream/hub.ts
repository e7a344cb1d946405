/**
 * Follows every running answer for every tab over one connection.
 *
 * A browser allows six HTTP/1.1 connections to an origin, over all its tabs. So one hub (in a
 * SharedWorker; in the page where there is none) holds one stream for all runs and the projects that
 * are looked at, and one for the models, and hands the events on. It keeps what each run adds up to: a tab that comes late gets
 * that, and a broken stream is read again from the number it had reached.
 */
import type { ModelList, RunEvent } from "../api/types";
import { Link } from "./link";
import type { Branches, FromHub, HubPort, LinkState, ToHub } from "./protocol";
import { applyEvent, judge, newRunView, type RunView } from "./run-view";
import type { SseEvent } from "./sse";

/** The API's limit for one stream; the newest runs win, the others follow as these end. */
const MAX_RUNS = 64;
const MAX_PROJECTS = 16;
/** Streams that the server ended without saying anything new, before we give a run up. */
const MAX_EMPTY_ENDS = 3;
/** Tabs that crashed say no goodbye. One that only slept joins again with its next message. */
const FORGET_TAB_MS = 10 * 60_000;

interface Entry {
  view: RunView;
  /** Read from the first event, not from a snapshot. */
  fresh: boolean;
  /** The tabs' copies are void: the next event reaches them as a whole view. */
  stale: boolean;
}

interface Tab {
  wanted: Set<string>;
  projects: string[];
  heard: number;
}

type Fetch = typeof fetch;

export class Hub {
  readonly #tabs = new Map<HubPort, Tab>();
  readonly #entries = new Map<string, Entry>();
  readonly #runs: Link;
  readonly #models: Link;
  /** Runs and projects. */
  #reading = new Set<string>();
  #emptyEnds = 0;
  #runsLink: LinkState = "idle";
  #modelsLink: LinkState = "idle";
  #link: LinkState = "idle";
  #modelList: ModelList | null = null;

  constructor(options: { fetch?: Fetch; backoff?: (attempt: number) => number } = {}) {
    this.#runs = new Link({
      ...options,
      url: () => this.#runsUrl(),
      onEvents: (events) => this.#onRunEvents(events),
      onState: (state) => {
        this.#runsLink = state;
        this.#tellLink();
      },
      onRefused: (status) => this.#onRefused(status),
      onEnd: () => this.#onEnd(),
    });
    this.#models = new Link({
      ...options,
      url: () => (this.#tabs.size > 0 ? "/api/models/events" : null),
      onEvents: (events) => this.#onModelEvents(events),
      onState: (state) => {
        this.#modelsLink = state;
        this.#tellLink();
      },
      onRefused: () => {},
      onEnd: () => {},
    });
  }

  receive(port: HubPort, message: ToHub): void {
    if (message.type === "bye") {
      this.#leave(port);
      return;
    }
    const tab = this.#tabs.get(port) ?? this.#join(port);
    tab.heard = Date.now();
    if (message.type === "follow") this.#follow(port, tab, message);
    else if (message.type === "ping") this.#ping(port);
    else this.#wake();
  }

  #join(port: HubPort): Tab {
    const tab: Tab = { wanted: new Set(), projects: [], heard: Date.now() };
    this.#tabs.set(port, tab);
    port.postMessage({ type: "link", link: this.#link });
    if (this.#modelList) port.postMessage({ type: "models", list: this.#modelList });
    if (this.#tabs.size === 1) this.#models.restart();
    return tab;
  }

  #leave(port: HubPort): void {
    this.#tabs.delete(port);
    this.#dropUnwanted();
    if (this.#tabs.size === 0) {
      this.#models.restart();
      this.#runs.restart();
    }
  }

  #ping(port: HubPort): void {
    port.postMessage({ type: "pong" });
    for (const [other, tab] of this.#tabs) {
      if (Date.now() - tab.heard > FORGET_TAB_MS) this.#leave(other);
    }
  }

  #wake(): void {
    this.#runs.wake();
    this.#models.wake();
  }

  #follow(port: HubPort, tab: Tab, { runs, projects }: Extract<ToHub, { type: "follow" }>): void {
    const before = tab.wanted;
    tab.wanted = new Set(runs.map(({ run }) => run));
    tab.projects = projects;
    for (const { run, fresh } of runs) {
      const known = this.#entries.get(run);
      if (!known) {
        this.#entries.set(run, { view: newRunView(run), fresh, stale: false });
      } else if (!before.has(run) && !known.stale && known.view.seq > 0) {
        port.postMessage({ type: "view", view: known.view });
      }
    }
    this.#dropUnwanted();
    const needed = [...this.#unfinished(), ...this.#projects()];
    const isMissing = needed.some((each) => !this.#reading.has(each));
    if (isMissing || (needed.length === 0 && this.#reading.size > 0)) this.#runs.restart();
  }

  #projects(): string[] {
    const all = [...this.#tabs.values()].flatMap(({ projects }) => projects);
    return [...new Set(all)].slice(-MAX_PROJECTS);
  }

  #dropUnwanted(): void {
    const wanted = new Set<string>();
    for (const tab of this.#tabs.values()) for (const run of tab.wanted) wanted.add(run);
    for (const run of this.#entries.keys()) {
      if (wanted.has(run)) continue;
      this.#entries.delete(run);
      this.#reading.delete(run); // what its stream still says is passed over
    }
  }

  #unfinished(): string[] {
    const running = [...this.#entries.values()].filter(({ view }) => view.status === "running");
    return running.slice(-MAX_RUNS).map(({ view }) => view.run);
  }

  #runsUrl(): string | null {
    const runs = this.#unfinished();
    const projects = this.#projects();
    this.#reading = new Set([...runs, ...projects]);
    if (this.#reading.size === 0) return null;
    const cursors = runs.map((run) => {
      const { view, fresh, stale } = this.#entries.get(run) as Entry;
      const seq = stale ? 0 : view.seq;
      return `run=${encodeURIComponent(seq > 0 || fresh ? `${run}:${seq}` : run)}`;
    });
    return `/api/events?${[...cursors, ...projects.map((id) => `project=${id}`)].join("&")}`;
  }

  #onRunEvents(raw: SseEvent[]): void {
    const applied: RunEvent[] = [];
    let gap = false;
    for (const { event, data } of raw) {
      if (event.startsWith("project.")) this.#onProjectEvent(parse(data) ?? {});
    }
    for (const event of raw.map(runEvent)) {
      const entry = event && this.#entries.get(event.run);
      if (!event || !entry) continue;
      const verdict = judge(entry.view, event);
      gap ||= verdict === "gap";
      if (verdict !== "next") continue;
      entry.view = applyEvent(entry.view, event);
      this.#emptyEnds = 0;
      if (entry.stale) {
        entry.stale = false;
        this.#broadcast({ type: "view", view: entry.view }, event.run);
      } else applied.push(event);
    }
    this.#relay(applied);
    if (gap) this.#runs.retry();
  }

  #onProjectEvent({ project_id, branches }: Record<string, unknown>): void {
    const told = { project: String(project_id), branches: (branches ?? {}) as Branches };
    this.#broadcast({ type: "project", ...told });
  }

  #relay(applied: RunEvent[]): void {
    if (applied.length === 0) return;
    for (const [port, { wanted }] of this.#tabs) {
      const events = applied.filter(({ run }) => wanted.has(run));
      if (events.length > 0) port.postMessage({ type: "events", events });
    }
  }

  /** 409: a cursor lies beyond the log's end (a restored backup, say): begin with snapshots. */
  #onRefused(status: number): void {
    if (status !== 409) return;
    for (const [run, entry] of this.#entries) {
      if (entry.view.status !== "running") continue;
      this.#entries.set(run, { view: newRunView(run), fresh: false, stale: true });
    }
  }

  #onEnd(): void {
    if (this.#unfinished().length === 0 || ++this.#emptyEnds < MAX_EMPTY_ENDS) return;
    this.#emptyEnds = 0;
    const lost = this.#unfinished().map((run) => ({ run, seq: 0, kind: "run.unknown", data: {} }));
    for (const event of lost) {
      const entry = this.#entries.get(event.run) as Entry;
      entry.view = applyEvent(entry.view, event);
    }
    this.#relay(lost);
  }

  #onModelEvents(events: SseEvent[]): void {
    const last = events.findLast(({ event }) => event === "models");
    const list = last && (parse(last.data) as unknown as ModelList | null);
    if (!list || !Array.isArray(list.items)) return;
    this.#modelList = list;
    this.#broadcast({ type: "models", list });
  }

  /** While nothing runs, the models' stream is what shows that the server has gone. */
  #tellLink(): void {
    const idle = this.#modelsLink === "live" ? "idle" : this.#modelsLink;
    const link = this.#runsLink === "idle" ? idle : this.#runsLink;
    if (link === this.#link) return;
    this.#link = link;
    this.#broadcast({ type: "link", link });
  }

  #broadcast(message: FromHub, run?: string): void {
    for (const [port, tab] of this.#tabs) {
      if (run === undefined || tab.wanted.has(run)) port.postMessage(message);
    }
  }
}

/** The id is RUN:SEQ; `run.unknown` has no place in a log and names the run in its data. */
function runEvent({ id, event, data }: SseEvent): RunEvent | null {
  const body = parse(data);
  if (!body) return null;
  if (event === "run.unknown") return { run: String(body.run_id), seq: 0, kind: event, data: body };
  const colon = id.lastIndexOf(":");
  const seq = Number(id.slice(colon + 1));
  if (colon < 0 || !Number.isSafeInteger(seq)) return null;
  return { run: id.slice(0, colon), seq, kind: event, data: body };
}

function parse(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
