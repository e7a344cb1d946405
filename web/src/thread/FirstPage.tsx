import { modelById, modelsFor, newModel } from "../state/models";
import { send } from "../state/outbox";

const STARTERS = [
  "What can Atelier do?",
  "Write a Python function that adds two numbers",
  "How do I use a real model?",
];

export function FirstPage() {
  const model = modelById(newModel.value);
  const drawing = modelsFor("image").length > 0 ? ["/image sunset over the ocean, two boats"] : [];
  const demo = model?.labels.includes("demo") ?? false;
  return (
    <div class="place">
      <h2>What shall we work on?</h2>
      <ul class="starters" aria-label="Suggestions">
        {[...STARTERS, ...drawing].map((text) => (
          <li key={text}>
            <button type="button" onClick={() => send(null, text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {demo && (
        <p class="place-note">
          {model?.name} is a small model for trying things out. Choose another one at the top left
          for real work.
        </p>
      )}
    </div>
  );
}
