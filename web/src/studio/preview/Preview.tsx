/** A project's app as it runs, and what it says. Import nothing else from this folder. */
import { effect, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Files } from "./bundle";
import { ConsolePanel } from "./console/ConsolePanel";
import { Device, type DeviceName } from "./Device";
import { Notice } from "./Notice";
import { SelfFixNote } from "./SelfFixNote";
import { SelfFix, type Workshop } from "./self-fix";
import { Session } from "./session";
import { Toolbar } from "./Toolbar";
import { shareFiles } from "./window/share";
import "../../styles/preview.css";

export interface PreviewProps {
  /** Texts of the project's files by path. */
  files: ReadonlySignal<Files>;
  /** Asks for a mended version; see `fixRequest`. */
  onFix: (text: string) => void;
  /** Line and column count from 1. */
  onOpen: (path: string, line: number, column: number) => void;
  onBuilt?: (ok: boolean) => void;
  /** Its console is kept on the server, and errors may be fixed without asking. */
  workshop?: Workshop;
  /** It has a window to itself. */
  alone?: boolean;
}

export function Preview(props: PreviewProps) {
  const { files, onFix, onOpen, onBuilt, workshop, alone = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const owner = useRef({ onFix, onOpen, onBuilt });
  owner.current = { onFix, onOpen, onBuilt };
  const session = useMemo(
    () => new Session(files, (ok) => owner.current.onBuilt?.(ok), workshop?.project),
    [files, workshop],
  );
  const selfFix = useMemo(() => workshop && new SelfFix(workshop, files), [workshop, files]);
  const [device, setDevice] = useState<DeviceName>("desktop");
  useEffect(() => (place.current ? session.start(place.current) : undefined), [session]);
  useEffect(() => selfFix && mend(session, selfFix), [session, selfFix]);
  useEffect(() => (alone ? undefined : shareFiles(files, () => owner.current)), [files, alone]);
  return (
    <section class="preview" aria-label="Preview">
      <Toolbar session={session} device={device} onDevice={setDevice} alone={alone} />
      <Device name={device} place={place}>
        <Notice session={session} onFix={onFix} onOpen={onOpen} />
      </Device>
      {selfFix && <SelfFixNote selfFix={selfFix} />}
      <ConsolePanel session={session} selfFix={selfFix} onFix={onFix} onOpen={onOpen} />
    </section>
  );
}

/** Until the function that it gives is called. */
function mend(session: Session, selfFix: SelfFix): () => void {
  const end = selfFix.start();
  const unfollow = effect(() => selfFix.see(session.faults.value, session.faultsOf.value));
  return () => {
    unfollow();
    end();
  };
}
