/** What a key press means beyond its key. */

type Press = Pick<KeyboardEvent, "isComposing" | "keyCode" | "ctrlKey" | "metaKey">;

export const onMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.platform);

/** It belongs to the input method. 229: Safari tells of the Enter that ends it only by this code. */
export const isComposing = ({ isComposing, keyCode }: Press) => isComposing || keyCode === 229;

/** ⌘ or Ctrl. On a Mac Ctrl with a letter edits text: Ctrl+K cuts to the end of the line. */
export const withMod = ({ ctrlKey, metaKey }: Press) => metaKey || (ctrlKey && !onMac());
