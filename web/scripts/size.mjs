// Adds up the files in dist/, gzipped, and fails above a budget. Every chunk counts, the ones that
// load later too, so that the number cannot be improved by splitting. The Images, the Pool and the
// Studio page have budgets of their own, because a chat never loads them; what the Studio brings of
// others, an editor and a bundler among it, has none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGETS = [
  ["a chat's .js", (name) => name.endsWith(".js") && !isPage(name) && !isOfStudio(name), 92_000],
  ["the Images page's .js", (name) => isPage(name, "Images"), 20_000],
  ["the Pool page's .js", (name) => isPage(name, "Pool"), 10_000],
  ["the Studio page's .js", (name) => isPage(name, "Studio"), 25_000],
  [".css", (name) => name.endsWith(".css") && !isOfStudio(name), 15_000],
];
const isPage = (name, which = "(Images|Pool|Studio)") =>
  new RegExp(`/${which}Page-[^/]+\\.js$`).test(name);
const isOfStudio = (name) => /^assets\/(studio\/|bundler-)/.test(name);
const dist = new URL("../dist/", import.meta.url).pathname;
let failed = false;

for (const [what, counts, budget] of BUDGETS) {
  const files = readdirSync(dist, { recursive: true }).filter(counts);
  if (files.length === 0) throw new Error(`no ${what} in dist: run "npm run build" first`);
  const sizes = files.map((name) => [name, gzipSync(readFileSync(join(dist, name))).length]);
  sizes.sort((a, b) => b[1] - a[1]);
  for (const [name, bytes] of sizes) console.log(`${String(bytes).padStart(8)}  ${name}`);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  const verdict = total > budget ? "OVER" : "within";
  console.log(`${String(total).padStart(8)}  bytes gzip of ${what}: ${verdict} ${budget}\n`);
  failed ||= total > budget;
}
process.exit(failed ? 1 : 0);
