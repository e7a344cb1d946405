/** The packages that come with every preview; there are no others. */
export const VENDORED = [
  "react",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "react-dom",
  "react-dom/client",
] as const;

export type Vendored = (typeof VENDORED)[number];

/** The global of the preview's document that holds them by name. */
export const MODULES = "__atelier_modules__";

export const isVendored = (name: string): name is Vendored =>
  (VENDORED as readonly string[]).includes(name);
