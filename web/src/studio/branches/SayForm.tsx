import { useState } from "preact/hooks";
import { commentOn, type MergeRequest, reviewRequest, type Verdict } from "../../api/branches";
import { asProblem } from "../../api/http";
import { uuid7 } from "../../api/uuid7";

interface Props {
  project: string;
  request: MergeRequest;
  onSaid: (request: MergeRequest) => void;
}

/** A comment on all of it or on a line, or a verdict. */
export function SayForm({ project, request, onSaid }: Props) {
  const [text, setText] = useState("");
  const [place, setPlace] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const said = text.trim();
  const where = placeOf(place);

  const attempt = async (act: () => Promise<MergeRequest>) => {
    setBusy(true);
    try {
      onSaid(await act());
      setText("");
      setPlace("");
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error).message.replace(/^body\.\w+: /, ""));
    } finally {
      setBusy(false);
    }
  };
  const judge = (verdict: Verdict) =>
    void attempt(() => reviewRequest(project, request.id, { id: uuid7(), verdict, text: said }));

  return (
    <form
      class="say-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (where === null) return setProblem("A place is a path and a line: src/App.tsx:12.");
        void attempt(() => commentOn(project, request.id, { id: uuid7(), text: said, ...where }));
      }}
    >
      <textarea
        rows={2}
        aria-label="Say something about it"
        placeholder="Say something about it"
        maxLength={5_000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <input
        aria-label="On a line (optional)"
        placeholder="On a line, as src/App.tsx:12 (optional)"
        autocomplete="off"
        spellcheck={false}
        maxLength={300}
        value={place}
        onInput={(event) => setPlace(event.currentTarget.value)}
      />
      {problem && (
        <p class="form-problem" role="alert">
          Not said. {problem}
        </p>
      )}
      <div class="form-end">
        <button type="submit" class="button small" disabled={busy || said === ""}>
          Comment
        </button>
        {request.state === "open" && (
          <>
            <button
              type="button"
              class="button small"
              disabled={busy}
              onClick={() => judge("changes_requested")}
            >
              Request changes
            </button>
            <button
              type="button"
              class="button small"
              disabled={busy}
              onClick={() => judge("approved")}
            >
              Approve
            </button>
          </>
        )}
      </div>
    </form>
  );
}

/** Of "src/App.tsx:12"; {} of nothing, null where it is none. */
function placeOf(text: string): { path?: string; line?: number } | null {
  if (text.trim() === "") return {};
  const [, path, line] = /^(.+):(\d+)$/.exec(text.trim()) ?? [];
  return path && line ? { path, line: Number(line) } : null;
}
