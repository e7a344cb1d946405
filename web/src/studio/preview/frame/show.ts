/** Puts an app's page into this document and runs its scripts, in their order. */
import type { Bundle } from "../protocol";
import { scriptName } from "../stacks";

const STYLE_ID = "__atelier_style__";

export function showPage({ html, css, js, build }: Bundle): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const { name, value } of page.documentElement.attributes) {
    document.documentElement.setAttribute(name, value);
  }
  for (const { name, value } of page.body.attributes) document.body.setAttribute(name, value);
  document.head.replaceChildren(...page.head.childNodes);
  showStyle(css);
  document.body.replaceChildren(...page.body.childNodes);
  for (const script of document.querySelectorAll("script")) run(script);
  const app = document.createElement("script");
  app.type = "module";
  app.textContent = `${js}\n//# sourceURL=${scriptName(build)}`;
  document.body.append(app);
  app.remove();
}

export function showStyle(css: string): void {
  let style = document.getElementById(STYLE_ID);
  if (!style) {
    style = document.createElement("style");
    style.id = STYLE_ID;
    document.head.append(style);
  }
  style.textContent = css;
}

/** A script that was parsed does not run; a copy that is made does. */
function run(parsed: HTMLScriptElement): void {
  const script = document.createElement("script");
  for (const { name, value } of parsed.attributes) script.setAttribute(name, value);
  script.textContent = parsed.textContent;
  parsed.replaceWith(script);
}

export function runClassic(code: string, name: string): void {
  const script = document.createElement("script");
  script.textContent = `${code}\n//# sourceURL=${name}`;
  document.head.append(script);
  script.remove();
}
