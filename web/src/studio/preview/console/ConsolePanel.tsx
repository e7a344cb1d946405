/** The console below an app: closed it is one line with the number of errors. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { IconButton } from "../../../shell/IconButton";
import { Icon } from "../../../shell/icons";
import { readStored, writeStored } from "../../../state/stored";
import { CONSOLE } from "../icons";
import type { Level } from "../protocol";
import type { SelfFix } from "../self-fix";
import type { Session } from "../session";
import { ConsoleFilters } from "./ConsoleFilters";
import { ConsoleRows } from "./ConsoleRows";
import { Separator } from "./Separator";
import { saveLog } from "./save";

const OPEN = "preview.console";
const SELF_FIX =
  "Ask for a fix without being told to when a turn brings a new error: at most three times in a row";

interface Props {
  session: Session;
  selfFix: SelfFix | undefined;
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

export function ConsolePanel({ session, selfFix, onFix, onOpen }: Props) {
  const open = useSignal(readStored(OPEN, false));
  const hidden = useSignal<readonly Level[]>([]);
  const search = useSignal("");
  const panel = useRef<HTMLElement>(null);
  const { log } = session;
  log.version.value;

  const toggle = () => {
    open.value = !open.value;
    writeStored(OPEN, open.value);
  };
  return (
    <section class={open.value ? "console open" : "console"} aria-label="Console" ref={panel}>
      {open.value && <Separator of={panel} />}
      <div class="console-bar">
        <button type="button" class="console-toggle" aria-expanded={open.value} onClick={toggle}>
          <Icon name={CONSOLE} />
          Console
          <Badge errors={log.counts.error} warnings={log.counts.warn} />
        </button>
        {open.value && (
          <>
            <ConsoleFilters counts={{ ...log.counts }} hidden={hidden} search={search} />
            <button
              type="button"
              class="button small toggle"
              aria-pressed={session.keepsLog.value}
              title="Keep what was said before the code changed"
              onClick={() => {
                session.keepsLog.value = !session.keepsLog.value;
              }}
            >
              Keep
            </button>
            {selfFix && (
              <button
                type="button"
                class="button small toggle"
                aria-pressed={selfFix.on.value}
                title={SELF_FIX}
                onClick={() => selfFix.toggle()}
              >
                Fix by itself
              </button>
            )}
            <IconButton
              icon="download"
              label="Save as JSON"
              onClick={() => saveLog(log, session.positions)}
            />
            <IconButton
              icon="trash"
              label="Clear the console"
              onClick={() => session.clearConsole()}
            />
          </>
        )}
      </div>
      {open.value && (
        <ConsoleRows
          session={session}
          hidden={hidden.value}
          search={search.value}
          onFix={onFix}
          onOpen={onOpen}
        />
      )}
    </section>
  );
}

function Badge({ errors, warnings }: { errors: number; warnings: number }) {
  return (
    <>
      {errors > 0 && (
        <span class="console-badge error">
          {errors} {errors === 1 ? "error" : "errors"}
        </span>
      )}
      {warnings > 0 && (
        <span class="console-badge">
          {warnings} {warnings === 1 ? "warning" : "warnings"}
        </span>
      )}
    </>
  );
}
