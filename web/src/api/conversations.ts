import { request } from "./http";
import type { Conversation, Page, Settings } from "./types";

export interface ConversationQuery {
  limit?: number;
  cursor?: string | null;
  q?: string;
  pinned?: boolean;
}

export type ConversationPatch = Partial<
  Pick<Conversation, "title" | "pinned" | "model" | "leaf_id"> & { settings: Partial<Settings> }
>;

/** Show the branch no further than this message, or nothing of it. */
export function rewindConversation(id: string, to: string | null): Promise<Conversation> {
  return request("PATCH", `/api/conversations/${id}`, { rewind_to: to });
}

export function listConversations(query: ConversationQuery): Promise<Page<Conversation>> {
  const params = new URLSearchParams();
  if (query.limit) params.set("limit", String(query.limit));
  if (query.cursor) params.set("cursor", query.cursor);
  if (query.q) params.set("q", query.q);
  if (query.pinned !== undefined) params.set("pinned", String(query.pinned));
  return request("GET", `/api/conversations?${params}`);
}

export function getConversation(id: string): Promise<Conversation> {
  return request("GET", `/api/conversations/${id}`);
}

export function createConversation(body: {
  id: string;
  model?: string | null;
  settings?: Partial<Settings>;
}): Promise<Conversation> {
  return request("POST", "/api/conversations", body);
}

export function patchConversation(id: string, patch: ConversationPatch): Promise<Conversation> {
  return request("PATCH", `/api/conversations/${id}`, patch);
}

export function deleteConversation(id: string): Promise<void> {
  return request("DELETE", `/api/conversations/${id}`);
}
