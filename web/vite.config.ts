import { resolve } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { scriptText } from "./scripts/script-text.ts";
import { xtermStyles } from "./scripts/xterm-styles.ts";

const gateway = process.env.ATELIER_API ?? "http://127.0.0.1:8000";

/** What only the studio's page loads lies in a folder of its own. */
const OF_STUDIO =
  /\/src\/(studio\/|api\/(projects|branches)\.ts)|\/node_modules\/(monaco-editor|@xterm)\//;
const STUDIO_ASSET =
  /^(StudioPage|monaco|editor|workers|codicon|Preview|Terminal|Parts)\b|^editorWebWorker/;
const STUDIO_WORKER = /^(editor|css|html|json|ts)\.worker$/;

const folderOf = (isStudio: boolean) => (isStudio ? "assets/studio" : "assets");

/** Monaco makes style elements and writes style attributes, which that policy forbids. */
const monacoStyles: Plugin = {
  name: "monaco-styles",
  enforce: "pre",
  resolveId: (source) =>
    source.endsWith("/domStylesheets.js")
      ? resolve(import.meta.dirname, "src/studio/monaco/style-sheets.ts")
      : null,
  transform: (code, id) =>
    id.includes("/monaco-editor/") && code.includes(".setAttribute('style',")
      ? code.replace(/\.setAttribute\('style', (`[^`]*`)\)/g, ".style.cssText = $1")
      : null,
};

// The gateway serves dist/ under a strict Content-Security-Policy: nothing is inlined, every
// asset is a file of our own origin with its hash in the name.
export default defineConfig({
  plugins: [monacoStyles, xtermStyles, scriptText()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) =>
          `${folderOf(moduleIds.some((id) => OF_STUDIO.test(id)))}/[name]-[hash].js`,
        assetFileNames: ({ names }) =>
          `${folderOf(names.some((name) => STUDIO_ASSET.test(name)))}/[name]-[hash][extname]`,
      },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) => `${folderOf(STUDIO_WORKER.test(name))}/[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { "/api": gateway, "/healthz": gateway } },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
