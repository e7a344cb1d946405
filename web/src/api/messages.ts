import { request } from "./http";
import type { Message, Page, Started } from "./types";

/** Where an answer builds (main where absent), and how far. `plan_only`: it says what it would do. */
export interface Bounds {
  branch?: string;
  plan_only?: boolean;
  budget?: Budget;
  /** It is asked without anybody having written it. */
  automatic?: boolean;
}

/** What a build may take at most, over all its attempts. */
export interface Budget {
  tokens?: number;
  usd?: number;
}

const messages = (conversation: string) => `/api/conversations/${conversation}/messages`;

export function listMessages(
  conversation: string,
  query: { limit: number; before?: string | null },
): Promise<Page<Message>> {
  const params = new URLSearchParams({ limit: String(query.limit) });
  if (query.before) params.set("before", query.before);
  return request("GET", `${messages(conversation)}?${params}`);
}

/** `parent_id` absent continues the shown branch; null starts another one at the root. */
export function postMessage(
  conversation: string,
  body: { id: string; content: string; parent_id?: string | null; model?: string } & Bounds,
): Promise<Started> {
  return request("POST", messages(conversation), body);
}

export function patchMessage(conversation: string, id: string, content: string): Promise<Message> {
  return request("PATCH", `${messages(conversation)}/${id}`, { content });
}

export function deleteMessage(conversation: string, id: string): Promise<void> {
  return request("DELETE", `${messages(conversation)}/${id}`);
}

export function regenerate(
  conversation: string,
  id: string,
  body: { run_id: string; model?: string } & Bounds,
): Promise<Started> {
  return request("POST", `${messages(conversation)}/${id}/regenerate`, body);
}

export function cancelRun(run: string): Promise<unknown> {
  return request("POST", `/api/runs/${run}/cancel`);
}
