/**
 * Monaco writes its lines as HTML with style attributes, which the page's policy does not apply.
 * Each piece of that HTML passes through a policy that Monaco lets us make: there the attribute gets
 * another name, and once the element is in the document its style is set by script.
 */

const NAME = "data-css";

export function withoutStyleAttributes(html: string): string {
  // Text has no "<" of its own there.
  return html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/ style="/g, ` ${NAME}="`));
}

export interface HtmlPolicy {
  createHTML?: (html: string) => string;
}

export function policyWithoutStyles(name: string, policy: HtmlPolicy) {
  const { createHTML } = policy;
  if (!createHTML) return { ...policy, name };
  return {
    ...policy,
    name,
    createHTML: (html: string) => withoutStyleAttributes(createHTML(html)),
  };
}

/** From now on, before the next drawing, whatever comes into `root`. */
export function applyStyles(root: HTMLElement): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) apply(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function apply(root: HTMLElement): void {
  if (root.hasAttribute(NAME)) applyTo(root);
  for (const element of root.querySelectorAll<HTMLElement>(`[${NAME}]`)) applyTo(element);
}

/** What a script has set in the meantime is newer. */
function applyTo(element: HTMLElement): void {
  const newer = element.style.cssText;
  element.style.cssText = `${element.getAttribute(NAME)};${newer}`;
  element.removeAttribute(NAME);
}
