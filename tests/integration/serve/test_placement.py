"""The catalogue's GPU entries find their place on a cluster, by Ray's own (logical) GPUs."""

from collections.abc import Iterator

import pytest
import ray
from ray.util.placement_group import placement_group, remove_placement_group

from serve.catalog import Catalog, load_catalog
from serve.machine import Hardware
from serve.model_entry import ModelEntry, placement
from serve.settings import CATALOG_PATH

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
