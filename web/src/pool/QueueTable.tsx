import type { PoolWaiting } from "../api/types";
import { modelById } from "../state/models";
import { DataTable } from "./DataTable";
import { duration, figure } from "./words";

const HEADS = ["Model", "Tenant", "Before it", "Waited", "Begins in about", "Needs about"];

/** What waits, in the order in which it will go. */
export function QueueTable({ queue }: { queue: PoolWaiting[] }) {
  return (
    <section aria-labelledby="pool-queue">
      <h2 id="pool-queue">Queue</h2>
      {queue.length === 0 ? (
        <p class="pool-note">Nothing waits.</p>
      ) : (
        <DataTable label="Queue of the pool" heads={HEADS} numbersFrom={2}>
          {queue.map((waiting) => (
            <QueueLine key={`${waiting.model} ${waiting.ahead}`} waiting={waiting} />
          ))}
        </DataTable>
      )}
    </section>
  );
}

function QueueLine({ waiting }: { waiting: PoolWaiting }) {
  const { model, tenant, ahead, waited_s, wait_s, work_ms, priority } = waiting;
  return (
    <tr>
      <th scope="row">{modelById(model)?.name ?? model}</th>
      <td>{priority === "normal" ? tenant : `${tenant}, ${priority}`}</td>
      <td>{figure(ahead)}</td>
      <td>{duration(1000 * waited_s)}</td>
      <td>{duration(1000 * wait_s)}</td>
      <td>{duration(work_ms)}</td>
    </tr>
  );
}
