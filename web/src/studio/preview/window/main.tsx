import { signal } from "@preact/signals";
import { render } from "preact";
import type { Files } from "../bundle";
import { Preview } from "../Preview";
import { channelOf, type Shared } from "./share";

document.title = "Preview – Atelier";
const name = decodeURIComponent(location.hash.slice(1));
const channel = channelOf(name);
const files = signal<Files>(new Map());

channel.onmessage = ({ data }: MessageEvent<Shared>) => {
  if (data.type === "files") files.value = new Map(data.files);
};
const send = (shared: Shared) => channel.postMessage(shared);
send({ type: "hello" });

function PreviewWindow() {
  const waits = files.value.size === 0;
  return (
    <main class="preview-window">
      <h1 class="visually-hidden">Preview</h1>
      {waits && (
        <p class="place-note" role="status">
          This tab shows what the studio builds.{" "}
          {name.startsWith("/studio/") && <a href={name}>Open the project beside it.</a>}
        </p>
      )}
      <Preview
        files={files}
        onFix={(text) => send({ type: "fix", text })}
        onOpen={(path, line, column) => send({ type: "open", path, line, column })}
        alone
      />
    </main>
  );
}

render(<PreviewWindow />, document.getElementById("app") as HTMLElement);
