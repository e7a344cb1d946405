import { context } from "esbuild-wasm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Build, Builds, type BuildWorker } from "../src/studio/preview/builds";
import { type Built, Bundler } from "../src/studio/preview/bundle";
import type { Answer, Order } from "../src/studio/preview/bundler";
import { Positions } from "../src/studio/preview/positions";
import { normalise, resolve } from "../src/studio/preview/resolve";
import { scriptName } from "../src/studio/preview/stacks";

const FILES = {
  "src/main.tsx":
    'import { createRoot } from "react-dom/client";\nimport App from "./App";\nimport "./style.css";\ncreateRoot(document.body).render(<App />);\n',
  "src/App.tsx":
    'import logo from "./logo.svg";\nexport default function App() {\n  return <img src={logo} alt="ä" title={missing} />;\n}\n',
  "src/style.css": "body { color: red; background: url(./logo.svg); }\n",
  "src/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

describe("resolve", () => {
  const files = ["src/App.tsx", "src/ui/index.ts", "src/lib/sum.ts", "src/a.css", "public/x.svg"];
  const at = (name: string, importer = "src/main.tsx") => {
    const found = resolve(name, importer, files);
    return found.kind === "file" ? `${found.path} as ${found.as}` : found;
  };

  it("finds what an import means", () => {
    expect(at("./App")).toBe("src/App.tsx as module");
    expect(at("./App.js")).toBe("src/App.tsx as module");
    expect(at("./ui")).toBe("src/ui/index.ts as module");
    expect(at("..", "src/ui/deep/x.ts")).toBe("src/ui/index.ts as module");
    expect(at("../lib/sum", "src/ui/index.ts")).toBe("src/lib/sum.ts as module");
    expect(at("@/lib/sum")).toBe("src/lib/sum.ts as module");
    expect(at("/src/a.css")).toBe("src/a.css as module");
    expect(at("/x.svg")).toBe("public/x.svg as module");
    expect(at("./a.css?raw")).toBe("src/a.css as text");
    expect(at("react")).toEqual({ kind: "vendored", name: "react" });
    expect(at("https://example.org/x.js")).toEqual({ kind: "remote" });
  });

  it("says what there is instead", () => {
    expect(at("lodash")).toMatchObject({
      text: expect.stringContaining('no package "lodash". It has react,'),
    });
    expect(at("./app")).toMatchObject({ text: 'There is no file "./app". Is it src/App.tsx?' });
    expect(at("../../../etc/passwd")).toMatchObject({ kind: "problem" });
    expect(normalise("a/../../b")).toBeNull();
  });
});

describe("Bundler", () => {
  const build = async (
    files: Record<string, string | Uint8Array>,
    bundler = new Bundler(context),
  ) => await bundler.build(new Map(Object.entries(files)), ["src/main.tsx"]);
  const good = (built: Built) => built as Extract<Built, { ok: true }>;
  const problems = (built: Built) => (built.ok ? [] : built.problems);

  it("puts pictures in as they are", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { js, css } = good(
      await build({
        "src/main.tsx": 'import "./style.css"; import logo from "./logo.png"; console.log(logo);',
        "src/style.css": "body { background: url(./logo.png); }",
        "src/logo.png": bytes,
      }),
    );
    const picture = `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;
    expect(js).toContain(picture);
    expect(css).toContain(picture);
  });

  it("makes one script, one style sheet and a map back to the files", async () => {
    const bundler = new Bundler(context);
    const { js, css, map } = good(await build(FILES, bundler));
    expect(js).toContain("data:image/svg+xml");
    expect(js).not.toMatch(/^import /m);
    expect(css).toContain("data:image/svg+xml");

    const positions = new Positions();
    positions.add(3, map);
    const before = js.slice(0, js.indexOf("missing"));
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    const place = positions.at({ name: "", url: scriptName(3), line, column });
    expect(place).toEqual({ path: "src/App.tsx", line: 3, column: 41 });
    expect(positions.at({ name: "", url: scriptName(2), line, column })).toBeNull();

    const changed = { ...FILES, "src/style.css": "body { color: blue; }\n" };
    const next = good(await build(changed, bundler));
    expect([next.js === js, next.css === css]).toEqual([true, false]);
  });

  it("says where it fails, in columns that people count", async () => {
    const broken = { ...FILES, "src/App.tsx": "export default 1;\nconst ä = 'ö' 7;\n" };
    expect(problems(await build(broken))).toEqual([
      {
        text: 'Expected ";" but found "7"',
        at: { path: "src/App.tsx", line: 2, column: 15, length: 1, code: "const ä = 'ö' 7;" },
      },
    ]);
    const bare = { ...FILES, "src/App.tsx": 'import _ from "lodash";\nexport default _;\n' };
    expect(problems(await build(bare))[0]).toMatchObject({
      text: expect.stringContaining('no package "lodash"'),
      at: { path: "src/App.tsx", line: 1, column: 15 },
    });
    const { "src/main.tsx": _, ...none } = FILES;
    expect(problems(await build(none))[0]).toMatchObject({ at: { path: "index.html", line: 1 } });
  });
});

describe("Builds", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function started() {
    const workers: (BuildWorker & { orders: Order[]; says: (answer: Answer) => void })[] = [];
    const done: Build[] = [];
    const failed = vi.fn();
    const makeWorker = () => {
      const orders: Order[] = [];
      const worker = {
        orders,
        onmessage: null as ((event: MessageEvent) => void) | null,
        onerror: null,
        postMessage: (order: Order) => void orders.push(order),
        terminate: vi.fn(),
        says: (data: Answer) => worker.onmessage?.({ data } as MessageEvent),
      };
      workers.push(worker as never);
      return worker as never;
    };
    const builds = new Builds(makeWorker, (build) => done.push(build), failed);
    const want = (text: string) =>
      builds.want(new Map([["a", text]]), { entries: ["a"], html: "" });
    return { builds, workers, done, failed, want };
  }
  const BUILT: Answer = {
    type: "built",
    built: { ok: true, js: "", css: "", map: "", warnings: [] },
  };
  const texts = (orders: Order[] = []) => orders.map(({ files }) => files[0]?.[1]);

  it("waits for the files to be still, but not for ever", () => {
    const { workers, want } = started();
    for (let i = 0; i < 20; i++) {
      want(`${i}`);
      vi.advanceTimersByTime(30);
    }
    expect(texts(workers[0]?.orders).length).toBe(1);
    expect(Number(texts(workers[0]?.orders)[0])).toBeLessThan(10);
  });

  it("builds the newest next, and nothing in between", () => {
    const { workers, done, want } = started();
    for (const text of ["1", "2", "3"]) {
      want(text);
      vi.advanceTimersByTime(100);
    }
    workers[0]?.says(BUILT);
    workers[0]?.says(BUILT);
    expect(texts(workers[0]?.orders)).toEqual(["1", "3"]);
    expect(done.map(({ files }) => files.get("a"))).toEqual(["1", "3"]);
  });

  it("builds with a new worker what broke the old one, and gives up in the end", () => {
    const { workers, failed, done, want } = started();
    want("1");
    vi.advanceTimersByTime(100);
    workers[0]?.says({ type: "broken" });
    expect(texts(workers[1]?.orders)).toEqual(["1"]);
    workers[1]?.says(BUILT);
    expect(done.length).toBe(1);
    want("2");
    vi.advanceTimersByTime(100);
    for (const worker of workers.slice(1)) worker.says({ type: "broken" });
    workers[2]?.says({ type: "broken" });
    workers[3]?.says({ type: "broken" });
    expect(failed).toHaveBeenCalledOnce();
  });
});
