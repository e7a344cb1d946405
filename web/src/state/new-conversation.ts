/** What a conversation begins with: the settings chosen before its first message. */
import { signal } from "@preact/signals";
import type { Conversation, Settings } from "../api/types";
import { uuid7 } from "../api/uuid7";
import { newModel } from "./models";

export const DEFAULTS: Settings = {
  system_prompt: "",
  temperature: 0.7,
  top_p: 1,
  max_tokens: 512,
  seed: null,
  context: { strategy: "tokens", keep_messages: 40 },
};

export const newSettings = signal<Settings>(DEFAULTS);

/** Shown until the server's own answer takes its place. */
export function localConversation(firstMessage: string): Conversation {
  const now = new Date().toISOString();
  const settings = newSettings.value;
  newSettings.value = DEFAULTS;
  return {
    id: uuid7(),
    title: firstMessage.trim().split("\n", 1)[0]?.slice(0, 80) ?? "",
    pinned: false,
    model: newModel.value,
    settings,
    leaf_id: null,
    message_count: 0,
    usage: { prompt_tokens: 0, completion_tokens: 0, cost_usd: 0 },
    active_run_id: null,
    created_at: now,
    updated_at: now,
  };
}
