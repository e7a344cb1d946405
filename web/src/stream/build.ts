/** What a build's events add up to; the server adds them up the same way for who comes late. */
import { MAIN } from "../api/main-branch";
import type { RunEvent } from "../api/types";

export type PartBody = "diff" | "content" | "search" | "replace";

export interface BuildPart {
  body: PartBody;
  text: string;
}

export interface BuildFile {
  path: string;
  action: "create" | "update" | "delete" | "rename";
  to: string;
  why: string;
  closed: boolean;
  parts: BuildPart[];
}

export interface Refusal {
  path: string;
  reason: string;
  lines: string[];
}

/** What a changed file has newly wrong; `line` is 0 where it is the whole file. */
export interface Finding {
  check: string;
  path: string;
  line: number;
  message: string;
}

export type StageName = "types" | "lint" | "preview" | "tests";

/** What was run on a turn's files; with `why` it could not be. */
export interface Checked {
  stages: { stage: StageName; problems: number; passed: number; why: string }[];
  why: string;
}

/** A turn as a commit. */
export interface Applied {
  branch: string;
  commit: string;
  parent: string;
  files: { path: string; change: "added" | "modified" | "deleted" }[];
  /** What stayed wrong after the last attempt. */
  findings?: Finding[];
  checked?: Checked | null;
}

export interface Build {
  branch: string;
  attempt: number;
  /** The other model whose plan it is built by, where there is one. */
  planner: string;
  plan: { path: string; text: string }[];
  prose: string;
  files: BuildFile[];
  /** What is being run on them, and what came of it. */
  checking: StageName | "";
  checked: Checked | null;
  /** Why the attempt that ended last changed nothing. */
  refused: Refusal[];
  applied: Applied | null;
}

const NOTHING: Build = {
  branch: MAIN,
  attempt: 1,
  planner: "",
  plan: [],
  prose: "",
  files: [],
  checking: "",
  checked: null,
  refused: [],
  applied: null,
};

export const buildOf = (data: unknown): Build | null =>
  data ? { ...NOTHING, ...(data as Partial<Build>) } : null;

/** The build with one more event; null where there is none, also after an event of another kind. */
export function builtUpon(build: Build | null, kind: string, data: RunEvent["data"]): Build | null {
  if (kind === "build.started") {
    const attempt = Number(data.attempt) || 1;
    const branch = String(data.branch ?? MAIN);
    return { ...NOTHING, ...kept(build), branch, attempt };
  }
  if (kind === "message.restarted") {
    return build && { ...NOTHING, ...kept(build), branch: build.branch, attempt: build.attempt };
  }
  const now = build ?? NOTHING;
  switch (kind) {
    case "build.planned": {
      const plan = data.plan as Build["plan"];
      return { ...now, planner: plan.length > 0 ? String(data.model) : "", plan };
    }
    case "plan.step":
      return { ...now, plan: [...now.plan, data as Build["plan"][number]] };
    case "build.prose":
      return { ...now, prose: now.prose + String(data.text) };
    case "file.opened": {
      const opened = { ...data, why: "", closed: false, parts: [] } as unknown as BuildFile;
      return { ...now, files: [...now.files, opened] };
    }
    case "edit.opened": {
      const part = { body: data.body as PartBody, text: "" };
      return changeLast(now, (file) => ({ ...file, parts: [...file.parts, part] }));
    }
    case "edit.lines":
      return changeLast(now, (file) => ({ ...file, parts: grown(file.parts, String(data.text)) }));
    case "file.closed":
      return changeLast(now, (file) => ({ ...file, why: String(data.why ?? ""), closed: true }));
    case "build.checking":
      return { ...now, checking: data.stage as StageName };
    case "build.checked":
      return { ...now, checking: "", checked: data as unknown as Checked };
    case "build.refused":
      return { ...now, refused: data.reasons as Refusal[] };
    case "build.applied":
      return { ...now, applied: data as unknown as Applied, refused: [] };
    default:
      return build;
  }
}

/** What stays when the answer begins anew. */
function kept(build: Build | null): Partial<Build> {
  const { refused, planner, plan } = build ?? NOTHING;
  return planner ? { refused, planner, plan } : { refused };
}

function changeLast(build: Build, change: (file: BuildFile) => BuildFile): Build {
  const last = build.files.at(-1);
  return last ? { ...build, files: [...build.files.slice(0, -1), change(last)] } : build;
}

function grown(parts: BuildPart[], text: string): BuildPart[] {
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, text: last.text + text }] : parts;
}
