/** Line icons that only this page has; see `shell/icons`. */
export const HEART = "M10 16.5 4 10.4a3.6 3.6 0 0 1 5.1-5.1l.9.9.9-.9a3.6 3.6 0 0 1 5.1 5.1Z";
export const LINK =
  "M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2L10 5.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l1.3-1.3";
export const SHARE = "M10 12V3.5M6.5 7 10 3.5 13.5 7M5 10v6.5h10V10";
