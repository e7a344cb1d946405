import type { Pool, PoolNode, PoolSandboxes } from "../api/types";
import { DataTable } from "./DataTable";
import { figure } from "./words";

const HEADS = ["Node", "State", "Free CPUs", "Free GPUs", "Free memory", "Sandboxes"];

export function NodesTable({ pool: { nodes, sandboxes } }: { pool: Pool }) {
  return (
    <section aria-labelledby="pool-nodes">
      <h2 id="pool-nodes">Nodes</h2>
      {nodes.length === 0 ? (
        <p class="pool-note">No machine has joined the cluster yet.</p>
      ) : (
        <DataTable label="Nodes of the cluster" heads={HEADS} numbersFrom={2}>
          {nodes.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              sandboxes={sandboxes.find((each) => each.node === node.id)}
            />
          ))}
        </DataTable>
      )}
    </section>
  );
}

interface RowProps {
  node: PoolNode;
  sandboxes: PoolSandboxes | undefined;
}

function NodeRow({ node, sandboxes }: RowProps) {
  const { address, alive, cpus, gpus, memory_gib } = node;
  return (
    <tr>
      <th scope="row">{address}</th>
      <td>
        <span class="model-state">
          <span class={`state-dot ${alive ? "good" : "bad"}`} aria-hidden="true" />
          {alive ? "Alive" : "Away"}
        </span>
      </td>
      <td>{alive ? of(node.free_cpus, cpus) : "–"}</td>
      <td>{alive ? (gpus > 0 ? of(node.free_gpus, gpus) : "none") : "–"}</td>
      <td>{alive ? `${of(node.free_memory_gib, memory_gib)} GiB` : "–"}</td>
      <td title={sandboxes?.why}>{alive ? inUse(sandboxes) : "–"}</td>
    </tr>
  );
}

function inUse(sandboxes: PoolSandboxes | undefined): string {
  if (!sandboxes) return "–";
  if (!sandboxes.backend) return "none";
  return `${of(sandboxes.leased, sandboxes.most)} in use, ${sandboxes.warm} ready`;
}

const of = (free: number, all: number) => `${figure(free)} of ${figure(all)}`;
