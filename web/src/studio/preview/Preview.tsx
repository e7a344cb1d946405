/** A project's app as it runs, and what it says. Import nothing else from this folder. */
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ConsolePanel } from "./console/ConsolePanel";
import { Device, type DeviceName } from "./Device";
import { Notice } from "./Notice";
import { Session } from "./session";
import { Toolbar } from "./Toolbar";
import { shareFiles } from "./window/share";
import "../../styles/preview.css";

export interface PreviewProps {
  /** Texts of the project's files by path. */
  files: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Asks for a mended version; see `fixRequest`. */
  onFix: (text: string) => void;
  /** Line and column count from 1. */
  onOpen: (path: string, line: number, column: number) => void;
  onBuilt?: (ok: boolean) => void;
  /** It has a window to itself. */
  alone?: boolean;
}

export function Preview({ files, onFix, onOpen, onBuilt, alone = false }: PreviewProps) {
  const place = useRef<HTMLDivElement>(null);
  const owner = useRef({ onFix, onOpen, onBuilt });
  owner.current = { onFix, onOpen, onBuilt };
  const session = useMemo(() => new Session(files, (ok) => owner.current.onBuilt?.(ok)), [files]);
  const [device, setDevice] = useState<DeviceName>("desktop");
  useEffect(() => (place.current ? session.start(place.current) : undefined), [session]);
  useEffect(() => (alone ? undefined : shareFiles(files, () => owner.current)), [files, alone]);
  return (
    <section class="preview" aria-label="Preview">
      <Toolbar session={session} device={device} onDevice={setDevice} alone={alone} />
      <Device name={device} place={place}>
        <Notice session={session} onFix={onFix} onOpen={onOpen} />
      </Device>
      <ConsolePanel session={session} onFix={onFix} onOpen={onOpen} />
    </section>
  );
}
