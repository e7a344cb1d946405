/** The files that a unified diff of git speaks of. Pure. */
export interface ChangedFile {
  path: string;
  /** What it was called before; "" where it has kept its name. */
  from: string;
  added: number;
  removed: number;
}

export function changedFiles(diff: string): ChangedFile[] {
  const files: ChangedFile[] = [];
  let inHunk = false;
  let before = "";
  for (const line of diff.split("\n")) {
    const last = files.at(-1);
    if (line.startsWith("diff --git ")) {
      files.push({ path: headPath(line), from: "", added: 0, removed: 0 });
      inHunk = false;
    } else if (!last) continue;
    else if (line.startsWith("@@")) inHunk = true;
    else if (inHunk && line.startsWith("+")) last.added++;
    else if (inHunk && line.startsWith("-")) last.removed++;
    else if (!inHunk && line.startsWith("--- ")) before = namedPath(line);
    else if (!inHunk && line.startsWith("+++ ")) last.path = namedPath(line) || before;
    else if (!inHunk && line.startsWith("rename to ")) last.path = unquoted(line.slice(10));
    else if (!inHunk && line.startsWith("rename from ")) last.from = unquoted(line.slice(12));
  }
  return files;
}

/** "" for /dev/null. */
function namedPath(line: string): string {
  const name = unquoted(line.slice(4).replace(/\t$/, ""));
  return name === "/dev/null" ? "" : name.slice(2);
}

/** Where both sides have the same name; others are named further down. */
function headPath(line: string): string {
  const names = line.slice("diff --git ".length);
  const half = names.slice(0, (names.length - 1) / 2);
  return unquoted(half).slice(2);
}

/** Git quotes names with special characters as C does. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  const inside = name.slice(1, -1);
  for (let at = 0; at < inside.length; at++) {
    const octal = /^\\([0-7]{3})/.exec(inside.slice(at, at + 4));
    if (octal) {
      bytes.push(Number.parseInt(octal[1] as string, 8));
      at += 3;
    } else {
      if (inside[at] === "\\") at++;
      bytes.push(...new TextEncoder().encode(inside[at] ?? ""));
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}
