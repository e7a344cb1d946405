/** The upper edge of a panel, which a mouse, a finger or the arrow keys move. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { readStored, writeStored } from "../../../state/stored";

const HEIGHT = "preview.console.height";
const LEAST = 15;
const MOST = 80;
const STEP = 5;

export function Separator({ of }: { of: RefObject<HTMLElement | null> }) {
  const [share, setShare] = useState(() => within(readStored(HEIGHT, 40)));
  useLayoutEffect(() => {
    const panel = of.current;
    if (panel) panel.style.height = `${share}%`;
    return () => panel?.style.removeProperty("height");
  }, [share, of]);

  const move = (next: number) => {
    setShare(within(next));
    writeStored(HEIGHT, within(next));
  };
  const onPointerMove = (event: PointerEvent) => {
    const around = of.current?.parentElement?.getBoundingClientRect();
    if (!around || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    move((100 * (around.bottom - event.clientY)) / around.height);
  };
  return (
    <div
      class="console-edge"
      role="separator"
      aria-label="Height of the console"
      aria-orientation="horizontal"
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={(event) => {
        const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        move(share + step);
      }}
    />
  );
}

const within = (share: number) => Math.min(MOST, Math.max(LEAST, Number(share) || LEAST));
