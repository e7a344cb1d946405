/** Paths that only the preview draws. */
export const PHONE = "M6.5 2.5h7v15h-7zM9 15h2";
export const TABLET = "M3.5 3.5h13v13h-13zM9 14h2";
export const DESKTOP = "M2.5 4h15v9.5h-15zM7 16.5h6M10 13.5v3";
export const NEW_TAB = "M11.5 3.5h5v5M16.5 3.5 9 11M14 11.5v5H3.5V6H9";
export const CONSOLE = "M3 4h14v12H3zM6 8l2.5 2L6 12M10 12.5h4";
