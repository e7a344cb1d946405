/** The tenants as rows, who received most lately first. Pure. */
import type { Pool, PoolTenant } from "../api/types";
import { type Sample, sharesOf } from "./history";
import { waitingOf } from "./sums";

const SHARE_MS = 60_000;

export interface TenantRow extends PoolTenant {
  /** Of what all received in the last minute, 0 to 1. */
  share: number;
  waiting: number;
}

export function byShare({ tenants, models }: Pool, samples: readonly Sample[]): TenantRow[] {
  const shares = sharesOf(samples, SHARE_MS);
  const rows = tenants.map((tenant) => ({
    ...tenant,
    share: shares.get(tenant.id) ?? 0,
    waiting: waitingOf(tenant.id, models),
  }));
  return rows.sort(
    (a, b) => b.share - a.share || b.served_ms - a.served_ms || (a.id < b.id ? -1 : 1),
  );
}
