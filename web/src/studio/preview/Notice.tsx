/** What stands over the app when it cannot be seen as it should be. */
import type { ComponentChildren } from "preact";
import { BuildErrors } from "./BuildErrors";
import { fixRequest } from "./fix";
import type { Session } from "./session";

interface Props {
  session: Session;
  onFix: (text: string) => void;
  onOpen: (path: string, line: number, column: number) => void;
}

const NOTHING = "The app shows nothing: the page stays empty, and there is no error.";

export function Notice({ session, onFix, onOpen }: Props) {
  if (session.ability.value === "failed") {
    return (
      <Card title="The preview could not be started.">
        <p>The bundler did not load. Its files come from this server.</p>
        <div class="preview-actions">
          <Button label="Try again" act={() => session.retry()} />
        </div>
      </Card>
    );
  }
  if (session.problems.value.length > 0) {
    return <BuildErrors session={session} onFix={onFix} onOpen={onOpen} />;
  }
  if (session.nothing.value) {
    return (
      <Card title="There is nothing to show.">
        <p>The project has neither an index.html nor a src/main.tsx.</p>
      </Card>
    );
  }
  switch (session.stage.value) {
    case "silent":
      return (
        <Card title="The app does not answer.">
          <p>It may be in an endless loop. It is stopped after ten seconds.</p>
          <div class="preview-actions">
            <Button label="Stop it" act={() => session.stop()} />
          </div>
        </Card>
      );
    case "stopped":
      return (
        <Card title="The app was stopped.">
          <p>It runs again when its code changes.</p>
          <div class="preview-actions">
            <Button label="Start it again" act={() => session.reload()} />
          </div>
        </Card>
      );
    case "left":
      return (
        <Card title="The app has left its page.">
          <p>It went to another address. A preview has only this one, and no network.</p>
          <div class="preview-actions">
            <Button label="Start it again" act={() => session.reload()} />
          </div>
        </Card>
      );
    case "blank":
      return <Blank session={session} onFix={onFix} />;
    default:
      return null;
  }
}

function Blank({ session, onFix }: Omit<Props, "onOpen">) {
  session.log.version.value;
  const error = session.log.entries.find(({ level }) => level === "error");
  const text = error?.text ?? NOTHING;
  const place = error?.stack ? session.positions.first(error.stack) : null;
  return (
    <Card title="Nothing is rendered.">
      <p class="preview-error">
        {error ? error.text : "There was no error. Is anything put into #root?"}
      </p>
      <div class="preview-actions">
        <Button label="Fix this" act={() => onFix(fixRequest(text, place))} />
      </div>
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="preview-notice" role="alert">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function Button({ label, act }: { label: string; act: () => void }) {
  return (
    <button type="button" class="button small" onClick={act}>
      {label}
    </button>
  );
}
