/** The documents of docs/api.md, name for name. */
import type { Applied } from "../stream/build";

export interface Conversation {
  id: string;
  /** The project that its answers build. */
  project_id?: string | null;
  title: string;
  pinned: boolean;
  model: string | null;
  settings: Settings;
  leaf_id: string | null;
  message_count: number;
  usage: Pick<Usage, "prompt_tokens" | "completion_tokens" | "cost_usd">;
  active_run_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface Settings {
  system_prompt: string;
  temperature: number;
  top_p: number;
  max_tokens: number;
  seed: number | null;
  context: { strategy: ContextStrategy; keep_messages: number };
}

export type ContextStrategy = "tokens" | "newest" | "summary";

export type MessageStatus = "running" | "complete" | "cancelled" | "failed";
export type FinishReason = "stop" | "length" | "cancelled" | "error";

export interface Message {
  id: string;
  conversation_id: string;
  parent_id: string | null;
  role: "user" | "assistant";
  content: string;
  /** The page has sent it, nobody wrote it. */
  automatic?: boolean;
  status: MessageStatus;
  run_id: string | null;
  model: string | null;
  finish_reason: FinishReason | null;
  error: RunError | null;
  usage: Usage | null;
  /** What it changed of a project, as a commit. */
  build?: Applied | null;
  siblings: string[];
  created_at: string;
  edited_at: string | null;
}

export interface RunError {
  code: string;
  detail: string;
}

export interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
  cost_usd: number;
  first_token_ms?: number | null;
  duration_ms?: number | null;
  tokens_per_s?: number | null;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** What posting a message or asking for another answer gives back. */
export interface Started {
  run_id: string;
  message: Message;
  answer: Message;
}

export type ModelState = "absent" | "pulling" | "cold" | "loading" | "ready" | "failed";

export interface Model {
  id: string;
  name: string;
  labels: string[];
  engine: string;
  remote: boolean;
  context_tokens: number;
  max_output_tokens: number;
  /** "chat" where it chats, "image" where it draws, "code" where it learnt how the studio asks. */
  capabilities: string[];
  drawing?: Drawing | null;
  /** Plans what this one builds, and costs what it costs. */
  planner?: string | null;
  price: { input_usd_per_mtok: number; output_usd_per_mtok: number } | null;
  state: ModelState;
  progress: { phase: string; fraction: number | null; eta_s: number | null } | null;
  replicas: number;
  detail: string | null;
}

/** What a model draws by default, and what it can be asked for. Sides are pixels. */
export interface Drawing {
  width: number;
  height: number;
  steps: number;
  guidance: number;
  multiple: number;
  min_side: number;
  max_side: number;
  max_steps: number;
}

export interface ImageSettings {
  prompt: string;
  negative_prompt: string;
  width: number;
  height: number;
  steps: number;
  guidance: number;
  /** null: the model's own. */
  scheduler: string | null;
  seed: number;
  /** The picture that it begins with, how much of that is changed, and where. */
  input_id: string | null;
  strength: number;
  mask_id: string | null;
}

/** What an event says of a finished picture. */
export interface ImageFacts {
  id: string;
  width: number;
  height: number;
  seed: number;
  duration_ms: number;
}

export interface Image extends ImageSettings, ImageFacts {
  job_id: string;
  index: number;
  model: string;
  bytes: number;
  favourite: boolean;
  created_at: string;
}

export interface ImageJob {
  id: string;
  model: string;
  status: "running" | "completed" | "failed" | "cancelled";
  settings: ImageSettings & { count: number };
  images: Image[];
  error: RunError | null;
  created_at: string;
  finished_at: string | null;
}

export interface ModelList {
  items: Model[];
  default: string | null;
}

/** The GPU pool as it is now. */
export interface Pool {
  nodes: PoolNode[];
  sandboxes: PoolSandboxes[];
  models: PoolModel[];
  tenants: PoolTenant[];
  /** What waits, in order, only the first of each model. */
  queue: PoolWaiting[];
}

export interface PoolWaiting {
  model: string;
  tenant: string;
  priority: "interactive" | "normal" | "batch";
  /** How many go before it. */
  ahead: number;
  waited_s: number;
  /** How much longer. */
  wait_s: number;
  work_ms: number;
}

/** Of the node with that id; without a backend there are none, and `why`. */
export interface PoolSandboxes {
  node: string;
  backend: string | null;
  why: string;
  leased: number;
  most: number;
  warm: number;
}

/** A machine of the cluster; free is what nothing has reserved. */
export interface PoolNode {
  id: string;
  address: string;
  alive: boolean;
  cpus: number;
  gpus: number;
  memory_gib: number;
  free_cpus: number;
  free_gpus: number;
  free_memory_gib: number;
}

/** `held` and `waiting` count requests by tenant; `prices` are GPU-milliseconds a unit. */
export interface PoolModel extends ModelControl {
  replicas: number;
  places: number;
  held: Record<string, number>;
  waiting: Record<string, number>;
  waiting_ms: number;
  /** What a newcomer would wait. */
  wait_s: number;
  prices: Record<string, number>;
}

/** How many replicas an operator lets a model have; `most_replicas` is the catalogue's limit. */
export interface ModelControl {
  id: string;
  min_replicas: number;
  max_replicas: number;
  most_replicas: number;
  drained: boolean;
}

/** `served_ms` grows from the dispatcher's start; the smallest `counter` goes next. */
export interface PoolTenant {
  id: string;
  weight: number;
  served_ms: number;
  counter: number;
  /** Today is UTC's; null is no budget. */
  spent_today_ms: number;
  daily_budget_ms: number | null;
}

/** One event of a run's log. */
export interface RunEvent {
  run: string;
  seq: number;
  kind: string;
  data: Record<string, unknown>;
}
