/** What shows files with Monaco, and comes with it. */
export { ChangesView } from "./ChangesView";
export { CodeEditor } from "./CodeEditor";
export { ConflictView } from "./ConflictView";
