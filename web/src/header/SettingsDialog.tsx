import { useState } from "preact/hooks";
import type { ContextStrategy, Conversation, Settings } from "../api/types";
import { Dialog } from "../shell/Dialog";
import { openConversation, saveConversation } from "../state/conversations";
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
  const [form, setForm] = useState<Settings>(conversation?.settings ?? newSettings.value);
  const edit = (patch: Partial<Settings>) => setForm((before) => ({ ...before, ...patch }));
  const model = modelById(conversation?.model ?? newModel.value);

  const save = (event: Event) => {
    event.preventDefault();
    settingsOpen.value = false;
    if (conversation) void saveConversation(conversation.id, { settings: form });
    else newSettings.value = form;
  };

  return (
    <form class="form" onSubmit={save}>
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
            value={form.temperature}
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
            value={form.max_tokens}
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
      <div class="form-end">
        <button type="button" class="button" onClick={() => (settingsOpen.value = false)}>
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
