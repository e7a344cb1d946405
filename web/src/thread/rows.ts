/** What the thread shows: the branch, with what is on its way out laid over it. */
import type { Message } from "../api/types";
import { cutAfterParent, cutFrom } from "../state/branch";
import type { Outgoing } from "../state/outbox";

export type Row =
  | { key: string; message: Message; outgoing?: undefined }
  | { key: string; message?: undefined; outgoing: Outgoing };

export function rowsOf(items: Message[], outgoing: Outgoing[], hiddenFrom: string | null): Row[] {
  let shown = hiddenFrom === null ? items : cutFrom(items, hiddenFrom);
  const leaving = outgoing.filter(({ state }) => state !== "queued");
  const branching = leaving.find(({ parent_id }) => parent_id !== undefined);
  if (branching) shown = cutAfterParent(shown, branching.parent_id ?? null, branching.id);
  const sent = new Set(shown.map(({ id }) => id));
  return [
    ...shown.map((message) => ({ key: message.id, message })),
    ...leaving.filter(({ id }) => !sent.has(id)).map((item) => ({ key: item.id, outgoing: item })),
  ];
}
