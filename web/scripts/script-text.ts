// `import text from "./boot.ts?script"`: the module and all it imports, bundled into one classic
// script, as a string. It is for documents that may load nothing: they are handed their scripts.
// React comes as its development build, whose errors are sentences.
import { build, type Plugin, type Rolldown } from "vite";

const SUFFIX = "?script";

export function scriptText(): Plugin {
  return {
    name: "script-text",
    enforce: "pre",
    async resolveId(id, importer) {
      if (!id.endsWith(SUFFIX)) return null;
      const found = await this.resolve(id.slice(0, -SUFFIX.length), importer, { skipSelf: true });
      return found && `${found.id}${SUFFIX}`;
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const { code, moduleIds } = await bundled(id.slice(0, -SUFFIX.length));
      for (const input of moduleIds) this.addWatchFile(input);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

async function bundled(entry: string): Promise<Rolldown.OutputChunk> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    mode: "development",
    define: { "process.env.NODE_ENV": '"development"' },
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "script" },
    },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0];
}
