import { useEffect } from "preact/hooks";
import type { Tab } from "../desk";
import type { Studio } from "../studio";
import { branchPart } from "./part";

interface Props {
  studio: Studio;
  /** null for the list of all. */
  tab: Extract<Tab, { kind: "branch" | "request" }> | null;
}

/** The list of branches, or one of them, as soon as it is loaded. */
export function BranchPart({ studio, tab }: Props) {
  useEffect(() => void branchPart.want(), []);
  const part = branchPart.part.value;
  if (!part) {
    return (
      <p class="studio-note" role="status">
        {branchPart.failed.value
          ? "The branches could not be loaded. Load the page again."
          : "Loading…"}
      </p>
    );
  }
  if (!tab) return <part.BranchPane studio={studio} />;
  return tab.kind === "branch" ? (
    <part.BranchView studio={studio} name={tab.name} />
  ) : (
    <part.RequestView studio={studio} id={tab.id} />
  );
}
