/** When to build, and of which files: one build at a time, the newest files win. */
import type { Built, Files } from "./bundle";
import type { Answer, Order } from "./bundler";
import type { Page } from "./page";

const WAIT_MS = 60;
const WAIT_AT_MOST_MS = 240;
const MAX_BROKEN = 3;

/** A worker as far as this needs one. */
export type BuildWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

export interface Build extends Wanted {
  built: Built;
}

interface Wanted {
  files: Files;
  page: Page;
  /** When the first of the changes came that it holds, by performance.now(). */
  changedAt: number;
}

export class Builds {
  private worker: BuildWorker | null = null;
  private wanted: Wanted | null = null;
  private building: Wanted | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private broken = 0;

  constructor(
    private readonly makeWorker: () => BuildWorker,
    private readonly done: (build: Build) => void,
    /** The bundler cannot be started. */
    private readonly failed: () => void,
  ) {
    this.worker = this.start();
  }

  want(files: Files, page: Page): void {
    const now = performance.now();
    const changedAt = this.wanted?.changedAt ?? now;
    this.wanted = { files, page, changedAt };
    clearTimeout(this.timer);
    this.timer = setTimeout(this.go, Math.min(WAIT_MS, changedAt + WAIT_AT_MOST_MS - now));
  }

  /** Once more, after it failed. */
  again(): void {
    this.broken = 0;
    this.worker ??= this.start();
    this.go();
  }

  end(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
  }

  private readonly go = (): void => {
    if (this.building || !this.wanted || !this.worker) return;
    this.building = this.wanted;
    this.wanted = null;
    const { files, page } = this.building;
    this.worker.postMessage({ files: [...files], entries: page.entries } satisfies Order);
  };

  private start(): BuildWorker {
    const worker = this.makeWorker();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.type === "built") this.finish(data.built);
      else if (data.type === "broken") this.mend();
    };
    worker.onerror = () => this.mend();
    return worker;
  }

  private finish(built: Built): void {
    const { building } = this;
    this.building = null;
    this.broken = 0;
    if (building) this.done({ ...building, built });
    if (this.wanted) this.go();
  }

  /** A new worker builds what the broken one did not. */
  private mend(): void {
    this.worker?.terminate();
    this.worker = null;
    this.wanted ??= this.building;
    this.building = null;
    if (++this.broken >= MAX_BROKEN) this.failed();
    else {
      this.worker = this.start();
      this.go();
    }
  }
}
