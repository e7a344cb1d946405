"""An entry on this machine: whether it can be offered, on what share of a GPU, at which address.

Pure but for reading a cluster's file: hardware and environment are passed in.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from serve.errors import CatalogError
from serve.model_entry import ModelEntry, Remote, Requires, Variant


@dataclass(frozen=True, slots=True)
class Hardware:
    """What models may use. `gpus` are those of one node; `gpu_memory_gib` is of each of them."""

    gpus: int = 0
    gpu_memory_gib: float = 0.0
    memory_gib: float = 0.0
    cpus: float = 1.0

    @classmethod
    def of_ray_nodes(
        cls, nodes: Iterable[Mapping[str, float]], gpu_memory_gib: float = 0.0
    ) -> "Hardware":
        """From each node's Ray resources (`CPU`, `GPU`, `memory` in bytes).

        Tensor parallelism wants one node, so the node with the most GPUs counts, then the one
        with the most memory. `gpu_memory_gib` is the smallest GPU's.
        """
        best = max(nodes, key=lambda n: (n.get("GPU", 0), n.get("memory", 0)), default={})
        gpus = int(best.get("GPU", 0))
        return cls(
            gpus=gpus,
            gpu_memory_gib=gpu_memory_gib if gpus else 0.0,
            memory_gib=best.get("memory", 0.0) / 2**30,
            cpus=best.get("CPU", 0.0),
        )


def node_types(path: Path) -> list[dict[str, float]]:
    """Ray resources of the machines that a cluster's file lets the autoscaler start. Raises
    CatalogError."""
    try:
        types = yaml.safe_load(path.read_text())["available_node_types"].values()
        return [dict(kind["resources"]) for kind in types if kind.get("max_workers", 0) > 0]
    except (OSError, yaml.YAMLError, AttributeError, KeyError, TypeError) as error:
        raise CatalogError(f"{path} is no file of a Ray cluster: {error!r}") from error


def unmet(requires: Requires, hardware: Hardware, env: Mapping[str, str]) -> str:
    """Why the requirements are not met, or an empty string."""
    if requires.gpus > hardware.gpus or (requires.gpu_memory_gib and not hardware.gpus):
        return f"it needs {max(requires.gpus, 1)} GPU(s), there are {hardware.gpus}"
    if requires.gpu_memory_gib > hardware.gpu_memory_gib:
        have = f"{hardware.gpu_memory_gib:.0f} GiB"
        return f"it needs GPUs of {requires.gpu_memory_gib:.0f} GiB, these have {have}"
    if requires.memory_gib > hardware.memory_gib:
        have = f"{hardware.memory_gib:.0f} GiB"
        return f"it needs {requires.memory_gib:.0f} GiB of memory, there are {have}"
    for name in requires.env:
        if not env.get(name):
            return f"{name} is not set"
    for name in requires.env_absent:
        if env.get(name):
            return f"{name} is set, and it names another server"
    return ""


def settle(
    entry: ModelEntry, variant: Variant | None, hardware: Hardware, env: Mapping[str, str]
) -> ModelEntry:
    """The entry as it will run here: variant chosen, GPU share and addresses worked out."""
    if entry.remote is not None:
        return entry.model_copy(update={"remote": _addressed(entry, entry.remote, env)})
    resources, args = entry.resources, dict(entry.engine_args)
    if variant is not None:
        changed = {
            name: getattr(variant.resources, name) for name in variant.resources.model_fields_set
        }
        resources = resources.model_copy(update=changed)
        args |= variant.engine_args
    if resources.num_gpus is None:
        wanted = resources.gpu_memory_gib
        share = gpu_share(wanted, hardware.gpu_memory_gib) if wanted and hardware.gpus else 0.0
        if resources.tensor_parallel > 1 and hardware.gpus:
            share = 1.0
        resources = resources.model_copy(update={"num_gpus": share})
    if resources.num_gpus and resources.num_gpus < 1:
        args.setdefault("gpu_memory_utilization", resources.num_gpus)
    return entry.model_copy(update={"resources": resources, "engine_args": args, "variants": ()})


def _addressed(entry: ModelEntry, remote: Remote, env: Mapping[str, str]) -> Remote:
    try:
        url = _http_url(_expand(remote.base_url, env), remote.default_port)
        model = _expand(remote.upstream_model, env)
    except KeyError as error:
        raise CatalogError(f"model {entry.id}, field remote: {error.args[0]} is not set") from error
    except ValueError as error:
        raise CatalogError(f"model {entry.id}, field remote.base_url: {error}") from error
    return remote.model_copy(update={"base_url": url, "upstream_model": model})


def gpu_share(needed_gib: float, card_gib: float) -> float:
    """What part of a card to take: hundredths, rounded up; all of it from a half on.

    Ray's fractions are bookkeeping; `gpu_memory_utilization` makes vLLM keep to them.
    """
    share = math.ceil(round(100 * needed_gib / card_gib, 6)) / 100 if card_gib else 1.0
    return share if share <= 0.5 else 1.0


_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}")


def _expand(text: str, env: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name, default = match.group(1), match.group(2)
        return env.get(name) or default if default is not None else env[name]

    return _VARIABLE.sub(value, text)


_ADDRESS = re.compile(r"^(https?)://(\[[^\]]+\]|[^/:@\s]+)(:\d+)?(/[^?#\s]*)?$")


def _http_url(text: str, default_port: int | None) -> str:
    """A base URL as people write them: `OLLAMA_HOST=0.0.0.0` means `http://127.0.0.1:11434`."""
    match = _ADDRESS.match(text if "://" in text else f"http://{text}")
    if match is None:
        raise ValueError(f"{text!r} is no http address")
    scheme, host, port, rest = match.groups()
    host = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    if port is None and default_port and "://" not in text:
        port = f":{default_port}"
    rest = re.sub(r"/+", "/", rest or "").rstrip("/")
    if rest.endswith("/v1/v1"):  # the address had it already
        rest = rest.removesuffix("/v1")
    return f"{scheme}://{host}{port or ''}{rest}"
