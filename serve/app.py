"""From a catalogue entry to a running Ray Serve application."""

import os
from pathlib import Path

from ray import serve

from serve.diffusion.replica import DiffusionReplica, DiffusionSpec
from serve.engine import EngineSpec, VllmEngine
from serve.hub import is_pulled, model_dir
from serve.model_entry import ModelEntry, engine_flags, placement
from serve.replica import Replica
from serve.settings import REPOSITORY, ServeSettings

LONGEST_STREAM_S = 900.0
DEPLOYMENT = "engine"


def app_name(model_id: str) -> str:
    return f"model-{model_id}"


def source_path(entry: ModelEntry, data_dir: Path) -> Path | None:
    """Where the entry's weights lie, or None while they are not here."""
    if entry.requires.hub:
        return model_dir(entry, data_dir) if is_pulled(entry, data_dir) else None
    path = REPOSITORY / entry.source
    return path if path.exists() else None


def build(entry: ModelEntry, source: Path, settings: ServeSettings) -> serve.Application:
    """The application of one local model: its replicas, their resources and their scaling."""
    bundles = placement(entry)
    replica, spec = _replica(entry, source)
    deployment = serve.deployment(replica).options(
        name=DEPLOYMENT,
        max_ongoing_requests=4 * entry.replicas.target_ongoing,
        ray_actor_options={
            "num_cpus": sum(bundle.get("CPU", 0) for bundle in bundles),
            "num_gpus": sum(bundle.get("GPU", 0) for bundle in bundles),
        },
        autoscaling_config={
            "min_replicas": entry.replicas.min,
            "max_replicas": entry.replicas.max,
            "initial_replicas": entry.replicas.min,
            # Serve counts leases, which is what brings a first replica up. All else the dispatcher
            # decides, which knows what waits; it has been patient already.
            "policy": {
                "policy_function": "serve.scaling_policy:BacklogPolicy",
                "policy_kwargs": {"model": entry.id},
            },
            "metrics_interval_s": 1.0,
            "look_back_period_s": 3.0,
            "upscale_delay_s": 0.0,
            "downscale_delay_s": 0.0,
            "downscale_to_zero_delay_s": 0.0,
        },
        graceful_shutdown_timeout_s=LONGEST_STREAM_S,
        graceful_shutdown_wait_loop_s=0.5,
        health_check_period_s=2.0,
        health_check_timeout_s=30.0,
    )
    return deployment.bind(spec)


def _replica(entry: ModelEntry, source: Path) -> tuple[type[Replica], EngineSpec | DiffusionSpec]:
    """The deployment's class and what it must load."""
    if entry.drawing is not None:
        drawing = entry.drawing
        loras = tuple((str(REPOSITORY / lora.source), lora.scale) for lora in drawing.loras)
        spec = DiffusionSpec(entry.id, str(source), drawing.batch_pixels, drawing.dtype, loras)
        return DiffusionReplica, spec
    return VllmEngine, EngineSpec(
        model_id=entry.id,
        source=str(source),
        flags=(*engine_flags(entry), "--scheduling-policy", "priority"),
        env={} if os.environ.get("VLLM_CPU_KVCACHE_SPACE") else {"VLLM_CPU_KVCACHE_SPACE": "1"},
    )
