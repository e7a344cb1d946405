import type { ComponentChildren } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { Icon } from "../../shell/icons";
import { Popover } from "../../shell/Popover";

interface Props {
  id?: string;
  /** What is chosen there, and what is chosen now. */
  name: string;
  text: string;
  bad?: boolean;
  /** Of the dialog. */
  label: string;
  class: string;
  /** Called with what closes it. */
  children: (close: () => void) => ComponentChildren;
}

/** A quiet button beneath a request that opens a choice. */
export function ChipPopover({ id, name, text, bad, label, children, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onClose = useCallback(() => setOpen(false), []);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        {...(id ? { id } : {})}
        type="button"
        class={bad ? "model-chip bad" : "model-chip"}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class="visually-hidden">{name}: </span>
        {text}
        <Icon name="caret" />
      </button>
      {open && (
        <Popover anchor={button} role="dialog" label={label} class={rest.class} onClose={onClose}>
          {children(close)}
        </Popover>
      )}
    </>
  );
}
