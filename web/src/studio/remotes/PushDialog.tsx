import { useEffect, useState } from "preact/hooks";
import { listBranches } from "../../api/branches";
import { MAIN } from "../../api/main-branch";
import { pushBranch } from "../../api/project-remotes";
import { Dialog } from "../../shell/Dialog";
import { readStored, writeStored } from "../../state/stored";
import type { OpenProject } from "../project";
import { AttemptEnd } from "./AttemptEnd";
import { RemoteFields } from "./RemoteFields";
import { TextField } from "./TextField";
import { useAttempt } from "./use-attempt";
import { useRemote } from "./use-remote";
import { Waiting } from "./Waiting";
import { aboutField } from "./words";

interface Props {
  project: OpenProject;
  onClose: () => void;
}

/** A branch goes to a repository elsewhere. Its address is kept per project, the token nowhere. */
export function PushDialog({ project, onClose }: Props) {
  const key = `studio.remote.${project.id}`;
  const remote = useRemote(readStored(key, ""));
  const [branches, setBranches] = useState([project.branch.peek()]);
  const [branch, setBranch] = useState(project.branch.peek());
  const [to, setTo] = useState("");
  const [done, setDone] = useState<string | null>(null);
  const attempt = useAttempt();

  useEffect(() => {
    listBranches(project.id).then(
      ({ items }) => setBranches(items.map(({ name }) => name)),
      () => setBranches([...new Set([MAIN, project.branch.peek()])]),
    );
  }, [project.id]);

  const submit = (event: Event) => {
    event.preventDefault();
    setDone(null);
    if (!remote.isFit() || attempt.busy) return;
    void attempt.run(async (signal) => {
      await project.buffers.saveAll();
      const target = {
        url: remote.url.trim(),
        branch,
        ...(to.trim() ? { to: to.trim() } : {}),
        ...(remote.token ? { token: remote.token } : {}),
      };
      const pushed = await pushBranch(project.id, target, signal);
      writeStored(key, target.url);
      remote.setToken("");
      setDone(`Pushed: ${pushed.branch} there is at ${pushed.commit.slice(0, 6)} now.`);
    });
  };

  return (
    <Dialog title="Push to a repository" onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <RemoteFields
          remote={remote}
          problem={attempt.problem}
          tokenHint="Used once, and not kept. It needs the right to write."
        >
          <div class="field-pair">
            <label class="field">
              <span>Branch</span>
              <select value={branch} onChange={(event) => setBranch(event.currentTarget.value)}>
                {branches.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
            <TextField
              label="Branch there"
              placeholder={branch}
              maxLength={200}
              value={to}
              problem={aboutField(attempt.problem, "to")}
              onText={setTo}
            />
          </div>
        </RemoteFields>
        {attempt.busy && <Waiting label="Push" words="Pushing. That may take a minute." />}
        <p class="form-note" role="status">
          {done}
        </p>
        <AttemptEnd
          attempt={attempt}
          words={["Push", "Pushing…", "Not pushed."]}
          fields={["url", "to", "token"]}
          leave={done ? "Close" : "Cancel"}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
