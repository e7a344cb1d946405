import type { ComponentChildren } from "preact";

interface Props {
  label: string;
  heads: string[];
  /** The columns from this one on are numbers. */
  numbersFrom: 1 | 2;
  /** Rows, each with a header of its own that stays in view. */
  children: ComponentChildren;
}

/** A table that scrolls in its frame where the screen is narrow, by keyboard too. */
export function DataTable({ label, heads, numbersFrom, children }: Props) {
  const frame = { role: "region" as const, "aria-label": label, tabIndex: 0 };
  return (
    <div class={`table-frame numbers-from-${numbersFrom}`} {...frame}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
