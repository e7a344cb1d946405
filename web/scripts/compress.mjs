// Writes each built file that gzip makes smaller beside itself, as the gateway sends it to browsers
// that take it: compressed once and well, not at each request.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const SHRINKS = /\.(js|css|wasm|svg|ttf)$/;
const assets = new URL("../dist/assets/", import.meta.url).pathname;

for (const name of readdirSync(assets, { recursive: true })) {
  if (!SHRINKS.test(name)) continue;
  const path = join(assets, name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}
