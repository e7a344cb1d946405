import { keepSizes, LIMITS, type PaneName, resize, sizes } from "./panes";

interface Props {
  pane: PaneName;
  label: string;
  /** On which side of it the pane lies. */
  side: "before" | "after";
}

const STEP = 24;

/** Drags, or moves by arrow keys, the edge of a pane; a double click puts it back. */
export function Divider({ pane, label, side }: Props) {
  const sign = side === "before" ? 1 : -1;
  const { min, max, start } = LIMITS[pane];

  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const bar = event.currentTarget;
    const from = { x: event.clientX, size: sizes.peek()[pane] };
    bar.setPointerCapture(event.pointerId);
    const move = ({ clientX }: PointerEvent) => resize(pane, from.size + sign * (clientX - from.x));
    const end = () => {
      bar.removeEventListener("pointermove", move);
      keepSizes();
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", end, { once: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(pane, sizes.peek()[pane] + sign * step);
    keepSizes();
  };

  return (
    <div
      class="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={sizes.value[pane]}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDblClick={() => {
        resize(pane, start);
        keepSizes();
      }}
    />
  );
}
