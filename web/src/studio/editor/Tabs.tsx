import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "../../shell/IconButton";
import { LIVE, pathOf, type Tab } from "../desk";
import { errors } from "../monaco/models";
import type { Studio } from "../studio";
import { nameOf } from "../text";

/** `writing`: the file that a turn writes just now. */
export function Tabs({ studio, writing }: { studio: Studio; writing: string | null }) {
  const { desk } = studio;
  return (
    <ul class="tabs" aria-label="Open files">
      {writing && (
        <li class={desk.active.value === LIVE ? "tab current" : "tab"}>
          <button
            type="button"
            class="tab-name"
            aria-current={desk.active.value === LIVE ? "true" : undefined}
            onClick={() => (desk.active.value = LIVE)}
          >
            <span class="spinner" aria-hidden="true" />
            {nameOf(writing)}
            <span class="visually-hidden">, being written</span>
          </button>
        </li>
      )}
      {desk.tabs.value.map((tab) => (
        <TabItem key={tab.key} tab={tab} studio={studio} />
      ))}
    </ul>
  );
}

function TabItem({ tab, studio: { project, desk } }: { tab: Tab; studio: Studio }) {
  const current = desk.active.value === tab.key;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  const buffer = tab.kind === "file" ? project.buffers.all.value.get(tab.path) : undefined;
  const wrong = tab.kind === "file" && errors.value.has(tab.path);
  const label = labelOf(tab);
  return (
    <li ref={item} class={current ? "tab current" : "tab"}>
      <button
        type="button"
        class={wrong ? "tab-name wrong" : "tab-name"}
        title={pathOf(tab) ?? label}
        aria-current={current ? "true" : undefined}
        onClick={() => desk.show(tab.key)}
        onAuxClick={(event) => event.button === 1 && desk.close(tab.key)}
      >
        {label}
        {buffer?.dirty.value && (
          <span class="dot">
            <span class="visually-hidden">, not saved yet</span>
          </span>
        )}
      </button>
      <IconButton icon="close" label={`Close ${label}`} onClick={() => desk.close(tab.key)} />
    </li>
  );
}

function labelOf(tab: Tab): string {
  switch (tab.kind) {
    case "file":
      return nameOf(tab.path);
    case "changes":
      return `${nameOf(tab.path)} · ${tab.commit.slice(0, 6)}`;
    case "branch":
      return `Branch ${tab.name}`;
    case "request":
      return tab.title;
  }
}
