import { useEffect } from "preact/hooks";
import { COMPOSER_ID } from "../shell/focus";
import { GpuPlot } from "./GpuPlot";
import { ModelsTable } from "./ModelsTable";
import { NodesTable } from "./NodesTable";
import { lookNow, pool, problem, startPolling } from "./pool";
import { QueueTable } from "./QueueTable";
import { Standing } from "./Standing";
import { TenantsTable } from "./TenantsTable";
import { Tiles } from "./Tiles";
import { WaitingPlot } from "./WaitingPlot";

export default function PoolPage() {
  useEffect(startPolling, []);
  return (
    // Where the skip link and Shift Escape lead.
    <div class="pool" id={COMPOSER_ID} tabIndex={-1}>
      {pool.value ? (
        <div class="pool-column">
          <Standing />
          <Tiles pool={pool.value} />
          <div class="plots">
            <GpuPlot />
            <WaitingPlot />
          </div>
          <ModelsTable models={pool.value.models} />
          <TenantsTable pool={pool.value} />
          <QueueTable queue={pool.value.queue} />
          <NodesTable pool={pool.value} />
        </div>
      ) : (
        <Nothing />
      )}
    </div>
  );
}

/** Nothing has been heard yet. */
function Nothing() {
  const why = problem.value;
  return (
    <div class="pool-nothing" role="status">
      <p>{why ? why.message : "Loading…"}</p>
      {why && (
        <button type="button" class="button" onClick={lookNow}>
          Try again
        </button>
      )}
    </div>
  );
}
