import { useEffect, useRef, useState } from "preact/hooks";
import { IconButton } from "./IconButton";
import { Icon, type IconName } from "./icons";
import { moveFocus } from "./move-focus";
import { Popover } from "./Popover";

export interface MenuItem {
  label: string;
  icon: IconName;
  danger?: boolean;
  run: () => void;
}

/** A button that opens a list of actions; arrow keys move in it. */
export function Menu({ label, items }: { label: string; items: MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  return (
    <>
      <IconButton
        icon="more"
        label={label}
        expanded={open}
        buttonRef={button}
        class="menu-button"
        onClick={() => setOpen(!open)}
      />
      {open && (
        <Popover anchor={button} align="end" role="menu" label={label} onClose={() => close(false)}>
          <MenuItems items={items} close={close} />
        </Popover>
      )}
    </>
  );
}

function MenuItems(props: { items: MenuItem[]; close: (refocus: boolean) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") props.close(true);
    else if (event.key === "Escape") {
      // The menu may be gone before the window hears of the key, which would then stop a run.
      event.preventDefault();
      props.close(true);
    } else if (list.current) moveFocus(event, list.current, "[role=menuitem]");
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the items
    <div ref={list} role="presentation" onKeyDown={onKeyDown}>
      {props.items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={item.danger ? "menu-item danger" : "menu-item"}
          onClick={() => {
            props.close(true);
            item.run();
          }}
        >
          <Icon name={item.icon} />
          {item.label}
        </button>
      ))}
    </div>
  );
}
