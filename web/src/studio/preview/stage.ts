/** Which document is seen, which is in reserve, and what becomes of one that no longer answers. */
import { guardFocus } from "./focus-guard";
import { Frame, type Scripts } from "./frames";
import type { Bundle, FromFrame, Kept } from "./protocol";

export type StageState = "empty" | "running" | "blank" | "silent" | "stopped" | "left";

export interface StageEvents {
  state(state: StageState): void;
  messages(said: Extract<FromFrame, { type: "messages" }>): void;
  started(bundle: Bundle): void;
  painted(bundle: Bundle): void;
}

const SHOWN_AFTER_MS = 1_500;
const KEPT_WITHIN_MS = 1_000;
const KEPT_FOR_MS = 500;
const PING_EVERY_MS = 1_000;
const SILENT_AFTER_MS = 3_000;
const STOPPED_AFTER_MS = 10_000;
const RELEASED_AFTER_MS = 1_500;

export class Stage {
  private seen: Frame | null = null;
  private coming: Frame | null = null;
  private reserve: Frame | null = null;
  private bundle: Bundle | null = null;
  private state: StageState = "empty";
  private kept: Kept | null = null;
  private keptAt = Number.NEGATIVE_INFINITY;
  /** What is asked for it, until it has answered or is late. */
  private asking: Promise<boolean> | null = null;
  private answered: (() => void) | null = null;
  private turn = 0;
  private swapTimer = 0;
  private answeredAt = 0;
  private releasedAt = 0;
  private readonly heart: number;
  private readonly unguard: () => void;

  constructor(
    private readonly place: HTMLElement,
    private readonly scripts: Scripts,
    private readonly events: StageEvents,
  ) {
    this.heart = window.setInterval(this.beat, PING_EVERY_MS);
    this.unguard = guardFocus((element) => this.frames.some((one) => one.isClosed(element)));
    this.reserve = this.frame();
  }

  /** Run this in place of what runs now; `anew`, with its components as they begin. */
  async show(bundle: Bundle, anew = false): Promise<void> {
    const turn = ++this.turn;
    const fresh = performance.now() - this.keptAt < KEPT_FOR_MS;
    const answers = await (fresh ? (this.asking ?? true) : this.remember());
    if (turn !== this.turn) return;
    if (!answers) this.kill();
    await this.released();
    if (turn !== this.turn) return;
    this.bundle = bundle;
    this.coming?.remove();
    this.coming = this.reserve ?? this.frame();
    this.reserve = null;
    this.events.started(bundle);
    this.coming.run(bundle, anew && this.kept ? { ...this.kept, state: [] } : this.kept);
    clearTimeout(this.swapTimer);
    if (!this.seen) this.swap();
    else this.swapTimer = window.setTimeout(() => this.swap(), SHOWN_AFTER_MS);
  }

  /**
   * Ask the running app for what the next one is given; before it is needed, to save time. False
   * when it does not answer.
   */
  remember(): Promise<boolean> {
    const { seen } = this;
    if (!seen || this.state === "silent") return Promise.resolve(!seen);
    this.asking ??= new Promise((resolve) => {
      const end = (answers: boolean) => {
        clearTimeout(timer);
        this.asking = this.answered = null;
        resolve(answers);
      };
      const timer = setTimeout(() => end(false), KEPT_WITHIN_MS);
      this.answered = () => end(true);
      seen.tell({ type: "keep" });
    });
    return this.asking;
  }

  restyle(bundle: Bundle): void {
    this.bundle = bundle;
    for (const frame of [this.seen, this.coming]) frame?.tell({ type: "style", css: bundle.css });
    this.events.painted(bundle);
  }

  reload(): void {
    this.keptAt = Number.NEGATIVE_INFINITY;
    if (this.bundle) void this.show(this.bundle, true);
  }

  stop(): void {
    this.kill();
    this.enter("stopped");
  }

  end(): void {
    clearInterval(this.heart);
    this.unguard();
    this.turn++;
    this.clear();
  }

  private get frames(): Frame[] {
    return [this.seen, this.coming, this.reserve].filter((frame) => frame !== null);
  }

  private frame(): Frame {
    return new Frame(
      this.place,
      this.scripts,
      (frame, said) => this.hear(frame, said),
      (frame) => frame === this.seen && this.leave(),
    );
  }

  private leave(): void {
    this.clear();
    this.enter("left");
  }

  /** A process that hangs is the process of all of them, and of the next until it is gone. */
  private kill(): void {
    this.clear();
    this.releasedAt = performance.now() + RELEASED_AFTER_MS;
  }

  private released(): Promise<void> {
    const wait = this.releasedAt - performance.now();
    return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : Promise.resolve();
  }

  private clear(): void {
    clearTimeout(this.swapTimer);
    for (const frame of this.frames) frame.remove();
    this.seen = this.coming = this.reserve = null;
  }

  private swap(): void {
    if (!this.coming) return;
    clearTimeout(this.swapTimer);
    const hadFocus = this.seen !== null && document.activeElement === this.seen.element;
    this.coming.show();
    this.seen?.remove();
    this.seen = this.coming;
    this.coming = null;
    if (hadFocus) {
      this.seen.open();
      this.seen.element.focus();
      this.seen.tell({ type: "focus" });
    }
    this.answeredAt = performance.now();
    this.enter("running");
  }

  private hear(frame: Frame, said: FromFrame): void {
    if (said.type === "messages") {
      if (frame === this.coming || (frame === this.seen && !this.coming)) {
        this.events.messages(said);
      }
    } else if (said.type === "kept") {
      if (frame === this.seen) {
        this.kept = said.kept;
        this.keptAt = performance.now();
        this.answered?.();
      }
    } else if (frame === this.coming && (said.type === "painted" || said.type === "blank")) {
      this.swap();
    }
    // Messages prove nothing: a loop that never ends sends them as well.
    if (frame !== this.seen || said.type === "messages") return;
    this.answeredAt = performance.now();
    if (said.type === "blank") {
      frame.open();
      this.enter("blank");
    } else if (said.type === "painted") {
      frame.open();
      this.enter("running");
      if (this.bundle) this.events.painted(this.bundle);
      this.reserve ??= this.frame();
    } else if (this.state === "silent") this.enter("running");
  }

  private readonly beat = (): void => {
    if (!this.seen || document.visibilityState === "hidden") {
      this.answeredAt = performance.now();
      return;
    }
    this.seen.tell({ type: "ping", n: 0 });
    const silent = performance.now() - this.answeredAt;
    if (silent > STOPPED_AFTER_MS) this.stop();
    else if (silent > SILENT_AFTER_MS) this.enter("silent");
  };

  private enter(state: StageState): void {
    if (state === this.state) return;
    this.state = state;
    this.events.state(state);
  }
}
