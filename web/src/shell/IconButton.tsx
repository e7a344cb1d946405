import type { Ref } from "preact";
import { Icon, type IconName } from "./icons";

interface Props {
  id?: string;
  icon: IconName;
  label: string;
  onClick: (event: MouseEvent) => void;
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  class?: string;
}

/** A square button whose name shows as a tooltip. */
export function IconButton(props: Props) {
  return (
    <button
      type="button"
      id={props.id}
      class={`icon-button ${props.class ?? ""}`}
      title={props.label}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      disabled={props.disabled}
      onClick={props.onClick}
      ref={props.buttonRef ?? null}
    >
      <Icon name={props.icon} />
    </button>
  );
}
