/** Does what a style element does, by a constructed style sheet, which the page's policy applies. */
class SheetStyle extends HTMLElement {
  readonly #sheet = new CSSStyleSheet();

  override set textContent(css: string) {
    this.#sheet.replaceSync(css);
  }

  connectedCallback(): void {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  disconnectedCallback(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (other) => other !== this.#sheet,
    );
  }
}

customElements.define("sheet-style", SheetStyle);
