import { useRef } from "preact/hooks";

const FAR_ENOUGH_PX = 50;

/** One finger across, from right to left for what comes next. Two fingers zoom. */
export function useSwipe(before: () => void, after: () => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches.length === 1 ? touches[0] : undefined;
      start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      const zoomed = (visualViewport?.scale ?? 1) > 1;
      if (!start.current || !touch || zoomed) return;
      const across = touch.clientX - start.current.x;
      const down = touch.clientY - start.current.y;
      start.current = null;
      if (Math.abs(across) < FAR_ENOUGH_PX || Math.abs(across) < 2 * Math.abs(down)) return;
      if (across > 0) before();
      else after();
    },
  };
}
