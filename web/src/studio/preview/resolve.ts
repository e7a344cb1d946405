/** Which file of a project an import means. */
import { isVendored, VENDORED, type Vendored } from "./vendored";

export type Resolved =
  | { kind: "file"; path: string; as: "module" | "text" | "url" }
  | { kind: "vendored"; name: Vendored }
  | { kind: "remote" }
  | { kind: "problem"; text: string };

export type Has = (path: string) => boolean;

const ENDINGS = [".tsx", ".ts", ".jsx", ".js", ".mjs", ".css", ".json", ".svg"];
const QUERIES: Record<string, "text" | "url"> = { "?raw": "text", "?url": "url" };

/**
 * As bundlers do it: the name itself, with an ending, `/index`; a TypeScript file for the `.js`
 * that it becomes; `/` and `@/` for the project's root and its `src`.
 */
export function resolve(name: string, importer: string, files: readonly string[]): Resolved {
  if (/^(https?:)?\/\//.test(name) || name.startsWith("data:")) return { kind: "remote" };
  if (isVendored(name)) return { kind: "vendored", name };
  const [, plain = name, query = ""] = /^([^?]*)(\?.*)?$/.exec(name) ?? [];
  const known = new Set(files);
  for (const base of bases(plain, importer)) {
    const path = find(base, (path) => known.has(path));
    if (path !== null) return { kind: "file", path, as: QUERIES[query] ?? "module" };
  }
  const text = isBare(plain) ? noPackage(plain) : noFile(plain, importer, files);
  return { kind: "problem", text };
}

/** Without `.` and `..`; null above the root. */
export function normalise(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

const isBare = (name: string) => !/^\.{0,2}(\/|$)|^@\//.test(name) && name !== "..";

function bases(name: string, importer: string): string[] {
  const folder = importer.slice(0, importer.lastIndexOf("/") + 1);
  const tried = name.startsWith("/")
    ? [name, `public${name}`]
    : name.startsWith("@/")
      ? [`src/${name.slice(2)}`, name.slice(2)]
      : isBare(name)
        ? []
        : [folder + name];
  return tried.map(normalise).filter((path) => path !== null);
}

function find(base: string, has: Has): string | null {
  const stem = base.replace(/\.[mc]?jsx?$/, "");
  const names = [
    base,
    ...ENDINGS.map((ending) => base + ending),
    ...(stem === base ? [] : [`${stem}.ts`, `${stem}.tsx`]),
    ...ENDINGS.map((ending) => normalise(`${base}/index${ending}`) ?? ""),
  ];
  return names.find(has) ?? null;
}

function noPackage(name: string): string {
  const offered = VENDORED.filter((vendored) => !vendored.includes("jsx-")).join(", ");
  return `The preview has no package "${name}". It has ${offered}, and the project's own files.`;
}

function noFile(name: string, importer: string, files: readonly string[]): string {
  const wanted = stemOf(name);
  const like = files.filter((path) => stemOf(path) === wanted && path !== importer);
  const hint = like.length > 0 ? ` Is it ${like.slice(0, 3).join(" or ")}?` : "";
  return `There is no file "${name}".${hint}`;
}

function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/\..*$/, "")
    .toLowerCase();
}
