import type { Counts } from "../turn";

/** How many lines came and went. */
export function LineCounts({ added, removed }: Counts) {
  return (
    <>
      <span class="plus">+{added}</span> <span class="minus">−{removed}</span>
    </>
  );
}
