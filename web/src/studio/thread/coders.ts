/** Which model builds. */
import { computed, signal } from "@preact/signals";
import { loadModel } from "../../api/models";
import type { Model } from "../../api/types";
import { modelById, modelList, newModel } from "../../state/models";
import { readStored, writeStored } from "../../state/stored";

const KEY = "studio.model";

/** The newest choice in the studio. */
const chosen = signal<string | null>(readStored<string | null>(KEY, null));

export const coders = computed(
  () => modelList.value?.items.filter((model) => can(model, "chat") || can(model, "code")) ?? [],
);

/** For the next project. A demo model that only chats makes no apps: one that codes goes before. */
export const coder = computed(() => {
  const offered = coders.value;
  if (offered.some(({ id }) => id === chosen.value)) return chosen.value;
  const chatting = modelById(newModel.value);
  if (chatting && !chatting.labels.includes("demo")) return chatting.id;
  return (
    offered.find((model) => can(model, "code"))?.id ?? newModel.value ?? offered[0]?.id ?? null
  );
});

export function chooseCoder(id: string): void {
  chosen.value = id;
  writeStored(KEY, id);
}

/** Before it is asked: a model that has no replica takes its time to start. */
export function warmUp(id: string | null): void {
  if (id === null || modelById(id)?.state !== "cold") return;
  void loadModel(id).catch(() => {}); // what is wrong with it, the request will be told
}

const can = ({ capabilities }: Model, what: string) => capabilities.includes(what);
