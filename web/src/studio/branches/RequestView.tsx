import { useEffect, useState } from "preact/hooks";
import {
  changeMergeRequest,
  deleteComment,
  getMergeRequest,
  type MergeRequest,
  mergeRequest,
} from "../../api/branches";
import { asProblem } from "../../api/http";
import { showToast } from "../../state/toasts";
import type { Studio } from "../studio";
import { VERDICTS } from "./BranchPane";
import { branchesOf } from "./list";
import { MergePart } from "./MergePart";
import { RequestTalk } from "./RequestTalk";
import { SayForm } from "./SayForm";

/** The wish to merge a branch: what it does, what is said about it, and the merge. */
export function RequestView({ studio, id }: { studio: Studio; id: string }) {
  const { project, desk } = studio;
  const list = branchesOf(project);
  const [request, setRequest] = useState<MergeRequest | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = project.project.value?.commit;

  const load = () =>
    getMergeRequest(project.id, id).then(setRequest, (error) =>
      setProblem(asProblem(error).message),
    );
  useEffect(() => {
    void load();
    void list.refresh();
  }, [id, newest]);

  if (!request) {
    return (
      <div class="place">
        <p class="place-note" role="status">
          {problem ?? "Loading…"}
        </p>
      </div>
    );
  }
  const { source, target, state, verdict, title, description } = request;
  const show = (changed: MergeRequest) => {
    setRequest(changed);
    void list.refresh();
  };
  const attempt = async (what: string, act: () => Promise<MergeRequest>) => {
    try {
      show(await act());
    } catch (error) {
      showToast(`${what}: ${asProblem(error).message}`);
    }
  };
  const isOpen = state === "open";
  const gone = list.items.value && [source, target].find((name) => !list.find(name));
  return (
    <div class="branch-view">
      <header>
        <h2>{title}</h2>
        <p class="commit-facts">
          <span class="badge">{isOpen && verdict ? VERDICTS[verdict] : state}</span>{" "}
          <button type="button" class="link" onClick={() => desk.openBranch(source)}>
            {source}
          </button>{" "}
          into {target}
        </p>
        {description && <p class="request-description">{description}</p>}
      </header>
      {isOpen && gone && (
        <p class="studio-note">The branch {gone} is not there any more: nothing can be merged.</p>
      )}
      {isOpen && list.items.value && !gone && (
        <MergePart
          studio={studio}
          source={source}
          into={target}
          onMerge={async (choices) => {
            show(await mergeRequest(project.id, id, choices));
            showToast(`${source} is merged into ${target}.`);
          }}
        />
      )}
      <RequestTalk
        request={request}
        onOpen={(path, line) => desk.look(path, line)}
        onDelete={(comment) =>
          void attempt("Not deleted", () => deleteComment(project.id, id, comment))
        }
      />
      <SayForm project={project.id} request={request} onSaid={show} />
      {state !== "merged" && (
        <p class="branch-actions">
          <button
            type="button"
            class="button small"
            onClick={() =>
              void attempt("Not changed", () =>
                changeMergeRequest(project.id, id, { state: isOpen ? "closed" : "open" }),
              )
            }
          >
            {isOpen ? "Close without merging" : "Open again"}
          </button>
        </p>
      )}
    </div>
  );
}
