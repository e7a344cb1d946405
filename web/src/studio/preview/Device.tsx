/** The screen that the app is shown on; one that is wider than its place is shown smaller. */
import type { ComponentChildren, RefObject } from "preact";
import { useRef } from "preact/hooks";
import { useWidth } from "../../pool/use-width";

export type DeviceName = "phone" | "tablet" | "desktop";

const WIDTHS = { phone: 390, tablet: 820, desktop: null };

interface Props {
  name: DeviceName;
  place: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
}

export function Device({ name, place, children }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const room = useWidth(stage);
  const width = WIDTHS[name];
  const scale = width === null || room === 0 ? 1 : Math.min(1, room / width);
  const style = width
    ? { width: `${width}px`, height: `${100 / scale}%`, transform: `scale(${scale})` }
    : {};
  return (
    <div class="preview-stage" ref={stage}>
      <div class={`preview-device ${name}`} style={style} ref={place} />
      {children}
    </div>
  );
}
