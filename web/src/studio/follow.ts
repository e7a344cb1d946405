/** Brings what a turn says into the project: files as they arrive, and the commit at its end. */
import { batch, effect } from "@preact/signals";
import { speak } from "../shell/speech";
import { liveRun, onAnswerEnded } from "../state/live";
import { runOf } from "../state/outbox";
import { loadedThread } from "../state/thread";
import { showToast } from "../state/toasts";
import type { Build } from "../stream/build";
import { LIVE } from "./desk";
import { type Studio, studio } from "./studio";
import { arrivingOf } from "./turn";

export const conversationOf = ({ project }: Studio): string | null =>
  project.project.value?.conversation_id ?? null;

/** The turn that runs. */
export function turnOf(studio: Studio): { run: string; build: Build | null } | null {
  const conversation = conversationOf(studio);
  const run = conversation === null ? null : runOf(conversation);
  const live = liveRun(run);
  return run && live ? { run, build: live.view.value.build } : null;
}

let applied: string | null = null;
let shown = "";

/** Until it is undone. */
export function followTurns(studio: Studio): () => void {
  const { project, desk } = studio;
  return effect(() => {
    const turn = turnOf(studio);
    const build = turn?.build;
    if (!turn || !build) return;
    if (build.applied) {
      if (applied !== build.applied.commit) void settle(studio, build);
      return;
    }
    if (project.branch.value === build.branch) {
      const arriving = arrivingOf(build, project.texts.peek());
      if (!areSame(arriving, project.arriving.peek())) project.arriving.value = arriving;
    }
    const written = build.files.at(-1);
    const now = `${turn.run} ${build.attempt} ${build.files.length}`;
    if (!written || shown === now) return;
    speak([`Writing ${written.path}.`]);
    const first = !shown.startsWith(`${turn.run} ${build.attempt} `);
    shown = now;
    if (first && !isTyping()) desk.active.value = LIVE;
  });
}

async function settle(studio: Studio, build: Build): Promise<void> {
  applied = build.applied?.commit ?? null;
  const count = build.applied?.files.length ?? 0;
  speak([`Done: ${count === 1 ? "1 file" : `${count} files`} changed.`]);
  if (build.branch !== studio.project.branch.peek()) {
    leaveLive(studio, null);
    showToast(`${build.branch} is changed; you look at another branch.`);
    return;
  }
  studio.project.behind.value = true;
  await studio.project.refresh();
  batch(() => {
    studio.project.behind.value = false;
    studio.project.arriving.value = new Map();
  });
  leaveLive(studio, build);
}

/** What it wrote is a file now. */
function leaveLive({ project, desk }: Studio, build: Build | null): void {
  if (![LIVE, null].includes(desk.active.peek())) return;
  const last = build?.files.findLast(({ path }) => project.files.peek().has(path));
  if (build?.applied && last) desk.openFile(last.path);
  else desk.active.value = desk.tabs.peek().at(-1)?.key ?? null;
}

onAnswerEnded((conversation, { view }) => {
  const open = studio.peek();
  if (!open || ![null, conversation].includes(conversationOf(open))) return;
  void loadedThread(conversation)?.refresh(); // its words are for people by now
  const { build, status } = view.peek();
  if (!build) return;
  if (build.applied) {
    if (applied !== build.applied.commit) void settle(open, build);
    return;
  }
  open.project.arriving.value = new Map();
  leaveLive(open, build);
  speak([status === "cancelled" ? "Stopped. Nothing was changed." : "Nothing was changed."]);
});

type Arriving = ReadonlyMap<string, string | null>;

const areSame = (one: Arriving, other: Arriving): boolean =>
  one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);

function isTyping(): boolean {
  return document.activeElement?.closest(".studio-editor") != null;
}
