/** A budget as it is typed. Pure. */
import type { Budget } from "../../api/messages";

export interface Typed {
  tokens: string;
  usd: string;
}

export type Wrong = { field: keyof Typed; text: string };

export const typedOf = ({ tokens, usd }: Budget): Typed => ({
  tokens: tokens?.toString() ?? "",
  usd: usd?.toString() ?? "",
});

/** The budget, or what of it is none. An empty field is no limit. */
export function limitsOf(typed: Typed): Budget | Wrong {
  const budget: Budget = {};
  for (const field of ["tokens", "usd"] as const) {
    const text = typed[field].trim().replace(/^\$|,/g, "");
    if (text === "") continue;
    const value = Number(text);
    if (!Number.isFinite(value) || (field === "tokens" && !Number.isInteger(value))) {
      return { field, text: `Write a ${field === "tokens" ? "whole number" : "number"}.` };
    }
    if (value <= 0) {
      return { field, text: "Nothing could be built with that. Leave it empty for no limit." };
    }
    budget[field] = value;
  }
  return budget;
}

export const isWrong = (found: Budget | Wrong): found is Wrong => "field" in found;
