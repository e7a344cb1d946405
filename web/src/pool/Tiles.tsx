import type { Pool } from "../api/types";
import { capacity, heldIn, longestWait, waitingIn } from "./sums";
import { figure, waitSaid } from "./words";

/** The pool in five figures. */
export function Tiles({ pool }: { pool: Pool }) {
  return (
    <dl class="pool-tiles">
      {tiles(pool).map(([name, value, of]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {of && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function tiles({ nodes, models }: Pool): [string, string, string?][] {
  const { what, used, all } = capacity(nodes);
  const alive = nodes.filter((node) => node.alive).length;
  const dead = nodes.length - alive;
  return [
    ["Nodes", figure(alive), dead > 0 ? ` and ${figure(dead)} away` : ""],
    [`${what} used`, figure(used), ` of ${figure(all)}`],
    ["At work", figure(heldIn(models))],
    ["Waiting", figure(waitingIn(models))],
    ["Longest wait", waitSaid(longestWait(models))],
  ];
}
