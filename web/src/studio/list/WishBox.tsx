import { useEffect, useRef, useState } from "preact/hooks";
import { COMPOSER_ID, focusComposer } from "../../shell/focus";
import { isComposing } from "../../shell/keys";
import { dropDraft, readDraft, writeDraft } from "../../state/drafts";
import { planFirst } from "../thread/bounds";
import { coder, warmUp } from "../thread/coders";
import { RequestFoot } from "../thread/RequestFoot";
import { begin } from "./projects";
import { EXAMPLES } from "./wishes";

const DRAFT = "studio";

/** What a new project shall be. */
export function WishBox({ empty }: { empty: boolean }) {
  const [wish, setWish] = useState(() => readDraft(DRAFT));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (matchMedia("(hover: hover)").matches) focusComposer();
  }, []);

  const write = (text: string) => {
    setWish(text);
    writeDraft(DRAFT, text);
  };

  const submit = async (text: string) => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    setProblem(null);
    const refused = await begin(text.trim());
    setBusy(false);
    if (refused) {
      setProblem(refused.message);
      area.current?.focus();
    } else dropDraft(DRAFT);
  };

  return (
    <section class="wish">
      <h2>What shall it be?</h2>
      <form
        class="wish-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(wish);
        }}
      >
        <textarea
          ref={area}
          id={COMPOSER_ID}
          rows={3}
          aria-label="What shall it be?"
          placeholder="An app, a page, a game: say it in a sentence"
          value={wish}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            void submit(wish);
          }}
        />
        <div class="wish-foot">
          <RequestFoot conversation={null} studio={null} request={wish} />
          <button type="submit" class="button primary" disabled={busy || wish.trim() === ""}>
            {busy ? "Making the project…" : planFirst.value ? "Plan it" : "Build it"}
          </button>
        </div>
        {problem && (
          <p class="form-problem" role="alert">
            The project was not made. {problem}
          </p>
        )}
      </form>
      {empty && (
        <ul
          class="wish-examples"
          aria-label="Suggestions"
          onPointerEnter={() => warmUp(coder.peek())}
        >
          {EXAMPLES.map((text) => (
            <li key={text}>
              <button type="button" disabled={busy} onClick={() => void submit(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
