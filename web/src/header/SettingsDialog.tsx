import { useRef, useState } from "preact/hooks";
import { asProblem } from "../api/http";
import type { ContextStrategy, Conversation, Settings } from "../api/types";
import { Dialog } from "../shell/Dialog";
import { openConversation, storeConversation } from "../state/conversations";
import { modelById, newModel } from "../state/models";
import { newSettings } from "../state/new-conversation";
import { openId } from "../state/route";
import { ContextChoice } from "./ContextChoice";
import { settingsOpen } from "./settings-open";

export function SettingsDialog() {
  const conversation = openConversation.value;
  if (!settingsOpen.value || (openId.value !== null && !conversation)) return null;
  return (
    <Dialog title="Conversation settings" onClose={() => (settingsOpen.value = false)}>
      <SettingsForm conversation={conversation} />
    </Dialog>
  );
}

function SettingsForm({ conversation }: { conversation: Conversation | null }) {
  const [before] = useState<Settings>(conversation?.settings ?? newSettings.value);
  const [form, setForm] = useState(before);
  const edit = (patch: Partial<Settings>) => setForm((now) => ({ ...now, ...patch }));
  const model = modelById(conversation?.model ?? newModel.value);
  const element = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Not by taking it off the page: a dialog that closes gives the focus back.
  const close = () => element.current?.closest("dialog")?.close();

  const save = async (event: Event) => {
    event.preventDefault();
    setProblem(null);
    try {
      if (conversation) await storeConversation(conversation.id, { settings: form });
      else newSettings.value = form;
      close();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };

  return (
    <form class="form" ref={element} onSubmit={save}>
      <label class="field">
        <span>System prompt</span>
        <textarea
          rows={4}
          placeholder="What the model should know and how it should answer"
          value={form.system_prompt}
          onInput={(event) => edit({ system_prompt: event.currentTarget.value })}
        />
      </label>
      <div class="field-pair">
        <label class="field">
          <span>Temperature</span>
          <input
            type="number"
            min={0}
            max={2}
            step={0.05}
            required
            defaultValue={before.temperature}
            onInput={(event) => edit({ temperature: event.currentTarget.valueAsNumber })}
          />
          <small>0 is predictable, 1 is varied</small>
        </label>
        <label class="field">
          <span>Longest answer</span>
          <input
            type="number"
            min={1}
            max={model?.context_tokens ?? 1_000_000}
            step={1}
            required
            defaultValue={before.max_tokens}
            onInput={(event) => edit({ max_tokens: event.currentTarget.valueAsNumber })}
          />
          <small>In tokens{model && `; the model reads ${model.context_tokens} in all`}</small>
        </label>
      </div>
      <ContextChoice
        value={form.context}
        onChange={(context: { strategy: ContextStrategy; keep_messages: number }) =>
          edit({ context })
        }
      />
      {conversation && <UsageLine conversation={conversation} />}
      {problem && (
        <p class="form-problem" role="alert">
          Not saved: {problem}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" class="button primary">
          Save
        </button>
      </div>
    </form>
  );
}

function UsageLine({ conversation: { usage } }: { conversation: Conversation }) {
  const tokens = `${usage.prompt_tokens.toLocaleString()} tokens read, ${usage.completion_tokens.toLocaleString()} written`;
  return (
    <p class="form-note">
      So far: {tokens}
      {usage.cost_usd > 0 && `, $${usage.cost_usd.toFixed(4)}`}.
    </p>
  );
}
