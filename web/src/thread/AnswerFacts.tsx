import type { Message, Usage } from "../api/types";
import { modelName } from "../state/models";

/** Model, tokens, speed, cost: one line, the rest on request. */
export function AnswerFacts({ message }: { message: Message }) {
  const { usage } = message;
  const speed = usage?.tokens_per_s ? ` · ${rounded(usage.tokens_per_s)} tokens/s` : "";
  return (
    <details class="facts">
      <summary>
        {modelName(message.model)}
        {speed}
      </summary>
      <dl>
        {factsOf(message, usage).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function factsOf(message: Message, usage: Usage | null): [string, string][] {
  const facts: [string, string | null | undefined][] = [
    ["Model", message.model],
    ["Tokens read", usage?.prompt_tokens.toLocaleString()],
    ["Tokens written", usage?.completion_tokens.toLocaleString()],
    ["First token", usage?.first_token_ms == null ? null : `${rounded(usage.first_token_ms)} ms`],
    ["Time", usage?.duration_ms == null ? null : `${rounded(usage.duration_ms / 1000)} s`],
    ["Speed", usage?.tokens_per_s == null ? null : `${rounded(usage.tokens_per_s)} tokens/s`],
    ["Cost", usage && (usage.cost_usd > 0 ? `$${usage.cost_usd.toFixed(5)}` : "none")],
    ["Written", dateTime.format(new Date(message.created_at))],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] != null);
}

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

const rounded = (value: number) => (value >= 10 ? String(Math.round(value)) : value.toFixed(1));
