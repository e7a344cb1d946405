/** From places in bundles to places in a project's files. */
import { SourceMapConsumer } from "source-map-js";
import { buildOf, FILES, type Frame, parseStack } from "./stacks";

export interface Place {
  path: string;
  /** Both count from 1. */
  line: number;
  column: number;
}

const KEPT_BUILDS = 8;

export class Positions {
  private readonly maps = new Map<number, string>();
  private readonly read = new Map<number, SourceMapConsumer>();

  add(build: number, map: string): void {
    this.maps.set(build, map);
    for (const old of [...this.maps.keys()].slice(0, -KEPT_BUILDS)) {
      this.maps.delete(old);
      this.read.delete(old);
    }
  }

  at(frame: Frame): Place | null {
    if (frame.url.startsWith(FILES)) {
      return { path: frame.url.slice(FILES.length), line: frame.line, column: frame.column };
    }
    const consumer = this.consumer(buildOf(frame));
    if (!consumer) return null;
    const found = consumer.originalPositionFor({ line: frame.line, column: frame.column - 1 });
    if (!found.source || found.line === null) return null;
    const path = found.source.replace(/^module:/, "");
    if (/^(vendored|entry):/.test(path)) return null;
    return { path, line: found.line, column: found.column + 1 };
  }

  /** The innermost frame that is in a file of the project. */
  first(stack: string): Place | null {
    for (const frame of parseStack(stack)) {
      const place = this.at(frame);
      if (place) return place;
    }
    return null;
  }

  private consumer(build: number | null): SourceMapConsumer | null {
    const map = build === null ? undefined : this.maps.get(build);
    if (build === null || !map) return null;
    let consumer = this.read.get(build);
    if (!consumer) {
      consumer = new SourceMapConsumer(JSON.parse(map));
      this.read.set(build, consumer);
    }
    return consumer;
  }
}
