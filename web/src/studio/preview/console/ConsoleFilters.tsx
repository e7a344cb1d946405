import type { Signal } from "@preact/signals";
import { isComposing } from "../../../shell/keys";
import { LEVELS } from "../levels";
import type { Level } from "../protocol";
import type { Counts } from "./log";

const NAMES: Record<Level, string> = {
  error: "Errors",
  warn: "Warnings",
  info: "Info",
  log: "Logs",
  debug: "Debug",
};

interface Props {
  counts: Counts;
  hidden: Signal<readonly Level[]>;
  search: Signal<string>;
}

export function ConsoleFilters({ counts, hidden, search }: Props) {
  const toggle = (level: Level) => {
    const now = hidden.value;
    hidden.value = now.includes(level) ? now.filter((one) => one !== level) : [...now, level];
  };
  return (
    <>
      <div class="console-levels" role="group" aria-label="Levels">
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            class="console-level"
            aria-pressed={!hidden.value.includes(level)}
            onClick={() => toggle(level)}
          >
            {NAMES[level]} {counts[level] > 0 && <span>{counts[level]}</span>}
          </button>
        ))}
      </div>
      <search class="console-search">
        <input
          type="search"
          aria-label="Search the console"
          placeholder="Search"
          autocomplete="off"
          maxLength={200}
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== "Escape" || search.value === "") return;
            event.preventDefault();
            search.value = "";
          }}
        />
      </search>
    </>
  );
}
