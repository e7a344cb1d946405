import { useState } from "preact/hooks";
import { importRepository } from "../../api/project-remotes";
import { uuid7 } from "../../api/uuid7";
import { enter } from "../list/projects";
import { coder } from "../thread/coders";
import { AttemptEnd } from "./AttemptEnd";
import { RemoteFields } from "./RemoteFields";
import { TextField } from "./TextField";
import { useAttempt } from "./use-attempt";
import { useRemote } from "./use-remote";
import { Waiting } from "./Waiting";
import { aboutField, nameOfSource } from "./words";

/** The history of a branch elsewhere. */
export function GitImport({ onClose }: { onClose: () => void }) {
  const remote = useRemote("");
  const [branch, setBranch] = useState("");
  const [named, setNamed] = useState<string | null>(null);
  const attempt = useAttempt();
  const name = named ?? nameOfSource(remote.url);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!remote.isFit() || attempt.busy) return;
    void attempt.run(async (signal) => {
      const model = coder.peek();
      const source = {
        id: uuid7(),
        name: name.trim() || "Untitled",
        url: remote.url.trim(),
        ...(branch.trim() ? { branch: branch.trim() } : {}),
        ...(remote.token ? { token: remote.token } : {}),
        ...(model ? { model } : {}),
      };
      enter(await importRepository(source, signal));
      onClose();
    });
  };

  return (
    <form class="form" onSubmit={submit} noValidate>
      <RemoteFields
        remote={remote}
        problem={attempt.problem}
        tokenHint="Only where it is private. Used once, and not kept."
      >
        <div class="field-pair">
          <TextField
            label="Branch"
            placeholder="The default one"
            maxLength={200}
            value={branch}
            problem={aboutField(attempt.problem, "branch")}
            onText={setBranch}
          />
          <TextField label="Project name" maxLength={100} value={name} onText={setNamed} />
        </div>
      </RemoteFields>
      {attempt.busy && (
        <Waiting label="Import" words="Fetching the history. That may take a minute." />
      )}
      <AttemptEnd
        attempt={attempt}
        words={["Import", "Importing…", "Not imported."]}
        fields={["url", "branch", "token"]}
        onClose={onClose}
      />
    </form>
  );
}
