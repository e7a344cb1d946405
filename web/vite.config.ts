import { defineConfig } from "vitest/config";

const gateway = process.env.ATELIER_API ?? "http://127.0.0.1:8000";

// The gateway serves dist/ under a strict Content-Security-Policy: nothing is inlined, every
// asset is a file of our own origin with its hash in the name.
export default defineConfig({
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  server: { proxy: { "/api": gateway, "/healthz": gateway } },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
});
