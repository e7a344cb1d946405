import { useEffect, useState } from "preact/hooks";
import { showToast } from "../state/toasts";
import { Bar } from "./Bar";
import { changeShare } from "./control";
import type { TenantRow } from "./tenants";
import { duration } from "./words";

const MINUTE_MS = 60_000;

/** A tenant's share beside others, to be changed in place. */
export function Weight({ tenant: { id, weight } }: { tenant: TenantRow }) {
  return (
    <NumberCell
      label={`Weight of ${id}`}
      value={String(weight)}
      change={(weight) => changeShare(id, { weight: weight ?? 1 })}
    />
  );
}

/** What it has had today, and how much it may have. */
export function Budget({ tenant }: { tenant: TenantRow }) {
  const { id, daily_budget_ms: most, spent_today_ms: spent } = tenant;
  return (
    <>
      <span class="replica-limits">
        {duration(spent)} of
        <NumberCell
          label={`GPU minutes a day of ${id}`}
          value={most === null ? "" : String(most / MINUTE_MS)}
          placeholder="no end"
          change={(minutes) =>
            changeShare(id, { daily_budget_ms: minutes === null ? null : minutes * MINUTE_MS })
          }
        />
        min
      </span>
      {most !== null && <Bar part={most > 0 ? spent / most : 1} />}
    </>
  );
}

interface CellProps {
  label: string;
  value: string;
  placeholder?: string;
  /** null where nothing is typed. */
  change: (number: number | null) => Promise<void>;
}

/** Enter or leaving it takes the number over, Escape takes it back. */
function NumberCell({ label, value, placeholder = "", change }: CellProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const take = async () => {
    const words = typed.trim().replace(",", ".");
    if (words === value) return;
    if (Number.isFinite(Number(words))) await change(words === "" ? null : Number(words));
    else showToast(`${label}: “${words}” is no number.`);
    setTyped(value); // until the pool says otherwise
  };
  return (
    <input
      class="number-cell"
      inputMode="decimal"
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void take()}
      onKeyDown={(event) => {
        if (event.key === "Enter") void take();
        if (event.key !== "Escape") return;
        event.preventDefault();
        setTyped(value);
      }}
    />
  );
}
