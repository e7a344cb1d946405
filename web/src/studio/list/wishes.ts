/** What a person asks for first. */

export const EXAMPLES = [
  "Build a to-do app called Groceries in green",
  "A counter that starts at 5, with big buttons",
  "A tip calculator that splits the bill",
  "A quiz about capitals with three questions",
  "Tic-tac-toe for two, in blue",
];

const MOST = 60;

/** The name it gives itself ("… called Groceries in green"), else how it begins. */
export function nameOfWish(wish: string): string {
  const called = /\b(?:called|named)\s+["“'‘]?(\p{Lu}[\p{L}\p{N}]*(?:\s+\p{Lu}[\p{L}\p{N}]*)*)/u;
  const own = called.exec(wish)?.[1];
  if (own) return own.slice(0, MOST);
  const [line = ""] = wish.trim().split("\n", 1);
  const bare = line.replace(/^(please\s+)?(build|make|create|write)\s+(me\s+)?/i, "");
  const name = bare.replace(/^(an?|the)\s+/i, "").split(/[,.;:!?]/, 1)[0] as string;
  const short = name.length > MOST ? `${name.slice(0, MOST).replace(/\s+\S*$/, "")}…` : name;
  return short.charAt(0).toUpperCase() + short.slice(1) || "Untitled";
}
