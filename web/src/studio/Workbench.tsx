import { useEffect, useRef } from "preact/hooks";
import { narrow } from "../shell/layout";
import { watchProject } from "../state/live";
import { onLinkClick } from "../state/route";
import { Divider } from "./Divider";
import { phonePane } from "./desk";
import { draftsStored } from "./drafts";
import { EditorPane } from "./editor/EditorPane";
import { QuickOpen } from "./editor/QuickOpen";
import { followTurns } from "./follow";
import { onStudioKey } from "./keys";
import { loadMonaco, monaco } from "./monaco/load";
import { keepModels } from "./monaco/models";
import { PhoneTabs } from "./PhoneTabs";
import { PreviewPane } from "./PreviewPane";
import { sideOpen, sizes } from "./panes";
import { SidePane } from "./SidePane";
import { type Studio, unsavedAnywhere } from "./studio";
import { ThreadPane } from "./thread/ThreadPane";
import { parts } from "./WithParts";

/** One project at work: the thread, its files, and what they make. */
export function Workbench({ studio }: { studio: Studio }) {
  const { project, desk } = studio;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => refreshing(studio), [studio]);
  useEffect(() => followTurns(studio), [studio]);
  useEffect(() => void loadMonaco().then(() => parts.want()), []);
  const api = monaco.value;
  useEffect(() => (api ? keepModels(api, project) : undefined), [api, project]);
  const ready = project.phase.value === "ready";
  useEffect(() => {
    if (api && root.current) return api.applyStyles(root.current);
  }, [api, ready]);

  if (!ready) return <NotReady studio={studio} />;
  const { chat, side, preview } = sizes.value;
  const shown = (pane: string) => (narrow.value && phonePane.value !== pane ? "away" : "");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts bubble up from what is inside
    <div
      ref={root}
      class="workbench"
      style={{ "--chat": `${chat}px`, "--side": `${side}px`, "--preview": `${preview}px` }}
      onKeyDown={(event) => onStudioKey(event, studio)}
    >
      <section class={`pane chat-pane ${shown("chat")}`} aria-label="Chat">
        <ThreadPane studio={studio} />
      </section>
      <Divider pane="chat" label="Width of the chat" side="before" />
      <section class={`pane code-pane ${shown("code")}`} aria-label="Code">
        {sideOpen.value && (
          <>
            <SidePane studio={studio} />
            <Divider pane="side" label="Width of the explorer" side="before" />
          </>
        )}
        <EditorPane studio={studio} />
      </section>
      <Divider pane="preview" label="Width of the preview" side="after" />
      <section class={`pane preview-pane ${shown("preview")}`} aria-label="Result">
        <PreviewPane studio={studio} />
      </section>
      {narrow.value && <PhoneTabs />}
      {desk.quickOpen.value && <QuickOpen studio={studio} />}
    </div>
  );
}

function NotReady({ studio: { project } }: { studio: Studio }) {
  switch (project.phase.value) {
    case "loading":
      return (
        <div class="place">
          <p class="place-note" role="status">
            Opening the project…
          </p>
        </div>
      );
    case "missing":
      return (
        <div class="place">
          <h2>There is no such project</h2>
          <p class="place-note">It may have been deleted.</p>
          <a class="button" href="/studio" onClick={(event) => onLinkClick(event, "/studio")}>
            All projects
          </a>
        </div>
      );
    default:
      return (
        <div class="place">
          <h2>The project could not be opened</h2>
          <p class="place-note">{project.problem.value?.message}</p>
          <button type="button" class="button" onClick={() => void project.refresh()}>
            Try again
          </button>
        </div>
      );
  }
}

const AT_MOST_EVERY_MS = 2_000;

/** At once, as it is heard of, and whenever the page is looked at again: what others changed. */
function refreshing({ project }: Studio): () => void {
  const unwatch = watchProject(project.id, (branches) => {
    project.heard(branches);
    if (Object.keys(branches).length === 0) unwatch(); // it was deleted
  });
  let last = 0;
  const look = () => {
    if (document.visibilityState === "hidden" || Date.now() - last < AT_MOST_EVERY_MS) return;
    last = Date.now();
    void project.refresh();
    for (const { path, conflict } of project.buffers.unsaved.peek()) {
      if (!conflict.peek()) void project.buffers.save(path);
    }
  };
  look();
  const on = ["focus", "online", "pageshow", "visibilitychange"];
  for (const name of on) addEventListener(name, look);
  addEventListener("beforeunload", warn);
  return () => {
    unwatch();
    for (const name of on) removeEventListener(name, look);
    removeEventListener("beforeunload", warn);
  };
}

/** Where the browser keeps no drafts, leaving would lose what is typed. */
function warn(event: BeforeUnloadEvent): void {
  if (!draftsStored && unsavedAnywhere()) event.preventDefault();
}
