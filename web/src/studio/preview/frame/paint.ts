/** Tells when an app shows something, and when it shows nothing: at first, or any more. */
const SEEN = "img, svg, canvas, video, input, button, textarea, select, progress, hr, iframe";
const LOOK_EVERY_MS = 250;
const BLANK_AFTER_MS = 2_000;
/** After a fault nobody waits for more. */
const BLANK_AFTER_FAULT_MS = 400;

export function watchPaint(
  tell: (what: "painted" | "blank") => void,
  hasFailed: () => boolean,
): void {
  const later = setTimeout.bind(globalThis);
  let state: "waiting" | "painted" | "blank" = "waiting";
  let looking = false;
  let emptySince = performance.now();

  const look = () => {
    looking = false;
    if (hasContent()) {
      emptySince = Number.POSITIVE_INFINITY;
      if (state !== "painted") onceOnScreen(later, () => tell("painted"));
      state = "painted";
      return;
    }
    emptySince = Math.min(emptySince, performance.now());
    const enough = hasFailed() ? BLANK_AFTER_FAULT_MS : BLANK_AFTER_MS;
    if (state !== "blank" && performance.now() - emptySince >= enough) {
      state = "blank";
      tell("blank");
    }
    if (state !== "blank") lookLater();
  };
  const lookLater = () => {
    if (looking) return;
    looking = true;
    later(look, LOOK_EVERY_MS);
  };
  const changed = () => (state === "painted" ? lookLater() : hasContent() && look());
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
}

/** In the frame after this one it is on the screen; a document out of sight has none. */
function onceOnScreen(later: typeof setTimeout, act: () => void): void {
  let done = false;
  const once = () => {
    if (!done) act();
    done = true;
  };
  requestAnimationFrame(() => later(once, 0));
  later(once, 100);
}

function hasContent(): boolean {
  if (document.body.querySelector(SEEN) !== null) return true;
  // biome-ignore lint/performance/useDomNodeTextContent: without what is hidden, and scripts
  return document.body.innerText.trim() !== "";
}
