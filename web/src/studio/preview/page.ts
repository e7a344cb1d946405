/** What a project's index.html says: what to bundle, and the page around it. */
import { type Files, textAt } from "./bundle";
import { normalise } from "./resolve";
import { FILES } from "./stacks";

export interface Page {
  /** Modules and style sheets of the project, in their order. */
  entries: string[];
  /** The rest of the page, without them. */
  html: string;
}

const INDEX = "index.html";
const ENTRIES = ["src/main", "src/index", "main", "index"].flatMap((stem) =>
  [".tsx", ".jsx", ".ts", ".js"].map((ending) => stem + ending),
);
const EMPTY = '<!doctype html><html lang="en"><body><div id="root"></div></body></html>';

/** null when there is nothing that could be shown. */
export function readPage(files: Files): Page | null {
  const index = textAt(files, INDEX);
  const entry = ENTRIES.find((path) => files.has(path));
  if (!files.has(INDEX)) return entry ? { entries: [entry], html: EMPTY } : null;

  const page = new DOMParser().parseFromString(index, "text/html");
  const entries: string[] = [];
  for (const element of page.querySelectorAll("script[src], link[rel~=stylesheet][href]")) {
    const isScript = element.localName === "script";
    const name = element.getAttribute(isScript ? "src" : "href") ?? "";
    if (/^(\w+:)?\/\//.test(name)) continue;
    const path = normalise(name.replace(/[?#].*/, "")) ?? name;
    if (isScript && element.getAttribute("type") !== "module") {
      const place = files.has(path) ? path : `public/${path}`;
      inline(element, files.has(place) ? textAt(files, place) : undefined, path);
    } else {
      entries.push(path);
      element.remove();
    }
  }
  const hasScript = page.querySelector("script") !== null;
  if (!entries.some((path) => !path.endsWith(".css")) && !hasScript && entry) entries.push(entry);
  return { entries, html: page.documentElement.outerHTML };
}

/** A classic script has to run as one: its functions are global. */
function inline(script: Element, code: string | undefined, path: string): void {
  script.removeAttribute("src");
  const missing = `console.error(${JSON.stringify(`index.html names ${path}, which is not there`)})`;
  script.textContent = `${code ?? missing}\n//# sourceURL=${FILES}${path}`;
}
