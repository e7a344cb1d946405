/** Files whose path has the letters in their order; those that match in the name come first. */
import { nameOf } from "../text";

export function matching(paths: string[], query: string): string[] {
  const wanted = query.trim().toLowerCase();
  const scored = paths.flatMap((path) => {
    const score = scoreOf(path.toLowerCase(), wanted);
    return score === null ? [] : [{ path, score }];
  });
  scored.sort((a, b) => a.score - b.score || a.path.localeCompare(b.path));
  return scored.map(({ path }) => path);
}

/** Smaller is better; null where it does not match. */
function scoreOf(path: string, wanted: string): number | null {
  const name = nameOf(path);
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  if (path.includes(wanted)) return 2;
  return inOrder(path, wanted) ? 3 : null;
}

function inOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
