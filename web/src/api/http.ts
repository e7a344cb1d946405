/** JSON over fetch; every failure becomes a Problem that a person can read. */

interface ProblemBody {
  status?: number;
  code?: string;
  detail?: string;
  title?: string;
  field?: string | null;
  request_id?: string;
}

/** Status 0 means that no answer came: offline, the gateway is away, or the wait was too long. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || `The server answered ${status}.`);
    this.name = "Problem";
    this.status = status;
    this.code = body.code ?? "unknown";
    this.field = body.field ?? null;
  }

  /** Whether the same call may well succeed a little later. */
  get passing(): boolean {
    return [0, 408, 429, 502, 503, 504].includes(this.status);
  }
}

const TIMEOUT_MS = 30_000;
/** A browser carries 64 KiB of requests beyond the end of their page, all of them together. */
const OUTLIVES_PAGE_CHARS = 8_000;

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What is written is carried out also when the person leaves the page at once, unless it is long. */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const text = body === undefined ? null : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: text === null ? {} : { "content-type": "application/json" },
      body: text,
      keepalive: method !== "GET" && (text ?? "").length < OUTLIVES_PAGE_CHARS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw unreachable(error);
  }
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw unreachable(error);
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, { detail: error instanceof Error ? error.message : String(error) });
}

export function unreachable(error: unknown): Problem {
  const late = error instanceof DOMException && error.name === "TimeoutError";
  const detail = late ? "The server took too long to answer." : "The server cannot be reached.";
  return new Problem(0, { code: "unreachable", detail });
}

export async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}
