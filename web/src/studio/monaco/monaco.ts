/** Monaco with what the studio needs of it. It is large: only ever imported when a file is opened. */
import "monaco-editor/features/register.all.js";
import { setUpLanguages } from "./languages";
import { useTokens } from "./theme";

setUpLanguages();
useTokens();

export * from "monaco-editor/editor/editor.api.js";
export { applyStyles } from "./inline-styles";
export { languageOf, viewLanguageOf } from "./languages";
export { mono } from "./theme";
