/** Which part of the sidebar a conversation stands in, by the person's own calendar. */
import type { Conversation } from "../api/types";

export type DayGroup = "Pinned" | "Today" | "Yesterday" | "Previous 7 days" | "Older";

const ORDER: DayGroup[] = ["Pinned", "Today", "Yesterday", "Previous 7 days", "Older"];

export function dayGroup(updatedAt: string, now: Date): DayGroup {
  const day = startOfDay(new Date(updatedAt));
  // Rounded, because a day that the clocks change has 23 or 25 hours.
  const age = Math.round((startOfDay(now) - day) / 86_400_000);
  if (age <= 0) return "Today";
  if (age === 1) return "Yesterday";
  return age <= 7 ? "Previous 7 days" : "Older";
}

export function groupByDay(
  conversations: Conversation[],
  now: Date,
): { group: DayGroup; items: Conversation[] }[] {
  const groups = new Map<DayGroup, Conversation[]>();
  for (const item of conversations) {
    const group = item.pinned ? "Pinned" : dayGroup(item.updated_at, now);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return ORDER.flatMap((group) => {
    const items = groups.get(group);
    return items ? [{ group, items }] : [];
  });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
