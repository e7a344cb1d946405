import type { PoolModel } from "../api/types";
import { change, limits } from "./control";
import { figure } from "./words";

/** How many there are, and between how many there may be. */
export function Replicas({ model, name }: { model: PoolModel; name: string }) {
  const { id, replicas, min_replicas, max_replicas } = model;
  const { least, most } = limits(model);
  return (
    <span class="replicas">
      {figure(replicas)}
      <span class="replica-limits">
        <Choice
          label={`Least replicas of ${name}`}
          value={min_replicas}
          counts={least}
          choose={(count) => void change(id, { min_replicas: count })}
        />
        to
        <Choice
          label={`Most replicas of ${name}`}
          value={max_replicas}
          counts={most}
          choose={(count) => void change(id, { max_replicas: count })}
        />
      </span>
    </span>
  );
}

interface ChoiceProps {
  label: string;
  value: number;
  counts: number[];
  choose: (count: number) => void;
}

function Choice({ label, value, counts, choose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => choose(Number(event.currentTarget.value))}
    >
      {counts.map((count) => (
        <option key={count} value={count}>
          {count}
        </option>
      ))}
    </select>
  );
}
