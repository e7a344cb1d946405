import { useEffect, useRef } from "preact/hooks";
import type { Message } from "../api/types";
import { awaitFocus, takeFocus } from "../shell/focus";
import { IconButton } from "../shell/IconButton";
import { branchPlace } from "../state/branch";
import { showBranch } from "../state/message-actions";
import type { Thread } from "../state/thread";

/** ‹ 2/3 › between the versions of a message. */
export function BranchPager({ message, thread }: { message: Message; thread: Thread }) {
  const place = branchPlace(message);
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takeFocus(message.id)) group.current?.querySelector<HTMLElement>(":enabled")?.focus();
  }, [message.id]);
  if (!place) return null;

  const go = (sibling: string | null) => {
    if (sibling === null) return;
    awaitFocus(sibling);
    void showBranch(thread, sibling);
  };
  return (
    <fieldset class="pager" ref={group} aria-label="Versions">
      <IconButton
        icon="left"
        label="Previous version"
        disabled={place.previous === null}
        onClick={() => go(place.previous)}
      />
      <span aria-live="polite">
        {place.place}/{place.count}
      </span>
      <IconButton
        icon="right"
        label="Next version"
        disabled={place.next === null}
        onClick={() => go(place.next)}
      />
    </fieldset>
  );
}
