import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { send } from "../state/outbox";
import { conversationOf } from "./follow";
import type { Studio } from "./studio";

/** Made by others of this page's parts, each a chunk of its own; what is not there is not offered. */
const PREVIEW = import.meta.glob<{ Preview: ComponentType<PreviewProps> }>("./preview/Preview.tsx");
const TERMINAL = import.meta.glob<{ Terminal: ComponentType<{ projectId: string }> }>(
  "./terminal/Terminal.tsx",
);

interface PreviewProps {
  files: Studio["project"]["working"];
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

const preview = signal<ComponentType<PreviewProps> | null>(null);
const terminal = signal<ComponentType<{ projectId: string }> | null>(null);
const failed = signal(false);

async function load<T>(
  into: { value: T | null },
  modules: Record<string, () => Promise<object>>,
  name: string,
): Promise<void> {
  const [module] = Object.values(modules);
  if (!module || into.value) return;
  try {
    into.value = (await module())[name as keyof object] as T;
  } catch {
    failed.value = true;
  }
}

const hasTerminal = Object.keys(TERMINAL).length > 0;

/** What the project makes, and a terminal in its sandbox. */
export function PreviewPane({ studio }: { studio: Studio }) {
  const [shown, setShown] = useState<"preview" | "terminal">("preview");
  useEffect(() => void load(preview, PREVIEW, "Preview"), []);
  useEffect(() => {
    if (shown === "terminal") void load(terminal, TERMINAL, "Terminal");
  }, [shown]);
  const { project, desk } = studio;
  const Preview = preview.value;
  const Terminal = terminal.value;
  return (
    <>
      {hasTerminal && (
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
      )}
      <div class="preview-place" hidden={shown !== "preview"}>
        {Preview ? (
          <Preview
            files={project.working}
            onFix={(text) => {
              const conversation = conversationOf(studio);
              if (conversation) void project.saveAll().then(() => send(conversation, text));
            }}
            onOpen={(path, line, column) => desk.look(path, line, column)}
          />
        ) : (
          <p class="studio-note" role="status">
            {failed.value
              ? "The preview could not be loaded. Load the page again."
              : Object.keys(PREVIEW).length > 0
                ? "Loading the preview…"
                : "There is no preview here yet."}
          </p>
        )}
      </div>
      {shown === "terminal" && (
        <div class="preview-place">
          {Terminal ? (
            <Terminal projectId={project.id} />
          ) : (
            <p class="studio-note" role="status">
              Opening the terminal…
            </p>
          )}
        </div>
      )}
    </>
  );
}
