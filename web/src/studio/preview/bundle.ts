/** A project's files as one script and one style sheet. Runs in the worker. */
import type { BuildContext, BuildOptions, Loader, Location, Message, Plugin } from "esbuild-wasm";
import { resolve } from "./resolve";
import { MODULES } from "./vendored";

export interface BuildProblem {
  text: string;
  /** Where; null when it is about no file. Line and column count from 1. */
  at: { path: string; line: number; column: number; length: number; code: string } | null;
}

export type Built =
  | { ok: true; js: string; css: string; map: string; warnings: BuildProblem[] }
  | { ok: false; problems: BuildProblem[] };

/** By path; pictures and fonts as bytes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** "" for what is no text, or not there. */
export function textAt(files: Files, path: string): string {
  const content = files.get(path);
  return typeof content === "string" ? content : "";
}

const ENTRY = "index.html";
const LOADERS: Record<string, Loader> = {
  tsx: "tsx",
  ts: "ts",
  mts: "ts",
  jsx: "jsx",
  js: "jsx",
  mjs: "jsx",
  css: "css",
  json: "json",
  txt: "text",
  md: "text",
  svg: "dataurl",
  png: "dataurl",
  jpg: "dataurl",
  jpeg: "dataurl",
  gif: "dataurl",
  webp: "dataurl",
  avif: "dataurl",
  ico: "dataurl",
  woff: "dataurl",
  woff2: "dataurl",
};
const ENVIRONMENT = { MODE: "development", DEV: true, PROD: false, SSR: false, BASE_URL: "/" };

/** Builds again and again; what did not change is not read anew. */
export class Bundler {
  private files: Files = new Map();
  private entries: string[] = [];
  private context: Promise<BuildContext> | null = null;

  constructor(private readonly open: (options: BuildOptions) => Promise<BuildContext>) {}

  async build(files: Files, entries: string[]): Promise<Built> {
    this.files = files;
    this.entries = entries;
    this.context ??= this.open(this.options());
    try {
      const { outputFiles = [], warnings } = await (await this.context).rebuild();
      const output = (ending: string) =>
        outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
      return {
        ok: true,
        js: output(".js"),
        css: output(".css"),
        map: output(".js.map"),
        warnings: warnings.map(problemOf),
      };
    } catch (error) {
      const { errors } = error as { errors?: Message[] };
      if (!errors) throw error;
      return { ok: false, problems: errors.map(problemOf) };
    }
  }

  private options(): BuildOptions {
    return {
      entryPoints: { app: ENTRY },
      bundle: true,
      write: false,
      outdir: "/",
      format: "esm",
      target: "es2022",
      jsx: "automatic",
      sourcemap: "external",
      logLevel: "silent",
      logLimit: 20,
      charset: "utf8",
      define: {
        "process.env.NODE_ENV": '"development"',
        "import.meta.env": JSON.stringify(ENVIRONMENT),
      },
      plugins: [this.plugin()],
    };
  }

  private plugin(): Plugin {
    return {
      name: "project",
      setup: (build) => {
        build.onResolve({ filter: /^/ }, ({ path, importer, kind }) => {
          if (kind === "entry-point") return { path: ENTRY, namespace: "entry" };
          const found = resolve(path, importer, [...this.files.keys()]);
          switch (found.kind) {
            case "file":
              return { path: found.path, namespace: found.as };
            case "vendored":
              return { path: found.name, namespace: "vendored" };
            case "remote":
              return kind.startsWith("url") ||
                kind.startsWith("import-r") ||
                path.startsWith("data:")
                ? { path, external: true }
                : { errors: [{ text: `The preview loads nothing from the network: "${path}".` }] };
            case "problem":
              return { errors: [{ text: found.text }] };
          }
        });
        build.onLoad({ filter: /^/, namespace: "entry" }, () => ({
          contents: this.entries.map((path) => `import ${JSON.stringify(`/${path}`)};`).join("\n"),
        }));
        build.onLoad({ filter: /^/, namespace: "vendored" }, ({ path }) => ({
          contents: `module.exports = globalThis.${MODULES}[${JSON.stringify(path)}];`,
        }));
        build.onLoad({ filter: /^/, namespace: "text" }, ({ path }) => this.load(path, "text"));
        build.onLoad({ filter: /^/, namespace: "url" }, ({ path }) => this.load(path, "dataurl"));
        build.onLoad({ filter: /^/, namespace: "module" }, ({ path }) => {
          if (path.endsWith(".module.css")) return this.load(path, "local-css");
          const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
          const loader = LOADERS[ending];
          if (loader) return this.load(path, loader);
          return { errors: [{ text: `The preview cannot import ".${ending}" files.` }] };
        });
      },
    };
  }

  private load(path: string, loader: Loader) {
    return { contents: this.files.get(path) ?? "", loader };
  }
}

function problemOf({ text, location }: Message): BuildProblem {
  return { text, at: location && placeOf(location) };
}

/** esbuild counts lines from 1, and columns from 0 in bytes. */
function placeOf({ file, namespace, line, column, length, lineText }: Location) {
  const bytes = new TextEncoder().encode(lineText);
  const before = new TextDecoder().decode(bytes.slice(0, column)).length;
  const marked = new TextDecoder().decode(bytes.slice(column, column + length)).length;
  const path = namespace === "entry" ? ENTRY : file.replace(/^(module|text|url|entry):/, "");
  return { path, line, column: before + 1, length: Math.max(marked, 1), code: lineText };
}
