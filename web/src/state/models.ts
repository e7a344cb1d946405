import { computed, signal } from "@preact/signals";
import { asProblem } from "../api/http";
import { loadModel, pullModel } from "../api/models";
import type { Model, ModelList } from "../api/types";
import { readStored, writeStored } from "./stored";
import { showToast } from "./toasts";

/** null until the hub has heard of them. */
export const modelList = signal<ModelList | null>(null);
/** When the list came, so that an ETA can be counted down from there. */
export const modelsAt = signal(0);

/** The model for the next new conversation. */
const chosen = signal<string | null>(readStored<string | null>("model", null));

export const newModel = computed(() => {
  const list = modelList.value;
  if (!list) return chosen.value;
  const chatting = modelsFor("chat");
  const known = chatting.find(({ id }) => id === chosen.value);
  return known?.id ?? list.default ?? chatting[0]?.id ?? null;
});

export const modelsFor = (use: "chat" | "image"): Model[] =>
  modelList.value?.items.filter(({ capabilities }) => capabilities.includes(use)) ?? [];

export function chooseNewModel(id: string): void {
  chosen.value = id;
  writeStored("model", id);
}

export function setModels(list: ModelList): void {
  modelList.value = list;
  modelsAt.value = Date.now();
}

export function modelById(id: string | null): Model | null {
  return modelList.value?.items.find((model) => model.id === id) ?? null;
}

export const modelName = (id: string | null) => modelById(id)?.name ?? id ?? "Assistant";

export function startModel(id: string): Promise<void> {
  return change(id, loadModel);
}

export function downloadModel(id: string): Promise<void> {
  return change(id, pullModel);
}

/** What failed may have been the download or the start; either does nothing where it is done. */
export function retryModel(id: string): Promise<void> {
  return change(id, async () => {
    const pulled = await unless("nothing_to_pull", pullModel(id));
    if (!pulled) return loadModel(id);
    // What is pulled now starts by itself when it is here.
    return (await unless("model_absent", loadModel(id))) ?? pulled;
  });
}

async function unless(code: string, call: Promise<Model>): Promise<Model | null> {
  try {
    return await call;
  } catch (error) {
    if (asProblem(error).code !== code) throw error;
    return null;
  }
}

async function change(id: string, call: (id: string) => Promise<Model>): Promise<void> {
  try {
    const model = await call(id);
    const list = modelList.value;
    if (!list) return;
    setModels({ ...list, items: list.items.map((item) => (item.id === id ? model : item)) });
  } catch (error) {
    showToast(asProblem(error).message);
  }
}
