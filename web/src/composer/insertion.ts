import { signal } from "@preact/signals";

/** Text that comes back into the message box: an unsent or queued message taken up again. */
export const insertion = signal<string | null>(null);
