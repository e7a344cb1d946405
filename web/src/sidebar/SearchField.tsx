import { SEARCH_ID } from "../shell/focus";
import { Icon } from "../shell/icons";
import { isComposing } from "../shell/keys";
import { moveFocus } from "../shell/move-focus";
import { MOD } from "../shell/shortcuts";
import { query } from "../state/search";

export function SearchField() {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape" && query.value !== "") {
      event.preventDefault();
      query.value = "";
    } else if (event.key === "ArrowDown") {
      const list = document.querySelector<HTMLElement>(".sidebar-list");
      if (list) moveFocus(event, list, ".row-link");
    }
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        id={SEARCH_ID}
        type="search"
        aria-label="Search conversations"
        placeholder="Search"
        autocomplete="off"
        value={query.value}
        onInput={(event) => (query.value = event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query.value === "" && <kbd>{MOD} K</kbd>}
    </search>
  );
}
