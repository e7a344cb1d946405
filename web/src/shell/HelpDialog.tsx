import { Dialog } from "./Dialog";
import { helpOpen, MOD } from "./shortcuts";

const KEYS: [string[], string][] = [
  [["Enter"], "Send the message"],
  [["Shift", "Enter"], "New line"],
  [["/image"], "And words: draw a picture of them"],
  [["Esc"], "Stop the answer"],
  [["↑"], "In an empty box: edit your last message"],
  [[MOD, "Shift", "O"], "New chat"],
  [[MOD, "K"], "Search conversations"],
  [[MOD, "B"], "Show or hide the sidebar"],
  [["Shift", "Esc"], "Go to the message box"],
  [[MOD, "/"], "This help (also ? outside a text box)"],
];

export function HelpDialog() {
  if (!helpOpen.value) return null;
  return (
    <Dialog title="Keyboard" onClose={() => (helpOpen.value = false)}>
      <dl class="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
