/** How wide the panes are, kept per person. */
import { signal } from "@preact/signals";
import { readStored, writeStored } from "../state/stored";

export type PaneName = "chat" | "side" | "preview" | "console";

interface Limits {
  start: number;
  min: number;
  max: number;
}

/** In pixels. */
export const LIMITS: Record<PaneName, Limits> = {
  chat: { start: 370, min: 240, max: 620 },
  side: { start: 190, min: 130, max: 420 },
  preview: { start: 400, min: 240, max: 1100 },
  console: { start: 200, min: 80, max: 600 },
};

const KEY = "studio.panes";

export const sizes = signal<Record<PaneName, number>>({
  chat: LIMITS.chat.start,
  side: LIMITS.side.start,
  preview: LIMITS.preview.start,
  console: LIMITS.console.start,
  ...readStored<Partial<Record<PaneName, number>>>(KEY, {}),
});

export const sideOpen = signal(readStored("studio.side", true));

export function resize(pane: PaneName, px: number): void {
  const { min, max } = LIMITS[pane];
  sizes.value = { ...sizes.value, [pane]: Math.round(Math.min(max, Math.max(min, px))) };
}

export const keepSizes = () => writeStored(KEY, sizes.peek());

export function toggleSide(): void {
  sideOpen.value = !sideOpen.value;
  writeStored("studio.side", sideOpen.value);
}
