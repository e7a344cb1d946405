import type { PoolModel } from "../api/types";
import { modelById } from "../state/models";
import { Bar } from "./Bar";
import { DataTable } from "./DataTable";
import { ModelStanding } from "./ModelStanding";
import { Replicas } from "./Replicas";
import { held, waiting } from "./sums";
import { figure, priceSaid, waitSaid } from "./words";

const HEADS = ["Model", "State", "Replicas", "Places used", "Waiting", "Wait", "Prices"];

export function ModelsTable({ models }: { models: PoolModel[] }) {
  return (
    <section aria-labelledby="pool-models">
      <h2 id="pool-models">Models</h2>
      {models.length === 0 ? (
        <p class="pool-note">No model runs on these machines.</p>
      ) : (
        <DataTable label="Models of the pool" heads={HEADS} numbersFrom={2}>
          {models.map((model) => (
            <ModelRow key={model.id} model={model} />
          ))}
        </DataTable>
      )}
    </section>
  );
}

function ModelRow({ model }: { model: PoolModel }) {
  const { id, places, wait_s, prices } = model;
  const name = modelById(id)?.name ?? id;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="wraps">
        <ModelStanding seen={model} />
      </td>
      <td>
        <Replicas model={model} name={name} />
      </td>
      <td>
        {figure(held(model))} of {figure(places)}
        <Bar part={places > 0 ? held(model) / places : 0} />
      </td>
      <td>{figure(waiting(model))}</td>
      <td>{waitSaid(wait_s)}</td>
      <td class="prices">
        {Object.entries(prices).map(([kind, ms]) => (
          <span key={kind}>{priceSaid(kind, ms)}</span>
        ))}
      </td>
    </tr>
  );
}
