import "../../styles/terminal.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { asProblem } from "../../api/http";
import { Connection, type State } from "./connection";
import { inWords, openPort, restart, switchTo, sync } from "./sandbox";
import { open } from "./screen";

const WORDS: Record<State, string> = {
  connecting: "Connecting …",
  open: "",
  lost: "The connection is lost; trying again …",
  ended: "Press a key to start another.",
  asleep: "The sandbox sleeps or was ended. Press a key to wake it.",
  refused: "There is no terminal here.",
};

interface Props {
  projectId: string;
  /** Whose files the sandbox shall have. */
  branch: string;
  /** The project has another commit: files came back from the sandbox. */
  onCommit?: () => void;
}

/** A shell in the project's sandbox. It goes on without us, and is there again after a reload. */
export function Terminal({ projectId, branch, onCommit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const connection = useSignal<Connection | null>(null);
  const said = useSignal("");
  const port = useSignal("3000");
  const opened = useSignal<string | null>(null);
  const has = useRef(branch);

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    const { terminal, dispose } = open(host);
    const made = new Connection(projectId, () => has.current, {
      size: () => ({ rows: terminal.rows, columns: terminal.cols }),
      show: (bytes) => terminal.write(bytes),
      clear: () => terminal.reset(),
    });
    terminal.onData((text) => made.send(text));
    terminal.onBinary((text) => made.send(Uint8Array.from(text, (char) => char.charCodeAt(0))));
    terminal.onResize(({ rows, cols }) => made.resize({ rows, columns: cols }));
    made.connect();
    terminal.focus();
    connection.value = made;
    return () => {
      made.close();
      dispose();
      connection.value = null;
    };
  }, [projectId]);

  const act = async (what: () => Promise<string>) => {
    said.value = "…";
    opened.value = null;
    try {
      said.value = await what();
    } catch (error) {
      said.value = asProblem(error).message;
    }
  };
  useEffect(() => {
    if (has.current === branch) return;
    has.current = branch;
    void act(async () => {
      await switchTo(projectId, branch);
      return `The files are those of ${branch} now.`;
    });
  }, [projectId, branch]);

  const bring = async () => {
    const done = await sync(projectId, branch);
    if (done.to_project.length > 0) onCommit?.();
    return inWords(done);
  };
  const show = async () => {
    opened.value = (await openPort(projectId, Number(port.value))).url;
    return "";
  };
  const end = async () => {
    await restart(projectId);
    return "Every program was ended.";
  };

  const state = connection.value?.state.value ?? "connecting";
  const words = [connection.value?.words.value, WORDS[state]].filter(Boolean).join(" ");
  return (
    <section class="terminal-pane" aria-label="Terminal">
      <div class="terminal-bar">
        <button
          type="button"
          class="button small"
          title="Bring changed files to the other side, both ways"
          onClick={() => act(bring)}
        >
          Sync files
        </button>
        <button
          type="button"
          class="button small"
          title="End every program in the sandbox; files stay"
          onClick={() => act(end)}
        >
          Restart
        </button>
        <form
          class="terminal-port"
          onSubmit={(event) => {
            event.preventDefault();
            void act(show);
          }}
        >
          <label>
            Port
            <input
              type="number"
              min={1}
              max={65535}
              required
              value={port.value}
              onInput={({ currentTarget }) => (port.value = currentTarget.value)}
            />
          </label>
          <button type="submit" class="button small" title="An address for a server in the sandbox">
            Get address
          </button>
        </form>
        <p class="terminal-said" role="status">
          {opened.value ? (
            <a href={opened.value} target="_blank" rel="noreferrer">
              Open what listens at port {port.value}
            </a>
          ) : (
            said.value || (state === "refused" ? "" : words)
          )}
        </p>
      </div>
      <div
        class="terminal-place"
        ref={place}
        hidden={state === "refused"}
        aria-description="Shift and Escape leads to the composer."
      />
      {state === "refused" && (
        <div class="terminal-refused" role="alert">
          <h3>{WORDS.refused}</h3>
          <p>{connection.value?.words.value}</p>
          <p>Everything else of the studio works without one.</p>
          <button type="button" class="button small" onClick={() => connection.value?.again()}>
            Try again
          </button>
        </div>
      )}
    </section>
  );
}
