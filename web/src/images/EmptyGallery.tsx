import { drawExample } from "./form";
import { clearQuery, isFiltered } from "./gallery";
import { jobs } from "./jobs";

const EXAMPLES = [
  "Sunset over the ocean, two boats",
  "A small house at night under a full moon",
  "Snowy mountains behind a green meadow",
];

export function EmptyGallery() {
  if (isFiltered.value) {
    return (
      <div class="images-note" role="status">
        <p>Nothing found.</p>
        <button type="button" class="button" onClick={clearQuery}>
          Clear
        </button>
      </div>
    );
  }
  if (jobs.value.length > 0) return null;
  return (
    <div class="gallery-empty">
      <p>Nothing drawn yet. Say what you would like to see, or begin with one of these:</p>
      <ul class="starters" aria-label="Examples">
        {EXAMPLES.map((prompt) => (
          <li key={prompt}>
            <button type="button" onClick={() => drawExample(prompt)}>
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
