import { useEffect, useState } from "preact/hooks";
import { createMergeRequest, mergeBranch, mergeRequest } from "../../api/branches";
import { asProblem } from "../../api/http";
import { MAIN } from "../../api/main-branch";
import { uuid7 } from "../../api/uuid7";
import { showToast } from "../../state/toasts";
import { ago } from "../ago";
import type { Studio } from "../studio";
import { branchesOf, removeBranch } from "./list";
import { MergePart } from "./MergePart";
import { apartText } from "./merging";

/** One branch: where it stands, and what merging it would do. */
export function BranchView({ studio, name }: { studio: Studio; name: string }) {
  const { project, desk } = studio;
  const list = branchesOf(project);
  const newest = project.project.value?.commit;
  useEffect(() => void list.refresh(), [list, newest]);
  const others = list.items.value?.map((each) => each.name).filter((each) => each !== name) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [turned, setTurned] = useState(false);
  const branch = list.find(name);
  const other = chosen && others.includes(chosen) ? chosen : others[0];

  if (!branch) {
    return (
      <div class="place">
        <p class="place-note" role="status">
          {list.items.value ? `There is no branch ${name} any more.` : "Loading…"}
        </p>
      </div>
    );
  }
  const { commit } = branch;
  const [source, into] = turned ? [other, name] : [name, other];
  const request = list.openRequest(name);
  return (
    <div class="branch-view">
      <header>
        <h2>{name}</h2>
        <p class="commit-facts">
          {name !== MAIN && `${apartText(branch)} · `}
          {commit.message.split("\n", 1)[0]} · <time dateTime={commit.at}>{ago(commit.at)}</time>
        </p>
        <p class="branch-actions">
          {project.branch.value === name ? (
            <span class="form-note">You look at this branch.</span>
          ) : (
            <button type="button" class="button small" onClick={() => void project.switchTo(name)}>
              Look at its files
            </button>
          )}
          {name !== MAIN && (
            <button
              type="button"
              class="button small"
              onClick={() => void removeBranch(studio, branch)}
            >
              Delete
            </button>
          )}
          {request && (
            <button
              type="button"
              class="button small"
              onClick={() => desk.openRequest(request.id, request.title)}
            >
              See its merge request
            </button>
          )}
        </p>
      </header>
      {other === undefined ? (
        <p class="studio-note">There is no other branch to merge it with.</p>
      ) : (
        <>
          <div class="merge-ways">
            <span>{turned ? "Bring in" : "Merge into"}</span>
            <select
              aria-label="The other branch"
              value={other}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {others.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
            <button type="button" class="button small" onClick={() => setTurned(!turned)}>
              The other way round
            </button>
          </div>
          <MergePart
            key={`${source} ${into}`}
            studio={studio}
            source={source as string}
            into={into as string}
            onMerge={async (choices) => {
              if (request && !turned && request.target === into) {
                await mergeRequest(project.id, request.id, choices);
              } else await mergeBranch(project.id, source as string, into as string, choices);
              showToast(`${source} is merged into ${into}.`);
            }}
          />
          {!request && !turned && branch.ahead > 0 && (
            <AskForReview studio={studio} source={name} target={other} title={commit.message} />
          )}
        </>
      )}
    </div>
  );
}

interface AskProps {
  studio: Studio;
  source: string;
  target: string;
  title: string;
}

function AskForReview({ studio, source, target, title: proposed }: AskProps) {
  const { project, desk } = studio;
  const [title, setTitle] = useState(() => proposed.split("\n", 1)[0] ?? "");
  const [description, setDescription] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      const wanted = { id: uuid7(), source, target, title: title.trim(), description };
      const made = await createMergeRequest(project.id, wanted);
      await branchesOf(project).refresh();
      desk.openRequest(made.id, made.title);
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <details class="ask-review">
      <summary>Have it looked over first</summary>
      <form class="form" onSubmit={submit}>
        <label class="field">
          <span>Title</span>
          <input
            required
            maxLength={200}
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>What it changes, and why</span>
          <textarea
            rows={3}
            maxLength={20_000}
            value={description}
            onInput={(event) => setDescription(event.currentTarget.value)}
          />
        </label>
        {problem && (
          <p class="form-problem" role="alert">
            Not asked. {problem}
          </p>
        )}
        <div class="form-end">
          <button type="submit" class="button" disabled={title.trim() === ""}>
            Open a merge request
          </button>
        </div>
      </form>
    </details>
  );
}
