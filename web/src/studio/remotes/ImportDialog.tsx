import { useState } from "preact/hooks";
import { Dialog } from "../../shell/Dialog";
import { GitImport } from "./GitImport";
import { ZipImport } from "./ZipImport";

interface Props {
  /** What was dropped on the page. */
  zip: File | null;
  onClose: () => void;
}

const SOURCES = { zip: "A zip", git: "A git repository" };

/** A project of files that are elsewhere. */
export function ImportDialog({ zip, onClose }: Props) {
  const [source, setSource] = useState<keyof typeof SOURCES>("zip");
  return (
    <Dialog title="Import a project" onClose={onClose}>
      <nav class="source-tabs" aria-label="From where">
        {(["zip", "git"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-current={source === name ? "true" : undefined}
            onClick={() => setSource(name)}
          >
            {SOURCES[name]}
          </button>
        ))}
      </nav>
      {source === "zip" ? (
        <ZipImport
          key={zip ? `${zip.name} ${zip.lastModified}` : ""}
          dropped={zip}
          onClose={onClose}
        />
      ) : (
        <GitImport onClose={onClose} />
      )}
    </Dialog>
  );
}
