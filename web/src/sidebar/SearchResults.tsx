import { query, results, searchProblem } from "../state/search";
import { ConversationRow } from "./ConversationRow";

export function SearchResults() {
  const found = results.value;
  if (searchProblem.value) return <p class="list-note">{searchProblem.value}</p>;
  if (!found) return <p class="list-note">Searching…</p>;
  return (
    <>
      <p class="visually-hidden" role="status">
        {found.length === 1 ? "1 conversation found" : `${found.length} conversations found`}
      </p>
      {found.length === 0 && <p class="list-note">Nothing found for “{query.value.trim()}”.</p>}
      <ul class="rows">
        {found.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </ul>
    </>
  );
}
