/** The files of a turn that is over: from its commit, once somebody sees them. */
import { readDiff } from "../../api/projects";
import type { Applied } from "../../stream/build";
import { type ChangedFile, changedFiles } from "../history/diff-files";

export interface StoredFile {
  path: string;
  /** What it was called before. */
  from: string;
  change: Applied["files"][number]["change"];
  /** null until the diff is here. */
  counts: ChangedFile | null;
}

/** As the turn told them; what the diff takes for a new name is one file. Pure. */
export function storedFiles(files: Applied["files"], diff: ChangedFile[] | null): StoredFile[] {
  const found = new Map(diff?.map((file) => [file.path, file]));
  const moved = new Set(diff?.map(({ from }) => from));
  return files
    .filter(({ path, change }) => !(change === "deleted" && moved.has(path)))
    .map(({ path, change }) => {
      const counts = found.get(path) ?? null;
      return { path, from: counts?.from ?? "", change, counts };
    });
}

const KEPT = 40;
const diffs = new Map<string, Promise<ChangedFile[]>>();

export function diffOf(project: string, { parent, commit }: Applied): Promise<ChangedFile[]> {
  const known = diffs.get(commit);
  if (known) return known;
  const asked = readDiff(project, parent, commit).then(changedFiles);
  diffs.set(commit, asked);
  asked.catch(() => diffs.delete(commit));
  for (const old of [...diffs.keys()].slice(0, -KEPT)) diffs.delete(old);
  return asked;
}
