/**
 * xterm makes style elements and style attributes, which the page's policy does not apply: elements
 * become ones of ours (src/studio/terminal/sheet-style.ts), attributes are set by script.
 */
import type { Plugin } from "vite";

export const xtermStyles: Plugin = {
  name: "xterm-styles",
  enforce: "pre",
  transform: (code, id) =>
    id.includes("/@xterm/xterm/") && id.endsWith(".mjs")
      ? code
          .replaceAll('createElement("style")', 'createElement("sheet-style")')
          .replace(/\.setAttribute\("style",(`[^`]*`)\)/g, ".style.cssText=$1")
      : null,
};
