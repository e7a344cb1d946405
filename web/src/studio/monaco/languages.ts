/** The languages of a web project, and TypeScript that knows React. */
import "monaco-editor/languages/definitions/css/register.js";
import "monaco-editor/languages/definitions/html/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/markdown/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import "monaco-editor/languages/features/css/register.js";
import "monaco-editor/languages/features/html/register.js";
import "monaco-editor/languages/features/json/register.js";
import { languages } from "monaco-editor/editor/editor.api.js";
import { language as javascript } from "monaco-editor/languages/definitions/javascript/javascript.js";
import { language as typescript } from "monaco-editor/languages/definitions/typescript/typescript.js";
import {
  JsxEmit,
  javascriptDefaults,
  ModuleKind,
  ScriptTarget,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register.js";
import { LIBRARIES } from "./react-types";

/** TypeScript's own number; Monaco names only older ways. */
const BUNDLER = 100;

const OPTIONS = {
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: BUNDLER,
  jsx: JsxEmit.ReactJSX,
  lib: ["esnext", "dom", "dom.iterable"],
  strict: true,
  allowJs: true,
  esModuleInterop: true,
  allowNonTsExtensions: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  noEmit: true,
  types: ["react", "assets"],
  baseUrl: "file:///",
};

/** Monaco's services begin with the first call of it: after all of its parts are there. */
export function setUpLanguages(): void {
  for (const [name, rules] of Object.entries(VIEWS)) {
    languages.register({ id: `${name}-view` });
    languages.setMonarchTokensProvider(`${name}-view`, rules);
  }
  for (const defaults of [typescriptDefaults, javascriptDefaults]) {
    defaults.setCompilerOptions(OPTIONS);
    defaults.setEagerModelSync(true);
    for (const [path, text] of LIBRARIES) defaults.addExtraLib(text, `file:///${path}`);
  }
  typescriptDefaults.setDiagnosticsOptions({ onlyVisible: false });
}

const BY_EXTENSION: Record<string, string> = {
  ts: "typescript",
  tsx: "typescript",
  mts: "typescript",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  css: "css",
  html: "html",
  svg: "html",
  json: "json",
  md: "markdown",
};

/** TypeScript's worker looks at every model of its languages; these are the same for the eye. */
const VIEWS = { typescript, javascript };

/** For what is only shown, and is no file of the project. */
export function viewLanguageOf(path: string): string {
  const language = languageOf(path);
  return language in VIEWS ? `${language}-view` : language;
}

export function languageOf(path: string): string {
  return BY_EXTENSION[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "plaintext";
}
