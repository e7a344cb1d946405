import type { ComponentChildren } from "preact";

interface Props {
  name: string;
  badge: string;
  why: string;
  /** How far it is, or how much came and went. */
  children: ComponentChildren;
  /** null while there is nothing to show. */
  onShow: (() => void) | null;
}

/** A file of a turn; it leads to its lines. */
export function CardFrame({ name, badge, why, children, onShow }: Props) {
  return (
    <div class="file-card">
      <button type="button" disabled={onShow === null} onClick={() => onShow?.()}>
        <span class="file-card-path">{name}</span>
        {badge && <span class="badge">{badge}</span>}
        <span class="file-card-state">{children}</span>
      </button>
      {why && <p>{why}</p>}
    </div>
  );
}
