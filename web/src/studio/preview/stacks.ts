/** Stack traces as Chromium, Firefox and Safari write them. */

export const BOOT_SCRIPT = "atelier://preview/boot.js";
export const REACT_SCRIPT = "atelier://preview/react.js";

/** What the files of the project are called there that run as they are. */
export const FILES = "atelier://preview/files/";

/** What the bundle of a build is called in stack traces. */
export const scriptName = (build: number) => `atelier://preview/app-${build}.js`;

export interface Frame {
  name: string;
  url: string;
  line: number;
  column: number;
}

const MAX_FRAMES = 50;
const CHROMIUM = /^\s*at (?:(?:async )?(.*?) \()?(.*?):(\d+):(\d+)\)?$/;
const OTHERS = /^(.*?)@(.*):(\d+):(\d+)$/;
const APP = /^atelier:\/\/preview\/app-(\d+)\.js$/;

/** Those of its lines that name a place. Line and column count from 1. */
export function parseStack(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const text of stack.split("\n")) {
    const [, name = "", url = "", line, column] = CHROMIUM.exec(text) ?? OTHERS.exec(text) ?? [];
    if (line && column) frames.push({ name, url, line: Number(line), column: Number(column) });
    if (frames.length === MAX_FRAMES) break;
  }
  return frames;
}

/** The build whose bundle it is in; null in React, in a browser's own code, in our own. */
export function buildOf(frame: Frame): number | null {
  const [, build] = APP.exec(frame.url) ?? [];
  return build === undefined ? null : Number(build);
}

/** The same for the same fault, also after a build that left the code around it alone. */
export function normalStack(stack: string): string {
  const frames = parseStack(stack);
  const own = frames.filter((frame) => buildOf(frame) !== null);
  return (own.length > 0 ? own : frames)
    .slice(0, 10)
    .map(({ name, url, line, column }) => `${name}@${url.replace(APP, "app")}:${line}:${column}`)
    .join("\n");
}
