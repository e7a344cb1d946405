import { useEffect, useRef, useState } from "preact/hooks";
import { asProblem } from "../../api/http";
import { type Found, searchFiles } from "../../api/projects";
import type { Studio } from "../studio";

const WAIT_MS = 250;

/** Finds text in the files, as they are saved. */
export function SearchPane({ studio }: { studio: Studio }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { id } = studio.project;
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    const wanted = query.trim();
    setProblem(null);
    if (wanted === "") return setFound(null);
    let over = false;
    const timer = setTimeout(async () => {
      try {
        await studio.project.buffers.saveAll();
        const { items } = await searchFiles(id, studio.project.branch.peek(), wanted);
        if (!over) setFound(items);
      } catch (error) {
        if (!over) setProblem(asProblem(error).message);
      }
    }, WAIT_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [query, id]);

  const paths = [...new Set(found?.map(({ path }) => path))];
  return (
    <div class="search-pane">
      <input
        ref={field}
        type="search"
        aria-label="Search in files"
        placeholder="Search in files"
        autocomplete="off"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="studio-note" role="status">
        {problem ?? (found && `${found.length === 0 ? "Nothing" : found.length} found.`)}
      </p>
      {paths.map((path) => (
        <section key={path}>
          <h3>{path}</h3>
          <ul>
            {found
              ?.filter((each) => each.path === path)
              .map(({ line, text }) => (
                <li key={line}>
                  <button
                    type="button"
                    class="found"
                    onClick={() => studio.desk.look(path, line, 1)}
                  >
                    <span class="found-line">{line}</span>
                    <code>{text.trim()}</code>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
