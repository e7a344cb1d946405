/** Which dialog about other places is open. They come when one is wanted first. */
import { signal } from "@preact/signals";
import { showToast } from "../../state/toasts";
import { Later } from "../later";

export type Open = { kind: "import"; zip: File | null } | { kind: "push" };

const dialogs = new Later(() => import("./Remotes"));
export const Dialogs = dialogs.part;
export const open = signal<Open | null>(null);

export async function openDialog(wanted: Open): Promise<void> {
  if (await dialogs.want()) open.value = wanted;
  else showToast("That could not be loaded. Try again in a moment.");
}

export const closeDialog = () => {
  open.value = null;
};
