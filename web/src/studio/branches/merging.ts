/** What a person decides before two branches become one. Pure. */
import type {
  Branch,
  Conflict,
  ConflictKind,
  MergeChoices,
  MergePreview,
  Resolution,
  Strategy,
} from "../../api/branches";

/** Who wins the lines that both changed; null where each file is looked at. */
export type Favour = "ours" | "theirs" | null;

export type Resolutions = ReadonlyMap<string, Resolution>;

export const WHY: Record<ConflictKind, string> = {
  content: "Both changed the same lines.",
  binary: "Both changed it, and it is no text.",
  added: "Both added it, each in its own way.",
  deleted: "One deleted it, the other changed it.",
  renamed: "One renamed it, the other did something else with it.",
  folder: "The other has a folder of that name.",
  case: "Another file's name differs by case alone.",
};

export const isDecided = (conflict: Conflict, resolutions: Resolutions, favour: Favour) =>
  resolutions.has(conflict.path) || (favour !== null && isFavoured(conflict));

/** Where there are two texts or two contents, one side may win. */
const isFavoured = ({ kind, ours, theirs }: Conflict) =>
  kind !== "case" && ours !== null && theirs !== null;

/** Those that hold a merge up. */
export const undecided = ({ conflicts }: MergePreview, resolutions: Resolutions, favour: Favour) =>
  conflicts.filter((conflict) => !isDecided(conflict, resolutions, favour));

export function choicesOf(
  { ours, theirs, conflicts }: MergePreview,
  strategy: Strategy,
  favour: Favour,
  resolutions: Resolutions,
  message: string,
): MergeChoices {
  const wanted = conflicts.flatMap(({ path }) => {
    const resolution = resolutions.get(path);
    return resolution ? [[path, resolution] as const] : [];
  });
  return {
    base: { ours, theirs },
    strategy,
    ...(favour && conflicts.length > 0 ? { favour } : {}),
    ...(wanted.length > 0 ? { resolutions: Object.fromEntries(wanted) } : {}),
    ...(message.trim() ? { message: message.trim() } : {}),
  };
}

/** What was decided about files that are in conflict as they were. */
export function stillMeant(
  resolutions: Resolutions,
  before: MergePreview | null,
  now: MergePreview,
): Resolutions {
  const find = (preview: MergePreview | null, path: string) =>
    preview?.conflicts.find((each) => each.path === path);
  const isSame = (path: string) => {
    const [was, is] = [find(before, path), find(now, path)];
    return was && is && was.ours === is.ours && was.theirs === is.theirs;
  };
  return new Map([...resolutions].filter(([path]) => isSame(path)));
}

/** Lines that git left in a text where both sides stand. */
export const hasMarkers = (text: string) => /^(<{7} |={7}$|>{7} )/m.test(text);

export function apartText({ ahead, behind }: Branch): string {
  if (ahead + behind === 0) return "Same as main";
  return [ahead > 0 && `${ahead} ahead`, behind > 0 && `${behind} behind`]
    .filter(Boolean)
    .join(", ");
}

/** Why git takes no such name; null where it does. */
export function branchNameProblem(name: string, taken: string[]): string | null {
  if (!/^[A-Za-z0-9][\w-]*(\/[A-Za-z0-9][\w-]*)*$/.test(name)) {
    return "Begin with a letter or a digit; - and _ may follow, and / between parts.";
  }
  return taken.includes(name) ? `There is ${name} already.` : null;
}

const FILES = new Intl.PluralRules("en");
export const countText = (count: number, one: string) =>
  `${count} ${one}${FILES.select(count) === "one" ? "" : "s"}`;

/** What merging would do, in a sentence. */
export function kindText({ kind, conflicts }: MergePreview, source: string, into: string): string {
  switch (kind) {
    case "up_to_date":
      return `${into} has everything of ${source}.`;
    case "fast_forward":
      return `${into} has nothing that ${source} lacks: it can simply move on.`;
    case "merge":
      return "Nothing is in conflict.";
    case "conflict":
      return `${countText(conflicts.length, "file")} in conflict: decide what each becomes.`;
  }
}
