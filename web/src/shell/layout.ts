/**
 * Whether the sidebar is open: remembered on a wide screen (for the studio, which needs the room,
 * by itself), a drawer on a narrow one.
 */
import { computed, signal } from "@preact/signals";
import { openProject } from "../state/route";
import { readStored, writeStored } from "../state/stored";

const narrowQuery = matchMedia("(max-width: 767px)");

export const narrow = signal(narrowQuery.matches);
const wideOpen = signal(readStored("sidebar", true));
const studioOpen = signal(readStored("sidebar.studio", false));
const drawerOpen = signal(false);

const inStudio = () => Boolean(openProject.value);

export const sidebarOpen = computed(() => {
  if (narrow.value) return drawerOpen.value;
  return inStudio() ? studioOpen.value : wideOpen.value;
});

narrowQuery.addEventListener("change", () => {
  narrow.value = narrowQuery.matches;
  drawerOpen.value = false;
});

export function setSidebar(open: boolean): void {
  if (narrow.value) drawerOpen.value = open;
  else if (inStudio()) {
    studioOpen.value = open;
    writeStored("sidebar.studio", open);
  } else {
    wideOpen.value = open;
    writeStored("sidebar", open);
  }
}

export const closeDrawer = () => {
  drawerOpen.value = false;
};
