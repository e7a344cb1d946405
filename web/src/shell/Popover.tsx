/** A native popover below its button: Escape and a click outside close it by themselves. */
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  align?: "start" | "end";
  class?: string;
  label: string;
  role: "menu" | "dialog";
  children: ComponentChildren;
}

const EDGE = 8;

export function Popover({ anchor, onClose, align = "start", label, role, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    place(element, anchor.current, align);
    const move = () => place(element, anchor.current, align);
    addEventListener("resize", move);
    const grown = new ResizeObserver(move);
    grown.observe(element);
    return () => {
      removeEventListener("resize", move);
      grown.disconnect();
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    const closed = (event: Event) => (event as ToggleEvent).newState === "closed" && onClose();
    element?.addEventListener("toggle", closed);
    return () => element?.removeEventListener("toggle", closed);
  }, [onClose]);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: every caller gives a role that has one
    <div
      ref={box}
      popover="auto"
      class={`popover ${rest.class ?? ""}`}
      role={role}
      aria-label={label}
    >
      {rest.children}
    </div>
  );
}

function place(box: HTMLElement, anchor: HTMLElement | null, align: "start" | "end"): void {
  if (!anchor) return;
  const at = anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = align === "start" ? at.left : at.right - size.width;
  const fitsBelow = at.bottom + 4 + size.height <= innerHeight - EDGE;
  const top = fitsBelow ? at.bottom + 4 : Math.max(EDGE, at.top - 4 - size.height);
  box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - size.width - EDGE))}px`;
  box.style.top = `${fitsBelow || at.top - 4 - size.height > EDGE ? top : EDGE}px`;
}
