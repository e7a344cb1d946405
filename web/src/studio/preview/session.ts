/** One preview at work: files in, a running app, its faults and its console out. */
import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { type Build, Builds } from "./builds";
import type { BuildProblem, Files } from "./bundle";
import { ConsoleLog } from "./console/log";
import { Recorder } from "./console/recorder";
import { fromStored } from "./console/stored";
import { buildFaults, runFaults } from "./faults";
import { readPage } from "./page";
import { Positions } from "./positions";
import type { Bundle, Message } from "./protocol";
import type { Fault } from "./self-fix";
import { Stage, type StageEvents, type StageState } from "./stage";

/** So long nothing has changed before a build's errors are shown: most states of a turn that is
 * still arriving do not build. */
const STILL_MS = 700;
const PAINTED = "atelier.preview.painted";

export type Ability = "starting" | "ready" | "failed";

export class Session {
  readonly ability = signal<Ability>("starting");
  readonly stage = signal<StageState>("empty");
  readonly problems = signal<BuildProblem[]>([]);
  /** The files hold nothing that could be shown. */
  readonly nothing = signal(false);
  readonly keepsLog = signal(false);
  readonly log = new ConsoleLog();
  readonly positions = new Positions();
  /** Those that the problems are in. */
  builtFiles: Files = new Map();
  /** What is wrong with the app as it is now. */
  readonly faults = computed(() =>
    this.problems.value.length > 0 ? buildFaults(this.problems.value) : this.thrown.value,
  );
  /** The files that the faults are of. */
  readonly faultsOf = signal<Files | null>(null);

  private readonly thrown = signal<readonly Fault[]>([]);
  private readonly recorder: Recorder | null;
  /** Those of the bundle that is to run next. */
  private coming: Files | null = null;

  private running: Stage | null = null;
  private builds: Builds | null = null;
  private bundle: Bundle | null = null;
  private readonly changedAt = new Map<number, number>();
  private lastChange = 0;
  private lastBuild = 0;
  private stillTimer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(
    private readonly files: ReadonlySignal<Files>,
    private readonly onBuilt: (ok: boolean) => void,
    /** Whose console is kept on the server. */
    project: string | undefined,
  ) {
    this.recorder = project === undefined ? null : new Recorder(project, this.positions);
  }

  /** Until the function that it gives is called. */
  start(place: HTMLElement): () => void {
    this.ended = false;
    const unfollow = effect(() => this.changed(this.files.value));
    void this.open(place);
    void this.recall();
    const leave = () => this.recorder?.leave();
    addEventListener("pagehide", leave);
    return () => {
      this.ended = true;
      removeEventListener("pagehide", leave);
      unfollow();
      clearTimeout(this.stillTimer);
      this.builds?.end();
      this.running?.end();
    };
  }

  reload(): void {
    this.running?.reload();
  }

  stop(): void {
    this.running?.stop();
  }

  /** All that was said, here and on the server. */
  clearConsole(): void {
    this.log.recall([]);
    this.log.clear();
    this.recorder?.clear();
  }

  retry(): void {
    if (this.builds) this.builds.again();
    else location.reload();
  }

  private async open(place: HTMLElement): Promise<void> {
    this.builds = new Builds(makeWorker, (build) => this.built(build), this.fail);
    this.changed(this.files.peek());
    try {
      const [boot, react] = await Promise.all([
        import("./frame/boot.ts?script"),
        import("./frame/react.ts?script"),
      ]);
      if (this.ended) return;
      this.running = new Stage(
        place,
        { boot: boot.default, react: react.default },
        this.stageEvents(),
      );
      if (this.bundle) void this.running.show(this.bundle);
    } catch {
      this.fail();
    }
  }

  private async recall(): Promise<void> {
    try {
      const earlier = await this.recorder?.earlier();
      if (earlier)
        this.log.recall(earlier.map((entry, index) => fromStored(entry, index - earlier.length)));
    } catch {
      this.log.notRecalled();
    }
  }

  private readonly fail = (): void => {
    this.ability.value = "failed";
  };

  private changed(files: Files): void {
    const page = readPage(files);
    this.nothing.value = page === null && files.size > 0;
    this.lastChange = performance.now();
    if (!page) return;
    void this.running?.remember();
    this.builds?.want(files, page);
  }

  private built({ files, page, built, changedAt }: Build): void {
    this.ability.value = "ready";
    clearTimeout(this.stillTimer);
    if (!built.ok) {
      const wait = this.lastChange + STILL_MS - performance.now();
      this.stillTimer = setTimeout(() => this.showProblems(files, built.problems), wait);
      return;
    }
    const next = { html: page.html, js: built.js, css: built.css };
    const before = this.bundle;
    const sameCode = before !== null && before.js === next.js && before.html === next.html;
    const build = sameCode ? before.build : ++this.lastBuild;
    this.bundle = { build, ...next };
    this.changedAt.set(build, changedAt);
    batch(() => {
      this.problems.value = [];
      if (!sameCode || this.coming) this.coming = files;
      else this.faultsOf.value = files;
    });
    if (!sameCode) {
      this.positions.add(build, built.map);
      void this.running?.show(this.bundle);
    } else if (before.css !== next.css) this.running?.restyle(this.bundle);
    this.onBuilt(true);
  }

  private showProblems(files: Files, problems: BuildProblem[]): void {
    this.builtFiles = files;
    batch(() => {
      this.problems.value = problems;
      this.faultsOf.value = files;
    });
    this.onBuilt(false);
  }

  private heard(messages: readonly Message[], dropped: number): void {
    this.log.add(messages, dropped);
    this.recorder?.add(messages, dropped);
    const thrown = runFaults(this.thrown.peek(), messages, this.positions);
    if (thrown !== this.thrown.peek()) this.thrown.value = thrown;
  }

  private stageEvents(): StageEvents {
    return {
      state: (state) => {
        this.stage.value = state;
      },
      messages: ({ messages, dropped }) => this.heard(messages, dropped),
      started: () => {
        if (!this.keepsLog.value) this.log.clear();
        batch(() => {
          this.thrown.value = [];
          this.faultsOf.value = this.coming ?? this.faultsOf.value;
        });
        this.coming = null;
      },
      painted: ({ build }) => {
        const start = this.changedAt.get(build);
        this.changedAt.clear();
        if (start !== undefined) performance.measure(PAINTED, { start });
      },
    };
  }
}

function makeWorker(): Worker {
  return new Worker(new URL("./bundler.ts", import.meta.url), { type: "module", name: "bundler" });
}
