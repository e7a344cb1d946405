/**
 * Takes the place of Monaco's module of the same exports: its style sheets are constructed ones,
 * since the page's policy applies no style elements that a script makes.
 */

interface Disposable {
  dispose(): void;
}

/** Looks like a style element to those who made it; it is never in the document. */
type StyleLike = HTMLStyleElement;

export function createStyleSheet(
  _container?: HTMLElement,
  beforeAppend?: (style: StyleLike) => void,
  disposables?: { add(disposable: Disposable): unknown },
): StyleLike {
  const sheet = new CSSStyleSheet();
  const style = document.createElement("style");
  let text = "";
  Object.defineProperties(style, {
    sheet: { get: () => sheet },
    textContent: {
      get: () => text,
      set: (css: string) => {
        text = css;
        sheet.replaceSync(css);
      },
    },
  });
  style.remove = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  beforeAppend?.(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  disposables?.add({ dispose: () => style.remove() });
  return style;
}

let shared: StyleLike | null = null;

function sharedStyle(): StyleLike {
  shared ??= createStyleSheet();
  return shared;
}

export function createCSSRule(selector: string, cssText: string, style = sharedStyle()): void {
  if (cssText) style.sheet?.insertRule(`${selector} {${cssText}}`, 0);
}

export function removeCSSRulesContainingSelector(name: string, style = sharedStyle()): void {
  const { sheet } = style;
  if (!sheet) return;
  for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
    const rule = sheet.cssRules[i];
    if (rule instanceof CSSStyleRule && rule.selectorText.includes(name)) sheet.deleteRule(i);
  }
}

interface Observable {
  recomputeInitiallyAndOnChange(
    store: { add(disposable: Disposable): unknown },
    changed: (css: string) => void,
  ): unknown;
}

export function createStyleSheetFromObservable(css: Observable): Disposable {
  const style = createStyleSheet();
  const made: Disposable[] = [{ dispose: () => style.remove() }];
  css.recomputeInitiallyAndOnChange({ add: (one) => made.push(one) }, (text) => {
    style.textContent = text;
  });
  return {
    dispose: () => {
      for (const one of made) one.dispose();
    },
  };
}
