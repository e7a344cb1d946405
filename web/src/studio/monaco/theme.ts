/** The page's own colours for Monaco, in light and in dark. */
import { editor } from "monaco-editor/editor/editor.api.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

export const mono = (): string => token("--mono");

export function useTokens(): void {
  define();
  dark.addEventListener("change", define);
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const SYNTAX: [scope: string, token: string][] = [
  ["comment", "comment"],
  ["keyword", "keyword"],
  ["tag", "keyword"],
  ["metatag", "keyword"],
  ["string", "string"],
  ["attribute.value", "string"],
  ["number", "number"],
  ["regexp", "string"],
  ["attribute.name", "number"],
  ["type", "type"],
  ["identifier.function", "title"],
];

function define(): void {
  const ink = token("--ink");
  const back = token("--paper");
  const accent = token("--accent");
  editor.defineTheme("atelier", {
    base: dark.matches ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: ink.slice(1) },
      ...SYNTAX.map(([scope, name]) => ({
        token: scope,
        foreground: token(`--hl-${name}`).slice(1),
      })),
    ],
    colors: {
      "editor.background": back,
      "editor.foreground": ink,
      "editorLineNumber.foreground": token("--ink-soft"),
      "editorLineNumber.activeForeground": ink,
      "editorCursor.foreground": accent,
      "editor.selectionBackground": `${accent}40`,
      "editor.inactiveSelectionBackground": `${accent}26`,
      "editor.lineHighlightBackground": token("--hover"),
      "editor.lineHighlightBorder": "#00000000",
      "editorGutter.background": back,
      "editorWidget.background": token("--raised"),
      "editorWidget.border": token("--line"),
      "editorHoverWidget.background": token("--raised"),
      "editorHoverWidget.border": token("--line"),
      "editorSuggestWidget.selectedBackground": token("--press"),
      "editorSuggestWidget.selectedForeground": ink,
      "editorSuggestWidget.highlightForeground": accent,
      "editorSuggestWidget.focusHighlightForeground": accent,
      "input.background": back,
      "input.border": token("--line-strong"),
      focusBorder: accent,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, ink]),
      ),
      "diffEditor.insertedLineBackground": `${accent}2e`,
      "diffEditor.insertedTextBackground": `${accent}3d`,
      "diffEditor.removedLineBackground": `${token("--bad")}24`,
      "diffEditor.removedTextBackground": `${token("--bad")}36`,
      "menu.background": token("--raised"),
      "menu.foreground": ink,
      "menu.selectionBackground": token("--press"),
      "menu.selectionForeground": ink,
      "quickInput.background": token("--raised"),
      "quickInputList.focusBackground": token("--press"),
      "quickInputList.focusForeground": ink,
    },
  });
  editor.setTheme("atelier");
}
