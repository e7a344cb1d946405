import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Later } from "./later";

/** What of the studio comes after all else, or when somebody asks for the first of it. */
export const parts = new Later(() => import("./Parts"));

interface Props {
  children: (parts: typeof import("./Parts")) => ComponentChildren;
}

/** Shows one of the parts that come later. */
export function WithParts({ children }: Props) {
  useEffect(() => void parts.want(), []);
  if (parts.part.value) return <>{children(parts.part.value)}</>;
  return (
    <p class="studio-note" role="status">
      {parts.failed.value ? "That could not be loaded. Load the page again." : "Loading…"}
    </p>
  );
}
