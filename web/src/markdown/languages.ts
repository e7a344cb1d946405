/** What code may be called, how the file is named, and where its grammar is loaded from. */
import type { LanguageFn } from "highlight.js";

interface Language {
  label: string;
  extension: string;
  load?: () => Promise<{ default: LanguageFn }>;
}

const LANGUAGES: Record<string, Language> = {
  bash: { label: "Shell", extension: "sh", load: () => import("highlight.js/lib/languages/bash") },
  // A grammar of its own for C would find little more.
  c: { label: "C", extension: "c", load: () => import("highlight.js/lib/languages/cpp") },
  cpp: { label: "C++", extension: "cpp", load: () => import("highlight.js/lib/languages/cpp") },
  css: { label: "CSS", extension: "css", load: () => import("highlight.js/lib/languages/css") },
  diff: { label: "Diff", extension: "diff", load: () => import("highlight.js/lib/languages/diff") },
  go: { label: "Go", extension: "go", load: () => import("highlight.js/lib/languages/go") },
  java: { label: "Java", extension: "java", load: () => import("highlight.js/lib/languages/java") },
  javascript: {
    label: "JavaScript",
    extension: "js",
    load: () => import("highlight.js/lib/languages/javascript"),
  },
  json: { label: "JSON", extension: "json", load: () => import("highlight.js/lib/languages/json") },
  markdown: { label: "Markdown", extension: "md" },
  python: {
    label: "Python",
    extension: "py",
    load: () => import("highlight.js/lib/languages/python"),
  },
  rust: { label: "Rust", extension: "rs", load: () => import("highlight.js/lib/languages/rust") },
  sql: { label: "SQL", extension: "sql", load: () => import("highlight.js/lib/languages/sql") },
  typescript: {
    label: "TypeScript",
    extension: "ts",
    load: () => import("highlight.js/lib/languages/typescript"),
  },
  xml: { label: "HTML", extension: "html", load: () => import("highlight.js/lib/languages/xml") },
  yaml: { label: "YAML", extension: "yaml", load: () => import("highlight.js/lib/languages/yaml") },
};

const ALIASES: Record<string, string> = {
  "c++": "cpp",
  cc: "cpp",
  console: "bash",
  golang: "go",
  h: "c",
  hpp: "cpp",
  html: "xml",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  md: "markdown",
  patch: "diff",
  py: "python",
  python3: "python",
  rs: "rust",
  sh: "bash",
  shell: "bash",
  svg: "xml",
  ts: "typescript",
  tsx: "typescript",
  yml: "yaml",
  zsh: "bash",
};

/** The first word after the fence, as one of our names where it is one. */
export function languageName(lang: string): string {
  const word = /^[^\s{,:]+/.exec(lang.trim().toLowerCase())?.[0] ?? "";
  return ALIASES[word] ?? word;
}

export const languageOf = (name: string): Language | undefined =>
  Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
