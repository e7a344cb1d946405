/** How every editor of the studio looks. */
import type { Monaco } from "../monaco/load";

export const optionsOf = (monaco: Monaco) => ({
  theme: "atelier",
  fontFamily: monaco.mono(),
  fontSize: 13,
  lineHeight: 20,
  tabSize: 2,
  automaticLayout: true,
  useShadowDOM: false,
  fixedOverflowWidgets: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  padding: { top: 8, bottom: 8 },
  renderLineHighlight: "line" as const,
  overviewRulerLanes: 0,
  lineNumbersMinChars: 3,
  unicodeHighlight: { nonBasicASCII: false },
});
