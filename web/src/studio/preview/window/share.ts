/**
 * A preview in a tab of its own gets the files from the studio's tab, as they change, and hands
 * back what only the studio can do. Both are pages of ours, so a BroadcastChannel joins them.
 */
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Files } from "../bundle";

export type Shared =
  | { type: "hello" }
  | { type: "files"; files: [path: string, content: string | Uint8Array][] }
  | { type: "fix"; text: string }
  | { type: "open"; path: string; line: number; column: number };

export interface Studio {
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

/** Of the page that is open: a project's address names its channel. */
export const windowAddress = () => `/preview-window#${location.pathname}`;

export const channelOf = (name: string) => new BroadcastChannel(`atelier.preview:${name}`);

/** Until the function that it gives is called. */
export function shareFiles(files: ReadonlySignal<Files>, studio: () => Studio): () => void {
  const channel = channelOf(location.pathname);
  const send = (shared: Shared) => channel.postMessage(shared);
  let heard = false;
  channel.onmessage = ({ data }: MessageEvent<Shared>) => {
    if (data.type === "hello") {
      heard = true;
      send({ type: "files", files: [...files.peek()] });
    } else if (data.type === "fix") studio().onFix(data.text);
    else if (data.type === "open") studio().onOpen(data.path, data.line, data.column);
  };
  const unfollow = effect(() => {
    const now = files.value;
    if (heard) send({ type: "files", files: [...now] });
  });
  return () => {
    unfollow();
    channel.close();
  };
}
