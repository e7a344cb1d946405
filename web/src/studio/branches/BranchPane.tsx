import { useEffect, useState } from "preact/hooks";
import type { Branch, MergeRequestItem } from "../../api/branches";
import { MAIN } from "../../api/main-branch";
import { IconButton } from "../../shell/IconButton";
import type { IconName } from "../../shell/icons";
import { narrow } from "../../shell/layout";
import { Menu } from "../../shell/Menu";
import { ago } from "../ago";
import { sideOpen, toggleSide } from "../panes";
import type { Studio } from "../studio";
import { branchesOf, removeBranch, startBranch } from "./list";
import { apartText, branchNameProblem } from "./merging";

/** Every branch, with how far it is from main, and what is asked to be merged. */
export function BranchPane({ studio }: { studio: Studio }) {
  const { project } = studio;
  const list = branchesOf(project);
  const newest = project.project.value?.commit;
  useEffect(() => void list.refresh(), [list, newest]);
  const branches = list.items.value;
  const [open, done] = [true, false].map((wanted) =>
    list.requests.value.filter(({ state }) => (state === "open") === wanted),
  ) as [MergeRequestItem[], MergeRequestItem[]];

  return (
    <div class="branch-pane">
      <NewBranch studio={studio} taken={branches?.map(({ name }) => name) ?? []} />
      {list.problem.value && (
        <div class="studio-note" role="alert">
          <p>The branches could not be loaded. {list.problem.value}</p>
          <button type="button" class="button small" onClick={() => void list.refresh()}>
            Try again
          </button>
        </div>
      )}
      {branches === null && !list.problem.value && (
        <p class="studio-note" role="status">
          Loading…
        </p>
      )}
      <ul aria-label="Branches">
        {branches?.map((branch) => (
          <BranchRow key={branch.name} branch={branch} studio={studio} />
        ))}
      </ul>
      {branches?.length === 1 && (
        <p class="studio-note">
          Make a branch to try something: main stays as it is until you merge it.
        </p>
      )}
      {open.length > 0 && (
        <>
          <h3>To be merged</h3>
          <Requests items={open} studio={studio} />
        </>
      )}
      {done.length > 0 && (
        <details>
          <summary>Merged or closed</summary>
          <Requests items={done} studio={studio} />
        </details>
      )}
    </div>
  );
}

function NewBranch({ studio, taken }: { studio: Studio; taken: string[] }) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const from = studio.project.branch.value;

  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = branchNameProblem(name.trim(), taken);
    const refused = wrong ?? (await startBranch(studio, name.trim()));
    setProblem(refused);
    if (!refused) setName("");
  };

  return (
    <form class="new-branch" onSubmit={submit}>
      <input
        aria-label={`New branch from ${from}`}
        placeholder="New branch"
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        aria-invalid={problem !== null}
        value={name}
        onInput={(event) => {
          setName(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <button type="submit" class="button small" disabled={name.trim() === ""}>
        Make
      </button>
      {problem && (
        <small class="field-problem" role="alert">
          {problem}
        </small>
      )}
    </form>
  );
}

function BranchRow({ branch, studio }: { branch: Branch; studio: Studio }) {
  const { project, desk } = studio;
  const { name, commit } = branch;
  const here = project.branch.value === name;
  const look = { label: "Look at it", icon: HERE, run: () => void project.switchTo(name) };
  const remove = {
    label: "Delete",
    icon: "trash" as const,
    danger: true,
    run: () => void removeBranch(studio, branch),
  };
  return (
    <li class={here ? "branch-row here" : "branch-row"}>
      <button
        type="button"
        onClick={() => {
          desk.openBranch(name);
          makeRoom();
        }}
      >
        <span class="branch-name">{name}</span>
        <span class="commit-facts">
          {name !== MAIN && `${apartText(branch)} · `}
          <time dateTime={commit.at}>{ago(commit.at)}</time>
          {here && " · you look at it"}
        </span>
      </button>
      {!here && name === MAIN && <IconButton icon={HERE} label="Look at main" onClick={look.run} />}
      {name !== MAIN && (
        <Menu label={`Options for ${name}`} items={here ? [remove] : [look, remove]} />
      )}
    </li>
  );
}

const HERE: IconName =
  "M2.5 10s2.7-5 7.5-5 7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z";

function Requests({ items, studio }: { items: MergeRequestItem[]; studio: Studio }) {
  return (
    <ul>
      {items.map(({ id, title, source, target, state, verdict }) => (
        <li key={id} class="branch-row">
          <button
            type="button"
            onClick={() => {
              studio.desk.openRequest(id, title);
              makeRoom();
            }}
          >
            <span class="branch-name">{title}</span>
            <span class="commit-facts">
              {source} into {target}
              {state === "open" ? verdict && ` · ${VERDICTS[verdict]}` : ` · ${state}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export const VERDICTS = { approved: "approved", changes_requested: "changes requested" };

/** On a phone the list stands in the way of what was opened from it. */
function makeRoom(): void {
  if (narrow.peek() && sideOpen.peek()) toggleSide();
}
