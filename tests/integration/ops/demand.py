"""Asks a cluster for one replica's worth of each of these models, says where each came to run, and
lets go: `python demand.py <Ray's address> <GiB a GPU> <model> …`."""

import json
import sys

import ray

from serve.catalog import load_catalog
from serve.machine import Hardware, node_types
from serve.model_entry import placement
from serve.settings import CATALOG_PATH, REPOSITORY

PATIENCE_S = 120.0


@ray.remote
class StandIn:
    """Takes the place of a replica."""

    def where(self) -> str:
        return str(ray.get_runtime_context().get_node_id())


def main() -> None:
    address, gpu_memory_gib, *models = sys.argv[1:]
    ray.init(address, log_to_driver=False)
    types = node_types(REPOSITORY / "ray-cluster.yaml")
    hardware = Hardware.of_ray_nodes(types, float(gpu_memory_gib))
    catalog = load_catalog(CATALOG_PATH, hardware=hardware, env={})
    wanted = {model: placement(catalog.get(model)) for model in models}
    actors = {
        model: StandIn.options(  # type: ignore[attr-defined]
            num_cpus=sum(bundle.get("CPU", 0) for bundle in bundles),
            num_gpus=sum(bundle.get("GPU", 0) for bundle in bundles),
        ).remote()
        for model, bundles in wanted.items()
    }
    where = {m: ray.get(a.where.remote(), timeout=PATIENCE_S) for m, a in actors.items()}
    machines = {node["NodeID"]: node["Resources"] for node in ray.nodes()}
    for model, node in where.items():
        resources = machines[node]
        print(json.dumps([model, resources.get("CPU", 0), resources.get("GPU", 0)]), flush=True)
    for actor in actors.values():
        ray.kill(actor)
    sys.stdin.readline()  # until we are killed


if __name__ == "__main__":
    main()
