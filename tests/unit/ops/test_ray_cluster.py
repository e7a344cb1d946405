"""`ray-cluster.yaml` is what Ray's own schema accepts, and keeps to its limits."""

from pathlib import Path

import yaml
from ray.autoscaler._private.util import fillout_defaults, validate_config

CLUSTER = Path(__file__).resolve().parents[3] / "ray-cluster.yaml"


def test_rays_own_schema_accepts_the_cluster() -> None:
    config = yaml.safe_load(CLUSTER.read_text())
    validate_config(fillout_defaults(config))


def test_there_are_cpu_and_gpu_workers_within_the_limit() -> None:
    config = yaml.safe_load(CLUSTER.read_text())
    types = config["available_node_types"]
    workers = {name: node for name, node in types.items() if name != config["head_node_type"]}
    assert any("GPU" not in node["resources"] for node in workers.values())
    assert any(node["resources"].get("GPU", 0) >= 4 for node in workers.values())
    assert sum(node["max_workers"] for node in workers.values()) == config["max_workers"]
