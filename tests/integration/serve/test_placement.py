"""The catalogue's GPU entries find their place on a cluster, by Ray's own (logical) GPUs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import ray
from ray import serve
from ray.util.placement_group import placement_group, remove_placement_group

from serve.app import LONGEST_STREAM_S, app_name
from serve.catalog import Catalog, load_catalog
from serve.machine import Hardware
from serve.model_entry import ModelEntry, placement
from serve.nodes import unplaced
from serve.settings import CATALOG_PATH
from tests.integration.gateway.talk import eventually

GPUS = 4
CARD_GIB = 80.0
READY_S = 30.0


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=32, num_gpus=GPUS, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture(scope="module")
def catalog(cluster: None) -> Catalog:
    resources = [node["Resources"] for node in ray.nodes()]
    hardware = Hardware.of_ray_nodes(resources, CARD_GIB)
    assert hardware.gpus == GPUS
    return load_catalog(CATALOG_PATH, hardware=hardware, env={})


def gpus_of(entry: ModelEntry) -> float:
    return sum(bundle.get("GPU", 0.0) for bundle in placement(entry))


def test_with_gpus_the_large_models_are_offered_and_preferred(catalog: Catalog) -> None:
    ids = [entry.id for entry in catalog.entries]
    assert {"qwen3-8b", "qwen3-30b"} <= set(ids)
    assert catalog.preferred(lambda entry: True).id == "qwen3-30b"


def test_there_are_fractional_and_tensor_parallel_entries(catalog: Catalog) -> None:
    small = load_catalog(
        CATALOG_PATH, hardware=Hardware(gpus=2, gpu_memory_gib=40, memory_gib=200, cpus=32), env={}
    )
    assert 0 < gpus_of(catalog.get("qwen3-8b")) < 1
    assert small.get("qwen3-30b").resources.tensor_parallel == 2
    assert len(placement(small.get("qwen3-30b"))) == 2


def test_every_local_entry_finds_a_place(catalog: Catalog) -> None:
    for entry in catalog.entries:
        group = placement_group(placement(entry), strategy="STRICT_PACK")
        try:
            ray.get(group.ready(), timeout=READY_S)
        finally:
            remove_placement_group(group)


def test_fractions_share_one_gpu_and_no_more_than_fit(catalog: Catalog) -> None:
    entry = catalog.get("qwen3-8b")
    fit = int(GPUS * int(1 / gpus_of(entry)))
    groups = [placement_group(placement(entry)) for _ in range(fit + 1)]
    try:
        ready, waiting = ray.wait(
            [group.ready() for group in groups], num_returns=fit, timeout=READY_S
        )
        assert (len(ready), len(waiting)) == (fit, 1)
    finally:
        for group in groups:
            remove_placement_group(group)


def test_a_tensor_parallel_replica_sees_all_its_gpus(cluster: None) -> None:
    hardware = Hardware(gpus=2, gpu_memory_gib=40, memory_gib=200, cpus=32)
    entry = load_catalog(CATALOG_PATH, hardware=hardware, env={}).get("qwen3-30b")

    @ray.remote(num_cpus=0, num_gpus=gpus_of(entry))
    def visible() -> list[int]:
        return list(ray.get_gpu_ids())

    assert len(ray.get(visible.remote(), timeout=READY_S)) == 2


class UntilEnough:
    """A scaling policy: one replica, then none."""

    def __init__(self, enough: str) -> None:
        self._enough = Path(enough)

    def __call__(self, context: Any) -> tuple[int, dict[str, Any]]:
        return (0 if self._enough.exists() else 1), {}


@serve.deployment(
    ray_actor_options={"num_cpus": 0, "num_gpus": GPUS},
    graceful_shutdown_timeout_s=LONGEST_STREAM_S,
)
class WantsAll:
    """A replica that leaves room for no other."""


@pytest.fixture
def served(cluster: None) -> Iterator[None]:
    serve.start(proxy_location="Disabled")
    yield
    serve.shutdown()


async def test_a_replica_given_up_before_it_had_a_place_is_waited_for_by_nobody(
    served: None, tmp_path: Path
) -> None:
    enough = tmp_path / "enough"
    scaling = {
        "min_replicas": 0,
        "initial_replicas": 0,
        "max_replicas": 1,
        "policy": {"policy_function": UntilEnough, "policy_kwargs": {"enough": str(enough)}},
        **dict.fromkeys(("upscale_delay_s", "downscale_delay_s", "downscale_to_zero_delay_s"), 0.0),
    }
    serve.run(WantsAll.bind(), name=app_name("there"), route_prefix=None)
    assert await unplaced() == frozenset()
    scaled = WantsAll.options(autoscaling_config=scaling).bind()
    serve.run(scaled, name=app_name("late"), route_prefix=None)

    async def waits() -> bool:
        return await unplaced() == {"late"}

    async def gone() -> bool:
        homeless = await unplaced()
        late = serve.status().applications[app_name("late")].deployments["WantsAll"]
        return not homeless and not late.replica_states

    await eventually(waits, "the second to want a place", READY_S)
    enough.touch()
    await eventually(gone, "it to be given up", READY_S)
    assert serve.status().applications[app_name("there")].status == "RUNNING"
