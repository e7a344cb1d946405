/** What the preview has to know of the studio to have an error fixed by itself. */
import { computed } from "@preact/signals";
import type { Message } from "../api/types";
import { liveRun } from "../state/live";
import { stop } from "../state/message-actions";
import { discard, outgoingOf, runOf } from "../state/outbox";
import { loadedThread } from "../state/thread";
import { conversationOf } from "./follow";
import type { Turn, Workshop } from "./preview/self-fix";
import type { Studio } from "./studio";
import { askUnasked } from "./thread/bounds";

export function workshopOf(studio: Studio): Workshop {
  const { project } = studio;
  const conversation = computed(() => conversationOf(studio));
  const running = new Set<string>();
  const last = computed(() => {
    const id = conversation.value;
    if (id === null) return undefined;
    runOf(id); // it changes when a thread is loaded, which its map does not tell
    return loadedThread(id)?.items.value.at(-1);
  });
  return {
    project: project.id,
    turn: computed(() => endedTurn(last.value, running)),
    asked: computed(() => {
      const id = conversation.value;
      if (id === null) return null;
      const [waiting] = outgoingOf(id);
      return waiting?.id ?? (runOf(id) === null ? null : (last.value?.parent_id ?? ""));
    }),
    commit: computed(() => project.project.value?.commit ?? null),
    typing: computed(() => project.buffers.unsaved.value.length > 0),
    arriving: computed(() => project.arriving.value.size > 0),
    ask(request) {
      const id = conversation.peek();
      if (id === null) return null;
      askUnasked(id, request);
      return outgoingOf(id).at(-1)?.id ?? null;
    },
    stop() {
      const id = conversation.peek();
      if (id === null) return;
      const [unsent] = outgoingOf(id);
      if (unsent) discard(unsent.id);
      else void stop(id);
    },
  };
}

/** `running` are the runs that were seen at work: only their turns count. */
function endedTurn(last: Message | undefined, running: Set<string>): Turn | null {
  if (last?.role !== "assistant" || last.run_id === null || last.parent_id === null) return null;
  if (last.status === "running") running.add(last.run_id);
  else if (running.has(last.run_id)) {
    const applied = last.build ?? liveRun(last.run_id)?.view.value.build?.applied;
    if (applied) return { commit: applied.commit, question: last.parent_id };
  }
  return null;
}
