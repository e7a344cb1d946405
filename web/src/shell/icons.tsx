/** Line icons on a 20-pixel grid. They say nothing by themselves: the button has the name. */
const PATHS = {
  plus: "M10 4v12M4 10h12",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.5 13.5 17 17",
  sidebar: "M3.5 4.5h13v11h-13zM8 4.5v11",
  close: "m5 5 10 10M15 5 5 15",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  send: "M10 16V4M5 9l5-5 5 5",
  stop: "M6 6h8v8H6z",
  copy: "M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4",
  check: "m4 10.5 4 4L16 6",
  again: "M15.5 7A6 6 0 1 0 16 10M16 3.5V7h-3.5",
  edit: "m4 16 .8-3.2L13 4.5 15.5 7l-8.3 8.2L4 16Z",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6",
  pin: "M7 3.5h6l-.7 5 2.2 2.5h-9l2.2-2.5-.7-5ZM10 11v5.5",
  left: "M12 5 7 10l5 5",
  right: "m8 5 5 5-5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  caret: "m6 8 4 4 4-4",
  sliders: "M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4",
  wrap: "M3.5 5h13M3.5 10h10a3 3 0 0 1 0 6H10M12 14l-2 2 2 2M3.5 15H6",
  download: "M10 3.5v9M6 9l4 4 4-4M4 16.5h12",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M10 14.5h.01",
  image: "M3.5 4.5h13v11h-13zM4 14l4-4 3 3 2-2 3.5 3.5M13 8h.01",
  alert: "M10 6v5M10 14h.01M10 2.5 18 16.5H2Z",
} as const;

/** One of these, or the path of one that only a page that loads later needs. */
export type IconName = keyof typeof PATHS | `M${string}`;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name as keyof typeof PATHS] ?? name} />
    </svg>
  );
}
