import { useEffect, useState } from "preact/hooks";
import { asProblem } from "../../api/http";
import { type Commit, listCommits, readDiff } from "../../api/projects";
import { ago } from "../ago";
import type { Studio } from "../studio";
import { type ChangedFile, changedFiles } from "./diff-files";

/** Every change as a commit, the newest first: what it changed, and the way back to it. */
export function HistoryPane({ studio }: { studio: Studio }) {
  const { project } = studio;
  const [commits, setCommits] = useState<Commit[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = project.project.value?.commit;

  const load = async (older: string | null) => {
    const from = older ?? newest;
    if (!from) return;
    try {
      const page = await listCommits(project.id, from);
      setCommits((before) => (older ? [...(before ?? []), ...page.items] : page.items));
      setNext(page.next);
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  useEffect(() => void load(null), [newest]);

  return (
    <div class="history">
      {problem && (
        <div class="studio-note" role="alert">
          <p>The history could not be loaded. {problem}</p>
          <button type="button" class="button small" onClick={() => void load(null)}>
            Try again
          </button>
        </div>
      )}
      {commits === null && !problem && (
        <p class="studio-note" role="status">
          Loading…
        </p>
      )}
      <ul>
        {commits?.map((commit) => (
          <CommitRow
            key={commit.sha}
            commit={commit}
            newest={commit.sha === newest}
            studio={studio}
          />
        ))}
      </ul>
      {next && (
        <button type="button" class="button small" onClick={() => void load(next)}>
          Older changes
        </button>
      )}
    </div>
  );
}

interface RowProps {
  commit: Commit;
  newest: boolean;
  studio: Studio;
}

function CommitRow({ commit, newest, studio }: RowProps) {
  const [files, setFiles] = useState<ChangedFile[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { sha, parents, message, author, at } = commit;
  const [parent] = parents;

  const load = async () => {
    if (files || !parent) return;
    try {
      setFiles(changedFiles(await readDiff(studio.project.id, parent, sha)));
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };

  return (
    <li>
      <details onToggle={(event) => event.currentTarget.open && void load()}>
        <summary>
          <span class="commit-message">{message.split("\n", 1)[0]}</span>
          <span class="commit-facts">
            {author} · <time dateTime={at}>{ago(at)}</time> · <code>{sha.slice(0, 6)}</code>
          </span>
        </summary>
        {problem && <p class="studio-note">{problem}</p>}
        {!parent && <p class="studio-note">The project began here.</p>}
        <ul>
          {files?.map(({ path, added, removed }) => (
            <li key={path}>
              <button
                type="button"
                class="commit-file"
                onClick={() => studio.desk.openChanges(path, sha, parent ?? null)}
              >
                <span class="file-card-path">{path}</span>
                <span class="plus">+{added}</span> <span class="minus">−{removed}</span>
              </button>
            </li>
          ))}
        </ul>
        <div class="commit-ways">
          {!newest && (
            <button
              type="button"
              class="button small"
              title="All files as they were then"
              onClick={() => void studio.project.restore(sha)}
            >
              Restore this
            </button>
          )}
          {parents.length === 1 && (
            <button
              type="button"
              class="button small"
              title="Take back what this changed, and nothing else"
              onClick={() => void studio.project.revert(sha)}
            >
              Revert
            </button>
          )}
        </div>
      </details>
    </li>
  );
}
