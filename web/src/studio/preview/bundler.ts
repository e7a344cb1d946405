/** The worker that bundles: esbuild as WebAssembly. */
import { context, initialize } from "esbuild-wasm";
import wasmURL from "esbuild-wasm/esbuild.wasm?url";
import { type Built, Bundler } from "./bundle";

export interface Order {
  files: [path: string, content: string | Uint8Array][];
  entries: string[];
}

/** "ready" once, then an answer for each order. */
export type Answer = { type: "ready" } | { type: "built"; built: Built } | { type: "broken" };

const bundler = new Bundler(context);
const answer = (said: Answer) => postMessage(said);
const started = initialize({ wasmURL, worker: false });

started.then(
  () => answer({ type: "ready" }),
  () => answer({ type: "broken" }),
);

addEventListener("message", async ({ data }: MessageEvent<Order>) => {
  try {
    await started;
    answer({ type: "built", built: await bundler.build(new Map(data.files), data.entries) });
  } catch {
    answer({ type: "broken" });
  }
});
