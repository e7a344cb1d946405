// Adds up the files in dist/, gzipped, and fails above a budget. Of a chat every chunk counts, the
// ones that load later too, so that the number cannot be improved by splitting. The Images, the Pool
// and the Studio page have budgets of their own, because a chat never loads them: for what each has
// to load before it shows anything. What the Studio brings later, an editor and a bundler among it,
// has none.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const PAGE = /\/(Images|Pool|Studio)Page-[^/]+\.js$/;
const dist = new URL("../dist/", import.meta.url).pathname;
const all = readdirSync(dist, { recursive: true });
const isOfStudio = (name) => /^assets\/(studio\/|bundler-)/.test(name);
const isOfChat = (name) => name.endsWith(".js") && !PAGE.test(name) && !isOfStudio(name);

/** All that is loaded with it. */
function closure(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const code = readFileSync(join(dist, name), "utf8");
  for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
    closure(normalize(join(dirname(name), path)), found);
  }
  return found;
}

const index = all.find((name) => /^assets\/index-[^/]+\.js$/.test(name));
const chat = new Set([...all.filter(isOfChat), ...closure(index)]);
const page = (which) => {
  const [start] = all.filter((name) => PAGE.exec(name)?.[1] === which);
  return [...closure(start)].filter((name) => !chat.has(name));
};
const PARTS = [
  ["a chat's .js", [...chat], 92_000],
  ["the Images page's .js", page("Images"), 20_000],
  ["the Pool page's .js", page("Pool"), 10_000],
  ["the Studio page's .js", page("Studio"), 25_000],
  [".css", all.filter((name) => name.endsWith(".css") && !isOfStudio(name)), 15_000],
];
let failed = false;

for (const [what, files, budget] of PARTS) {
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
