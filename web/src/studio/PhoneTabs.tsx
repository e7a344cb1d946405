import { type PhonePane, phonePane } from "./desk";

const PANES: [PhonePane, string][] = [
  ["chat", "Chat"],
  ["code", "Code"],
  ["preview", "Preview"],
];

/** On a phone one pane is shown at a time. */
export function PhoneTabs() {
  return (
    <nav class="phone-tabs" aria-label="Panes">
      {PANES.map(([pane, label]) => (
        <button
          key={pane}
          type="button"
          aria-current={phonePane.value === pane ? "page" : undefined}
          onClick={() => (phonePane.value = pane)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
