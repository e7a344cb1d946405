import type { Comment, MergeRequest, Review } from "../../api/branches";
import { IconButton } from "../../shell/IconButton";
import { ago } from "../ago";

interface Props {
  request: MergeRequest;
  onOpen: (path: string, line: number) => void;
  onDelete: (comment: string) => void;
}

/** What was said about it, the oldest first. */
export function RequestTalk({ request, onOpen, onDelete }: Props) {
  const said = [...request.comments, ...request.reviews].sort((a, b) => a.at.localeCompare(b.at));
  if (said.length === 0) return <p class="studio-note">Nothing was said about it yet.</p>;
  return (
    <ul class="request-talk" aria-label="What was said">
      {said.map((each) => (
        <li key={each.id}>
          <p class="commit-facts">
            {isReview(each) ? WORDS[each.verdict] : <Where comment={each} onOpen={onOpen} />}
            <time dateTime={each.at}>{ago(each.at)}</time> · <code>{each.commit.slice(0, 6)}</code>
          </p>
          {each.text && <p class="request-text">{each.text}</p>}
          {!isReview(each) && (
            <IconButton icon="trash" label="Delete comment" onClick={() => onDelete(each.id)} />
          )}
        </li>
      ))}
    </ul>
  );
}

const WORDS = { approved: "Approved · ", changes_requested: "Changes requested · " };

const isReview = (each: Comment | Review): each is Review => "verdict" in each;

function Where({ comment, onOpen }: { comment: Comment; onOpen: Props["onOpen"] }) {
  const { path, line } = comment;
  if (path === null || line === null) return null;
  return (
    <>
      <button type="button" class="link" onClick={() => onOpen(path, line)}>
        {path}:{line}
      </button>
      {" · "}
    </>
  );
}
