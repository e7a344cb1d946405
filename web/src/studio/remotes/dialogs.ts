/** Which dialog about other places is open. */
import { signal } from "@preact/signals";
import { showToast } from "../../state/toasts";
import { parts } from "../WithParts";

export type Open = { kind: "import"; zip: File | null } | { kind: "push" };

export const open = signal<Open | null>(null);

export async function openDialog(wanted: Open): Promise<void> {
  if (await parts.want()) open.value = wanted;
  else showToast("That could not be loaded. Try again in a moment.");
}

export const closeDialog = () => {
  open.value = null;
};
