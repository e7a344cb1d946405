/**
 * Full jitter: a random wait between a floor and a ceiling that doubles. Many clients that lost
 * the same gateway then come back spread out, not together.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return Math.round(200 + random() * (ceiling - 200));
}
