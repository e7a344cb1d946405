import type { Pool } from "../api/types";
import { Bar } from "./Bar";
import { DataTable } from "./DataTable";
import { samples } from "./pool";
import { Budget, Weight } from "./TenantLimits";
import { byShare, type TenantRow } from "./tenants";
import { duration, figure, percent } from "./words";

const HEADS = [
  "Tenant",
  "Weight",
  "Share, last minute",
  "GPU time in all",
  "Today",
  "Waiting",
  "Counter",
];
const AT_MOST = 100;

export function TenantsTable({ pool }: { pool: Pool }) {
  const rows = byShare(pool, samples.value);
  const hidden = rows.length - AT_MOST;
  return (
    <section aria-labelledby="pool-tenants">
      <h2 id="pool-tenants">Tenants</h2>
      {rows.length === 0 ? (
        <p class="pool-note">Nothing has asked for a model yet.</p>
      ) : (
        <DataTable label="Tenants of the pool" heads={HEADS} numbersFrom={1}>
          {rows.slice(0, AT_MOST).map((row) => (
            <TenantLine key={row.id} row={row} />
          ))}
        </DataTable>
      )}
      {rows.length > 0 && (
        <p class="pool-note">
          {hidden > 0 && `And ${figure(hidden)} with less. `}
          Of those that wait, the one with the smallest counter goes next.
        </p>
      )}
    </section>
  );
}

function TenantLine({ row }: { row: TenantRow }) {
  const { id, share, served_ms, waiting, counter } = row;
  return (
    <tr>
      <th scope="row" title={id}>
        {id}
      </th>
      <td>
        <Weight tenant={row} />
      </td>
      <td>
        {percent(share)}
        <Bar part={share} />
      </td>
      <td>{duration(served_ms)}</td>
      <td>
        <Budget tenant={row} />
      </td>
      <td>{figure(waiting)}</td>
      <td>{figure(counter)}</td>
    </tr>
  );
}
