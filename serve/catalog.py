"""The catalogue: which models there are, what each needs, and which of them run here.

`models.yaml` ships with the code; an operator's file of the same form is laid over it by id.
An entry is offered when the machine and the environment meet what it requires. Everything
here is pure: hardware and environment are passed in, and only `load_catalog` reads files.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import orjson
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from serve.errors import ModelError, UnknownModelError


class CatalogError(ModelError):
    """A models file is wrong. The message names file, entry and field: correct it, start again."""

    code = "catalog_invalid"


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


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
EnvName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Capability = Literal["chat", "tools", "vision", "reasoning", "logprobs"]


class Requires(_Part):
    """What must be there for an entry to be offered. `hub`: its weights must be pulled first."""

    gpus: Count = 0
    gpu_memory_gib: Amount = 0.0
    memory_gib: Amount = 0.0
    hub: bool = False
    env: tuple[EnvName, ...] = ()
    env_absent: tuple[EnvName, ...] = ()


class Resources(_Part):
    """What one replica takes. Numbers are for each of its `tensor_parallel` workers.

    Without `num_gpus`, `gpu_memory_gib` decides: a share of a big card, or all of a small one.
    """

    num_gpus: Amount | None = None
    num_cpus: Amount = 1.0
    gpu_memory_gib: Amount = 0.0
    memory_gib: Amount = 0.0
    tensor_parallel: Positive = 1

    @model_validator(mode="after")
    def _whole_gpus(self) -> Self:
        gpus = self.num_gpus or 0.0
        if gpus != int(gpus) and (gpus > 1 or self.tensor_parallel > 1):
            raise ValueError("num_gpus may be a fraction only below 1 and with tensor_parallel 1")
        return self


class Replicas(_Part):
    """How many copies run, and how many requests each should have at a time."""

    min: Count = 0
    max: Positive = 1
    target_ongoing: Positive = 16

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("min is greater than max")
        return self


class Price(_Part):
    input_usd_per_mtok: Amount = 0.0
    output_usd_per_mtok: Amount = 0.0


class Remote(_Part):
    """Where a provider answers. `${NAME}` and `${NAME:-default}` are taken from the environment.

    An empty `upstream_model` means the first model that the server lists. `prefill` says how
    the provider goes on from an answer's beginning: not at all (null), from a last assistant
    message (`trailing`), or from one with vLLM's flags (`continue_final_message`).
    `unsupported` names request fields that it refuses. `thinking_tokens` are added to a
    request's token limit where hidden reasoning counts towards it.
    """

    base_url: str
    upstream_model: str = ""
    api_key_env: EnvName | None = None
    default_port: int | None = Field(default=None, ge=1, le=65535)
    prefill: Literal["trailing", "continue_final_message"] | None = None
    max_tokens_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    unsupported: frozenset[str] = frozenset()
    thinking_tokens: Count = 0


class Variant(_Part):
    """Another way to run the entry. The first whose `requires` is met is taken."""

    requires: Requires = Requires()
    resources: Resources = Resources()
    engine_args: Mapping[str, Any] = Field(default_factory=dict)


class ModelEntry(_Part):
    """One model that can be asked. `source` is a path in the repository or an id on the hub.

    `engine_args` go to vLLM when it starts; `request_defaults` into the body of each request.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=80)
    name: str
    labels: tuple[str, ...] = ()
    engine: Literal["vllm", "openai", "anthropic"]
    source: str = ""
    revision: str = "main"
    requires: Requires = Requires()
    resources: Resources = Resources()
    variants: tuple[Variant, ...] = ()
    replicas: Replicas = Replicas()
    context_tokens: Positive
    max_output_tokens: Positive
    price: Price = Price()
    capabilities: tuple[Capability, ...] = ("chat",)
    fallbacks: tuple[str, ...] = ()
    engine_args: Mapping[str, Any] = Field(default_factory=dict)
    request_defaults: Mapping[str, Any] = Field(default_factory=dict)
    remote: Remote | None = None

    @property
    def is_remote(self) -> bool:
        return self.remote is not None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.engine == "vllm" and (not self.source or self.remote):
            raise ValueError("engine vllm needs source and takes no remote")
        if self.engine != "vllm" and (self.source or not self.remote):
            raise ValueError(f"engine {self.engine} needs remote and takes no source")
        if self.max_output_tokens > self.context_tokens:
            raise ValueError("max_output_tokens is greater than context_tokens")
        if self.id in self.fallbacks:
            raise ValueError("fallbacks names the entry itself")
        return self


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries offered here, in the file's order. `withheld` says why the others are not."""

    entries: tuple[ModelEntry, ...]
    preference: tuple[str, ...]
    withheld: Mapping[str, str]

    @property
    def default(self) -> ModelEntry:
        """The model for whoever names none: the most preferred that needs no download."""
        return self.preferred(lambda entry: not entry.requires.hub)

    def preferred(self, usable: Callable[[ModelEntry], bool]) -> ModelEntry:
        """The first of the file's `default` list, then of all, that is usable; else the first."""
        ranked = [e for i in self.preference for e in self.entries if e.id == i]
        return next(filter(usable, [*ranked, *self.entries]), self.entries[0])

    def get(self, model_id: str) -> ModelEntry:
        for entry in self.entries:
            if entry.id == model_id:
                return entry
        known = ", ".join(entry.id for entry in self.entries)
        reason = self.withheld.get(model_id)
        if reason:
            raise UnknownModelError(f"{model_id} is not offered here: {reason}. Known: {known}.")
        raise UnknownModelError(f"There is no model {model_id!r}. Known: {known}.")


def load_catalog(
    path: Path,
    override_path: Path | None = None,
    *,
    hardware: Hardware,
    env: Mapping[str, str],
) -> Catalog:
    """Read the models, lay the operator's over them, keep what this machine can offer.

    Raises `CatalogError` for a file that cannot be read, an entry that is wrong, or when
    nothing is left to offer.
    """
    models, preference = _read(path)
    origin = dict.fromkeys(models, path)
    if override_path is not None:
        changes, preferred_here = _read(override_path)
        origin |= dict.fromkeys(changes, override_path)
        for model_id, fields in changes.items():
            models[model_id] = _merge(models.get(model_id, {}), fields)
        preference = preferred_here or preference
    wanted = {i: fields for i, fields in models.items() if fields.pop("enabled", True)}
    entries = [_validated(fields, origin[i]) for i, fields in wanted.items()]
    _check_references(entries, preference, models, origin)
    return _offer(entries, preference, hardware, env)


def placement(entry: ModelEntry) -> list[dict[str, float]]:
    """Ray bundles of one replica: one for each tensor-parallel worker, none for a remote model.

    The first bundle is the replica actor's own.
    """
    if entry.is_remote:
        return []
    bundle = {"CPU": entry.resources.num_cpus}
    if entry.resources.num_gpus:
        bundle["GPU"] = entry.resources.num_gpus
    return [dict(bundle) for _ in range(entry.resources.tensor_parallel)]


def engine_flags(entry: ModelEntry) -> tuple[str, ...]:
    """`engine_args` as vLLM's command line spells them: `--max-model-len 2048 --enforce-eager`."""
    flags: list[str] = []
    for key, value in entry.engine_args.items():
        name = key.replace("_", "-")
        if isinstance(value, bool):
            flags.append(f"--{name}" if value else f"--no-{name}")
        else:
            plain = value if isinstance(value, str | int | float) else orjson.dumps(value).decode()
            flags += [f"--{name}", str(plain)]
    if entry.resources.tensor_parallel > 1:
        flags += ["--tensor-parallel-size", str(entry.resources.tensor_parallel)]
    return tuple(flags)


def gpu_share(needed_gib: float, card_gib: float) -> float:
    """What part of a card to take: hundredths, rounded up; all of it from a half on.

    Ray's fractions are bookkeeping; `gpu_memory_utilization` makes vLLM keep to them.
    """
    share = math.ceil(round(100 * needed_gib / card_gib, 6)) / 100 if card_gib else 1.0
    return share if share <= 0.5 else 1.0


def _read(path: Path) -> tuple[dict[str, dict[str, Any]], tuple[str, ...]]:
    try:
        document = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CatalogError(f"{path}: cannot be read: {error}") from error
    if not isinstance(document, dict) or not set(document) <= {"default", "models"}:
        raise CatalogError(f"{path}: must have `models` and may have `default`, nothing else")
    models: dict[str, dict[str, Any]] = {}
    rows = document.get("models") or []
    if not isinstance(rows, list):
        raise CatalogError(f"{path}: models: must be a list")
    for number, fields in enumerate(rows, 1):
        if not isinstance(fields, dict) or not isinstance(fields.get("id"), str):
            raise CatalogError(f"{path}: models: entry {number} has no id")
        if fields["id"] in models:
            raise CatalogError(f"{path}: model {fields['id']}, field id: appears twice")
        if not isinstance(fields.get("enabled", True), bool):
            raise CatalogError(
                f"{path}: model {fields['id']}, field enabled: must be true or false"
            )
        models[fields["id"]] = fields
    default = document.get("default") or []
    ids = [default] if isinstance(default, str) else default
    if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids):
        raise CatalogError(f"{path}: default: must be a list of model ids")
    return models, tuple(ids)


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merge(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(fields: Mapping[str, Any], path: Path) -> ModelEntry:
    try:
        return ModelEntry.model_validate(fields)
    except ValidationError as error:
        lines = [
            f"{path}: model {fields.get('id')}, field {_place(e['loc'])}: {e['msg']}"
            for e in error.errors()
        ]
        raise CatalogError("\n".join(lines)) from error


def _place(location: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in location) or "(several)"


def _check_references(
    entries: Sequence[ModelEntry],
    preference: Sequence[str],
    models: Mapping[str, Any],
    origin: Mapping[str, Path],
) -> None:
    """Names of entries that the operator removed are fine; names of none are slips."""
    for entry in entries:
        for other in entry.fallbacks:
            if other not in models:
                place = f"{origin[entry.id]}: model {entry.id}, field fallbacks"
                raise CatalogError(f"{place}: there is no model {other!r}")
    for other in preference:
        if other not in models:
            raise CatalogError(f"default: there is no model {other!r}")


def _offer(
    entries: Sequence[ModelEntry],
    preference: tuple[str, ...],
    hardware: Hardware,
    env: Mapping[str, str],
) -> Catalog:
    offered: list[ModelEntry] = []
    withheld: dict[str, str] = {}
    for entry in entries:
        missing = _unmet(entry.requires, hardware, env)
        unmet = [_unmet(variant.requires, hardware, env) for variant in entry.variants]
        if missing or (unmet and all(unmet)):
            withheld[entry.id] = missing or " or ".join(filter(None, unmet))
        else:
            variant = entry.variants[unmet.index("")] if unmet else None
            offered.append(_settle(entry, variant, hardware, env))
    if not offered:
        raise CatalogError(f"no model can be offered here: {withheld or 'the file names none'}")
    ids = {entry.id for entry in offered}
    kept = [
        e.model_copy(update={"fallbacks": tuple(i for i in e.fallbacks if i in ids)})
        for e in offered
    ]
    return Catalog(tuple(kept), preference, withheld)


def _unmet(requires: Requires, hardware: Hardware, env: Mapping[str, str]) -> str:
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


def _settle(
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
