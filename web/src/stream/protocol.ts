/** What a tab and the hub say to each other over a MessagePort. */
import type { ModelList, RunEvent } from "../api/types";
import type { RunView } from "./run-view";

/** `fresh`: this tab has just started the run, so that its log is read from the first event. */
export interface Wanted {
  run: string;
  fresh: boolean;
}

export type ToHub =
  /** All runs and projects that the tab wants; they replace those before. */
  | { type: "follow"; runs: Wanted[]; projects: string[] }
  /** The network came back or the page was looked at again: try now. */
  | { type: "wake" }
  | { type: "ping" }
  | { type: "bye" };

export type FromHub =
  | { type: "view"; view: RunView }
  | { type: "events"; events: RunEvent[] }
  | { type: "link"; link: LinkState }
  | { type: "models"; list: ModelList }
  | { type: "project"; project: string; branches: Branches } // none where it was deleted
  | { type: "pong" };

/** The newest commit of each. */
export type Branches = Record<string, string>;

/** Of the runs' stream, or of the models' while nothing runs. idle: nothing to follow; broken: waiting for the next try. */
export type LinkState = "idle" | "connecting" | "live" | "broken";

export interface HubPort {
  postMessage(message: FromHub): void;
}
