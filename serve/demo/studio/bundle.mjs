// Bundles apps as the studio's preview does. Reads one JSON string a line, the text of src/App.tsx,
// and writes one line for each: {"code"} or {"error": "message\nsrc/App.tsx:line:column"}. The
// first line that it writes is {"code"} of React itself. Its argument is the folder `web`.
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const web = process.argv[2];
const { build } = createRequire(join(web, "package.json"))("esbuild-wasm");
const SHARED = ["react", "react/jsx-runtime", "react-dom/client"];
const settings = {
  absWorkingDir: web,
  bundle: true,
  write: false,
  jsx: "automatic",
  logLevel: "silent",
  define: { "process.env.NODE_ENV": '"development"' },
};
const shared = {
  name: "shared",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react/ }, ({ path }) => ({ path, namespace: "shared" }));
    onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({
      contents: `module.exports = window.shared[${JSON.stringify(path)}]`,
    }));
  },
};

async function bundled(contents, sourcefile, more) {
  try {
    const { outputFiles } = await build({
      ...settings,
      ...more,
      stdin: { contents, sourcefile, resolveDir: web, loader: "tsx" },
    });
    return { code: outputFiles[0].text };
  } catch ({ errors: [first] }) {
    const { file, line, column } = first.location;
    return { error: `${first.text}\n${file}:${line}:${column}` };
  }
}

const parts = SHARED.map((name) => `${JSON.stringify(name)}: require(${JSON.stringify(name)})`);
const write = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
write(await bundled(`window.shared = {${parts.join(",")}}`, "shared.ts"));
for await (const line of createInterface({ input: process.stdin })) {
  const app = { format: "iife", globalName: "app", plugins: [shared] };
  write(await bundled(JSON.parse(line), "src/App.tsx", app));
}
process.exit(0);
