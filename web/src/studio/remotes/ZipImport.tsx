import { useState } from "preact/hooks";
import { importZip } from "../../api/project-remotes";
import { uuid7 } from "../../api/uuid7";
import { Icon } from "../../shell/icons";
import { enter } from "../list/projects";
import { coder } from "../thread/coders";
import { AttemptEnd } from "./AttemptEnd";
import { TextField } from "./TextField";
import { useAttempt } from "./use-attempt";
import { Waiting } from "./Waiting";
import { megabytes, nameOfSource, zipProblem } from "./words";

/** Files that were chosen or dropped, and how far they are. */
export function ZipImport({ dropped, onClose }: { dropped: File | null; onClose: () => void }) {
  const [zip, setZip] = useState<File | null>(dropped);
  const [name, setName] = useState(() => (dropped ? nameOfSource(dropped.name) : ""));
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState(0);
  const attempt = useAttempt();
  const wrong = zip && zipProblem(zip);

  const choose = (file: File | undefined) => {
    if (!file) return;
    attempt.clear();
    setZip(file);
    setName(nameOfSource(file.name));
  };

  const submit = (event: Event) => {
    event.preventDefault();
    if (!zip || wrong || attempt.busy) return;
    setSent(0);
    void attempt.run(async (signal) => {
      const model = coder.peek();
      const project = { id: uuid7(), name: name.trim(), ...(model ? { model } : {}) };
      enter(await importZip(zip, project, setSent, signal));
      onClose();
    });
  };

  return (
    <form class="form" onSubmit={submit}>
      <label
        class={over ? "drop-zone over" : "drop-zone"}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setOver(false);
          choose(event.dataTransfer?.files[0]);
        }}
      >
        <input
          type="file"
          class="visually-hidden"
          accept=".zip,application/zip"
          disabled={attempt.busy}
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        <Icon name="M10 13V4M6 8l4-4 4 4M4 16.5h12" />
        <span>
          {zip ? (
            <>
              <b>{zip.name}</b> · {megabytes(zip.size)}
            </>
          ) : (
            "Choose a zip, or drop it here"
          )}
        </span>
        <small>At most 20 MB, 2,000 files, and 1 MB a file</small>
      </label>
      {wrong && (
        <p class="form-problem" role="alert">
          {wrong}
        </p>
      )}
      {zip && !wrong && (
        <TextField label="Project name" required maxLength={100} value={name} onText={setName} />
      )}
      {attempt.busy && (
        <Waiting
          label="Import"
          words={sent < 1 ? `Sending: ${Math.round(sent * 100)} %` : "Reading the files…"}
          fraction={sent < 1 ? sent : undefined}
        />
      )}
      <AttemptEnd
        attempt={attempt}
        words={["Import", "Importing…", "Not imported."]}
        fields={[]}
        disabled={!zip || wrong !== null || name.trim() === ""}
        onClose={onClose}
      />
    </form>
  );
}
