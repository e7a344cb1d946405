import type { Level } from "./protocol";

/** In the order of how much they matter. */
export const LEVELS: Level[] = ["error", "warn", "info", "log", "debug"];

/** Console methods that do nothing but say something. */
export const LEVEL_OF: Record<string, Level> = {
  debug: "debug",
  log: "log",
  dir: "log",
  dirxml: "log",
  table: "log",
  info: "info",
  warn: "warn",
  error: "error",
};
