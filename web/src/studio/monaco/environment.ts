/** Monaco's workers, each a file of our own origin. */
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import CssWorker from "monaco-editor/language/css/css.worker.js?worker";
import HtmlWorker from "monaco-editor/language/html/html.worker.js?worker";
import JsonWorker from "monaco-editor/language/json/json.worker.js?worker";
import TypeScriptWorker from "monaco-editor/language/typescript/ts.worker.js?worker";
import { type HtmlPolicy, policyWithoutStyles } from "./inline-styles";

const WORKERS: Record<string, new () => Worker> = {
  css: CssWorker,
  html: HtmlWorker,
  json: JsonWorker,
  javascript: TypeScriptWorker,
  typescript: TypeScriptWorker,
};

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_: string, label: string) => new (WORKERS[label] ?? EditorWorker)(),
    createTrustedTypesPolicy: (name: string, policy: HtmlPolicy) =>
      policyWithoutStyles(name, policy),
  },
});
