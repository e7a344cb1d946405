/** Whether the sidebar is open: remembered on a wide screen, a drawer on a narrow one. */
import { computed, signal } from "@preact/signals";
import { readStored, writeStored } from "../state/stored";

const narrowQuery = matchMedia("(max-width: 767px)");

export const narrow = signal(narrowQuery.matches);
const wideOpen = signal(readStored("sidebar", true));
const drawerOpen = signal(false);

export const sidebarOpen = computed(() => (narrow.value ? drawerOpen.value : wideOpen.value));

narrowQuery.addEventListener("change", () => {
  narrow.value = narrowQuery.matches;
  drawerOpen.value = false;
});

export function setSidebar(open: boolean): void {
  if (narrow.value) drawerOpen.value = open;
  else {
    wideOpen.value = open;
    writeStored("sidebar", open);
  }
}

export const closeDrawer = () => {
  drawerOpen.value = false;
};
