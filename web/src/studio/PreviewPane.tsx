import { signal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { conversationOf } from "./follow";
import { workshopOf } from "./self-fixing";
import type { Studio } from "./studio";
import { ask } from "./thread/bounds";

const preview = signal<typeof import("./preview/Preview")["Preview"] | null>(null);
const terminal = signal<typeof import("./terminal/Terminal")["Terminal"] | null>(null);
const failed = signal(false);

/** Each is a chunk of its own, which comes when it is shown first. */
async function load(shown: "preview" | "terminal"): Promise<void> {
  try {
    if (shown === "preview") preview.value ??= (await import("./preview/Preview")).Preview;
    else terminal.value ??= (await import("./terminal/Terminal")).Terminal;
    failed.value = false;
  } catch {
    failed.value = true;
  }
}

/** What the project makes, and a terminal in its sandbox. */
export function PreviewPane({ studio }: { studio: Studio }) {
  const [shown, setShown] = useState<"preview" | "terminal">("preview");
  useEffect(() => void load(shown), [shown]);
  const workshop = useMemo(() => workshopOf(studio), [studio]);
  const { project, desk } = studio;
  const Preview = preview.value;
  const Terminal = terminal.value;
  return (
    <>
      <nav class="side-tabs words" aria-label="Preview or terminal">
        {(["preview", "terminal"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-current={shown === name ? "true" : undefined}
            onClick={() => setShown(name)}
          >
            {name === "preview" ? "Preview" : "Terminal"}
          </button>
        ))}
      </nav>
      <div class="preview-place" hidden={shown !== "preview"}>
        {Preview ? (
          <Preview
            files={project.working}
            workshop={workshop}
            onFix={(text) => {
              const conversation = conversationOf(studio);
              if (conversation) void project.buffers.saveAll().then(() => ask(conversation, text));
            }}
            onOpen={(path, line, column) => desk.look(path, line, column)}
          />
        ) : (
          <Coming what="preview" />
        )}
      </div>
      {shown === "terminal" && (
        <div class="preview-place">
          {Terminal ? (
            <Terminal
              projectId={project.id}
              branch={project.branch.value}
              onCommit={() => void project.refresh()}
            />
          ) : (
            <Coming what="terminal" />
          )}
        </div>
      )}
    </>
  );
}

function Coming({ what }: { what: string }) {
  return (
    <p class="studio-note" role="status">
      {failed.value
        ? `The ${what} could not be loaded. Load the page again.`
        : `Opening the ${what}…`}
    </p>
  );
}
