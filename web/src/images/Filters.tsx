import { useEffect, useState } from "preact/hooks";
import { Icon } from "../shell/icons";
import { isComposing } from "../shell/keys";
import { modelsFor } from "../state/models";
import { query, setQuery } from "./gallery";
import { HEART } from "./icons";

const WAIT_MS = 250;

/** What the gallery shows: words of the prompt, favourites, a model. */
export function Filters() {
  const { favourite, model } = query.value;
  const models = modelsFor("image");
  return (
    <div class="filters">
      <h2>Gallery</h2>
      <SearchBox />
      {models.length > 1 && (
        <select
          aria-label="Drawn by"
          value={model ?? ""}
          onChange={(event) => setQuery({ model: event.currentTarget.value || null })}
        >
          <option value="">All models</option>
          {models.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class="button toggle"
        aria-pressed={favourite}
        onClick={() => setQuery({ favourite: !favourite })}
      >
        <Icon name={HEART} />
        Favourites
      </button>
    </div>
  );
}

function SearchBox() {
  const [text, setText] = useState(query.value.q);
  useEffect(() => setText(query.value.q), [query.value.q]);
  useEffect(() => {
    if (text === query.peek().q) return;
    const timer = setTimeout(() => setQuery({ q: text }), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== "Escape" || text === "") return;
    event.preventDefault();
    setText("");
  };
  return (
    <search class="gallery-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label="Search pictures"
        placeholder="Search"
        autocomplete="off"
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}
