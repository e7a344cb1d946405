/** Monaco's rules for colours come without types. */
declare module "monaco-editor/languages/definitions/javascript/javascript.js" {
  export const language: import("monaco-editor/editor/editor.api.js").languages.IMonarchLanguage;
}
declare module "monaco-editor/languages/definitions/typescript/typescript.js" {
  export const language: import("monaco-editor/editor/editor.api.js").languages.IMonarchLanguage;
}
