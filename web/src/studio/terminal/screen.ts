/** xterm in the page's colours, as large as its place. */
import { FitAddon } from "@xterm/addon-fit";
import { type ITheme, Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";
import "./sheet-style";

const ANSI = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"] as const;
const DARK = matchMedia("(prefers-color-scheme: dark)");
const SCROLLBACK_LINES = 5_000;

export interface Shown {
  terminal: Terminal;
  dispose: () => void;
}

export function open(place: HTMLElement): Shown {
  const terminal = new Terminal({
    fontFamily: token(place, "--mono"),
    fontSize: 13,
    scrollback: SCROLLBACK_LINES,
    theme: themeOf(place),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.attachCustomKeyEventHandler((event) => !isOurs(event, terminal));
  terminal.open(place);
  const refit = () => place.clientWidth > 0 && place.clientHeight > 0 && fit.fit();
  const repaint = () => {
    terminal.options.theme = themeOf(place);
  };
  refit();
  const watching = new ResizeObserver(refit);
  watching.observe(place);
  DARK.addEventListener("change", repaint);
  return {
    terminal,
    dispose: () => {
      watching.disconnect();
      DARK.removeEventListener("change", repaint);
      terminal.dispose();
    },
  };
}

/** Copying what is selected, pasting, and leaving for the composer are not the shell's. */
function isOurs(event: KeyboardEvent, terminal: Terminal): boolean {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.key === "Escape" && event.shiftKey) return true;
  if (command && key === "v") return true;
  if (!command || key !== "c" || !terminal.hasSelection()) return false;
  if (event.type === "keydown") {
    void navigator.clipboard?.writeText(terminal.getSelection());
    terminal.clearSelection();
    event.preventDefault();
  }
  return true;
}

function token(place: HTMLElement, name: string): string {
  return getComputedStyle(place).getPropertyValue(name).trim();
}

function themeOf(place: HTMLElement): ITheme {
  const colours = ANSI.flatMap((name) => [
    [name, token(place, `--term-${name}`)],
    [`bright${name[0]?.toUpperCase()}${name.slice(1)}`, token(place, `--term-${name}`)],
  ]);
  return {
    ...(Object.fromEntries(colours) as ITheme),
    background: token(place, "--paper"),
    foreground: token(place, "--ink"),
    cursor: token(place, "--accent"),
    cursorAccent: token(place, "--paper"),
    selectionBackground: token(place, "--term-selection"),
  };
}
