/**
 * Hands an error to the coder without being asked: one that a turn has brought, that was not there
 * before it, and that no person's edit came after. At most three times for what a person asked.
 */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { readStored, writeStored } from "../../state/stored";
import type { Files } from "./bundle";
import { fixRequest } from "./fix";
import type { Place } from "./positions";

/** An error of what runs now, or why it does not build; `key` is the same for the same one. */
export interface Fault {
  key: string;
  text: string;
  place: Place | null;
}

/** A turn that this page has seen end with a commit: the message that asked for it. */
export interface Turn {
  commit: string;
  question: string;
}

/** What the studio knows and can do. */
export interface Workshop {
  project: string;
  /** The last thing that was asked, if it is one. */
  turn: ReadonlySignal<Turn | null>;
  /** The message that is answered now, or waits for it. */
  asked: ReadonlySignal<string | null>;
  commit: ReadonlySignal<string | null>;
  /** A person has typed something that is not saved yet. */
  typing: ReadonlySignal<boolean>;
  /** A turn's files are shown, and are no commit yet. */
  arriving: ReadonlySignal<boolean>;
  /** Gives the id of the message. */
  ask(request: string): string | null;
  stop(): void;
}

/** `round` is the fix that runs; null: there is none, and why no other one comes. */
export type Standing =
  | { round: number; why: null }
  | { round: null; why: "came back" | "too many" };

/** What was sent for one message of a person, `root`. */
interface Chain {
  root: string;
  sent: string[];
  keys: string[];
  stopped: boolean;
}

export const MOST = 3;
const ON = "preview.self-fix";
/** So that errors of one kind, which come together, are one. */
const WAIT_MS = 1_000;
const chainOf = (root: string): Chain => ({ root, sent: [], keys: [], stopped: false });

export class SelfFix {
  readonly on = signal(readStored(ON, false));
  readonly standing = signal<Standing | null>(null);

  private readonly faults = signal<readonly Fault[]>([]);
  private readonly files = signal<Files | null>(null);
  /** Errors that were there before the turn. */
  private readonly known = new Set<string>();
  private chain: Chain;
  private wasBusy = false;
  private sending = false;
  /** The commit of a turn that the project was at. */
  private reached: string | null = null;
  /** A person has typed during the turn. */
  private touched = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly workshop: Workshop,
    /** The project's files as they are shown. */
    private readonly shown: ReadonlySignal<Files>,
  ) {
    this.chain = readStored(this.key, chainOf(""));
  }

  /** Until the function that it gives is called. */
  start(): () => void {
    const unfollow = effect(() => this.look());
    return () => {
      unfollow();
      clearTimeout(this.timer);
    };
  }

  toggle(): void {
    this.on.value = !this.on.value;
    writeStored(ON, this.on.value || null);
    if (!this.on.value) this.standing.value = null;
  }

  /** The faults of these files. */
  see(faults: readonly Fault[], files: Files | null): void {
    this.files.value = files;
    this.faults.value = faults;
  }

  /** Also what runs; until a person asks for something else. */
  stop(): void {
    if (this.standing.peek()?.round != null) this.workshop.stop();
    this.keep({ ...this.chain, stopped: true });
    this.standing.value = null;
  }

  private get key(): string {
    return `studio.self-fix.${this.workshop.project}`;
  }

  private keep(chain: Chain): void {
    this.chain = chain;
    writeStored(this.key, chain);
  }

  private look(): void {
    clearTimeout(this.timer);
    const { workshop } = this;
    const turn = workshop.turn.value;
    const asked = workshop.asked.value;
    const commit = workshop.commit.value;
    const typing = workshop.typing.value;
    const arriving = workshop.arriving.value;
    const isShown = this.files.value === this.shown.value;
    const faults = this.faults.value;
    const isOn = this.on.value;
    if (this.sending) return;
    if (asked !== null) {
      this.follow(asked, faults, typing);
      return;
    }
    this.wasBusy = false;
    if (this.standing.peek()?.round != null) this.standing.value = null;
    if (turn?.commit === commit) this.reached = commit;
    const isComing = turn !== null && turn.commit !== this.reached;
    if (typing || arriving || isComing || !isShown) return;
    if (!isOn || turn?.commit !== commit || this.touched) this.know(faults);
    else {
      const { root, sent } = this.chain;
      if (![root, ...sent].includes(turn.question)) this.keep(chainOf(turn.question));
      if (faults.length > 0) this.timer = setTimeout(() => this.act(), WAIT_MS);
    }
  }

  /** A turn runs. What was wrong as it began is not its fault, unless it is to mend it. */
  private follow(asked: string, faults: readonly Fault[], typing: boolean): void {
    const round = this.chain.sent.indexOf(asked) + 1;
    if (round === 0 && !this.wasBusy) {
      this.touched = false;
      this.know(faults);
    }
    this.wasBusy = true;
    this.touched ||= typing;
    this.standing.value = round > 0 ? { round, why: null } : null;
  }

  private know(faults: readonly Fault[]): void {
    for (const { key } of faults) this.known.add(key);
  }

  /** `look` has found that the faults are of the turn's files, and is called at any change. */
  private act(): void {
    const { sent, keys, stopped } = this.chain;
    if (stopped) return;
    if (document.visibilityState === "hidden") {
      this.timer = setTimeout(() => this.act(), WAIT_MS);
      return;
    }
    const faults = this.faults.peek();
    const fault = faults.find(({ key }) => !this.known.has(key));
    if (faults.some(({ key }) => keys.includes(key))) this.giveUp("came back");
    else if (fault && sent.length >= MOST) this.giveUp("too many");
    else if (fault) this.fix(fault);
  }

  private fix({ key, text, place }: Fault): void {
    this.sending = true; // until it is known which message is ours
    const id = this.workshop.ask(fixRequest(text, place));
    this.sending = false;
    const { sent, keys } = this.chain;
    if (id !== null) this.keep({ ...this.chain, sent: [...sent, id], keys: [...keys, key] });
    this.look();
  }

  private giveUp(why: "came back" | "too many"): void {
    this.keep({ ...this.chain, stopped: true });
    this.standing.value = { round: null, why };
  }
}
