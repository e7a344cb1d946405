// Adds up the JavaScript in dist/, gzipped, and fails above the budget. Every chunk counts, the
// ones that load later too, so that the number cannot be improved by splitting.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET = { ".js": 90_000, ".css": 15_000 };
const dist = new URL("../dist/", import.meta.url).pathname;
let failed = false;

for (const [extension, budget] of Object.entries(BUDGET)) {
  const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(extension));
  if (files.length === 0) throw new Error(`no ${extension} in dist: run "npm run build" first`);
  const sizes = files.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]);
  sizes.sort((a, b) => b[1] - a[1]);
  for (const [name, bytes] of sizes) console.log(`${String(bytes).padStart(8)}  ${name}`);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const verdict = total > budget ? "OVER" : "within";
  console.log(`${String(total).padStart(8)}  bytes gzip of ${extension}: ${verdict} ${budget}\n`);
  failed ||= total > budget;
}
process.exit(failed ? 1 : 0);
