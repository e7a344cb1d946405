const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys, Home and End move the focus among the elements that match; true when they did. */
export function moveFocus(event: KeyboardEvent, within: HTMLElement, selector: string): boolean {
  const all = [...within.querySelectorAll<HTMLElement>(selector)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const step = STEP[event.key];
  const target =
    event.key === "Home"
      ? all[0]
      : event.key === "End"
        ? all.at(-1)
        : step !== undefined
          ? all[(at + step + all.length) % all.length]
          : undefined;
  if (!target) return false;
  event.preventDefault();
  target.focus();
  return true;
}
