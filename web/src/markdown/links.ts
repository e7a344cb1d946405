/** Only addresses that cannot run anything; null means that the text is shown without a link. */
export function safeHref(href: string): string | null {
  // Browsers ignore blanks and control characters in a scheme, so they are taken off first.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
  const bare = href.replace(/[\u0000-\u0020\u007f-\u009f]/g, "").toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(bare)?.[1];
  if (scheme === undefined) return /^[#/?]|^[\w.-]+/.test(bare) ? href : null;
  return ["http", "https", "mailto", "tel"].includes(scheme) ? href : null;
}

/** Pictures from elsewhere would tell their server who reads what; only embedded ones and our own
 * show. */
export const isEmbeddedImage = (href: string) => /^data:image\/(png|jpeg|gif|webp);/i.test(href);

/** The id of a picture that was drawn here, if the address is one's. */
export const drawnImage = (href: string) => /^\/api\/images\/([\w-]+)\/file$/.exec(href)?.[1];
