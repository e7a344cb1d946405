/**
 * Shows a project's page once, as its preview would, in a stand-in for a browser, and prints what a
 * console would have in red: JSON lines {message, path, line}, with "" and 0 where that is unknown,
 * or {lacks} with what a browser has and the stand-in does not. Run at the project's root. Exits
 * with 1 where the page cannot be put together.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { format } from "node:util";
import { Script } from "node:vm";
import { Window } from "happy-dom";

const SETTLE_MS = 150; // for effects and promises; what an app does later is not waited for
const MOST = 20;
const ENTRIES = ["src/main", "src/index", "main", "index"].flatMap((stem) => [
  `${stem}.tsx`,
  `${stem}.jsx`,
]);
const BUNDLE = "/app.js";
const LOADERS = ["svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2"];
const NETWORK = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ENETUNREACH|NetworkError/;
const DOM = "/usr/local/lib/atelier/typescript/lib/lib.dom.d.ts";

const told = new Set();
let map = null;

function tell(message, stack = "") {
  const text = message.trim().slice(0, 500);
  if (!text || NETWORK.test(text) || told.has(text) || told.size >= MOST) return;
  told.add(text);
  const lacks = lackedBy(text);
  const line = lacks ? { lacks } : { message: text, ...place(stack) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What the error says is missing, if every browser has it and the stand-in does not. */
function lackedBy(text) {
  const name = /^ReferenceError: (\w+) is not defined/.exec(text)?.[1];
  const method = /(\w+) is not a function/.exec(text)?.[1];
  if (!(name || method) || !existsSync(DOM)) return "";
  const known = readFileSync(DOM, "utf8");
  if (name) return new RegExp(`^declare (var|function) ${name}\\b`, "m").test(known) ? name : "";
  const isKnown = new RegExp(`^ {4}${method}\\(`, "m").test(known);
  return isKnown && !isInStandIn(method) ? method : "";
}

const isInStandIn = (method) =>
  Object.getOwnPropertyNames(window).some((name) => {
    const prototype = window[name]?.prototype;
    return prototype && Object.hasOwn(prototype, method);
  });

/** The first place in the project's own files. */
function place(stack) {
  for (const [, line, column] of stack.matchAll(/\/app\.js:(\d+):(\d+)/g)) {
    const entry = map?.findEntry(Number(line) - 1, Number(column) - 1);
    const path = entry?.originalSource?.replace(/^(\.\.\/)+/, "") ?? "";
    if (path === "<stdin>") return { path: "index.html", line: 0 };
    if (path && !path.includes("node_modules/")) return { path, line: entry.originalLine + 1 };
  }
  return { path: "", line: 0 };
}

function tellError(error) {
  const isError = typeof error?.message === "string";
  tell(isError ? `${error.name}: ${error.message}` : format(error), isError ? error.stack : "");
}

/** A plain object, as React silences it for a while by replacing its functions. */
function redConsole() {
  const quiet = Object.keys(console).map((name) => [name, () => {}]);
  const error = (...args) => {
    const thrown = args.find((each) => typeof each?.stack === "string");
    if (thrown) tellError(thrown);
    else tell(format(...args), new Error().stack);
  };
  return { ...Object.fromEntries(quiet), error };
}

/** The page without its scripts; the modules as code that has all of them, and the others' code. */
function readPage(window) {
  const entry = ENTRIES.find((path) => existsSync(path));
  const importing = (path) => `import ${JSON.stringify(`./${path}`)};`;
  const empty = { html: '<div id="root"></div>', modules: [importing(entry)], classic: [] };
  if (!existsSync("index.html")) return empty;
  const html = readFileSync("index.html", "utf8");
  const page = new window.DOMParser().parseFromString(html, "text/html");
  const modules = [];
  const classic = [];
  for (const script of page.querySelectorAll("script")) {
    const name = script.getAttribute("src");
    const path = name?.replace(/[?#].*/, "").replace(/^\.?\//, "");
    const isModule = script.getAttribute("type") === "module";
    if (name === null) (isModule ? modules : classic).push(script.textContent);
    else if (/^(\w+:)?\/\//.test(name)) continue;
    else if (isModule && path) modules.push(importing(path));
    else if (path) classic.push(read(path) ?? read(`public/${path}`) ?? "");
    script.remove();
  }
  if (modules.length === 0 && classic.length === 0 && entry) modules.push(importing(entry));
  return { html: page.body.innerHTML, modules, classic };
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** One script of the modules; null where they do not fit together, which other checks tell of. */
function bundle(modules) {
  const input = modules.join("\n");
  const options = [
    "--bundle", "--format=iife", "--target=es2022", "--jsx=automatic", "--sourcemap=inline",
    "--sources-content=false", "--log-level=error", "--loader:.js=jsx",
    "--loader:.css=empty", "--loader:.md=text",
    ...LOADERS.map((ending) => `--loader:.${ending}=dataurl`),
    '--define:process.env.NODE_ENV="development"',
    '--define:import.meta.env={"MODE":"development","DEV":true,"PROD":false,"SSR":false,"BASE_URL":"/"}',
  ];
  const done = spawnSync("esbuild", options, { input, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  if (done.status !== 0) {
    process.stderr.write(done.stderr);
    return null;
  }
  const [code, comment] = done.stdout.split("//# sourceMappingURL=");
  const data = comment.slice(comment.indexOf(",") + 1);
  map = new SourceMap(JSON.parse(Buffer.from(data, "base64").toString()));
  return code;
}

/** What is drawn on a canvas is not looked at. */
function canvas() {
  return new Proxy(() => {}, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => 0 : canvas()),
    apply: () => canvas(),
    set: () => true,
  });
}

const window = new Window({
  url: "http://localhost/",
  console: redConsole(),
  settings: {
    enableJavaScriptEvaluation: true,
    suppressInsecureJavaScriptEnvironmentWarning: true,
    disableJavaScriptFileLoading: true,
    disableCSSFileLoading: true,
  },
});
process.on("uncaughtException", tellError);
process.on("unhandledRejection", tellError);
window.addEventListener("error", (event) => tellError(event.error ?? event.message));
window.HTMLCanvasElement.prototype.getContext = canvas;

const page = readPage(window);
const code = page.modules.length > 0 ? bundle(page.modules) : "";
if (code === null) process.exit(1);
window.document.body.innerHTML = page.html;
for (const [name, text] of [...page.classic.map((each) => ["/page.js", each]), [BUNDLE, code]]) {
  try {
    new Script(text, { filename: name }).runInContext(window);
  } catch (error) {
    tellError(error);
  }
}
setTimeout(() => {
  const root = window.document.querySelector("#root, #app") ?? window.document.body;
  if (told.size === 0 && root.childNodes.length === 0) tell("The page stays empty.");
  process.exit(0);
}, SETTLE_MS);
