"""What a catalogue entry says: the fields of `models.yaml`, and what Ray and vLLM make of them."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

import orjson
from pydantic import BaseModel, ConfigDict, Field, model_validator


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
EnvName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Capability = Literal["chat", "code", "tools", "vision", "reasoning", "logprobs", "image"]


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
    """How many copies run, and how many requests each should have at a time.

    One more is wanted when requests would wait longer than `target_wait_s`, one less when it was
    not needed for `calm_s`, and none (where `min` is 0) when nobody asked for `idle_s`. While it is
    at work and another model waits for its place it keeps that for `turn_s`, which should be some
    times what it takes to load.
    """

    min: Count = 0
    max: Positive = 1
    target_ongoing: Positive = 16
    target_wait_s: Annotated[float, Field(gt=0)] = 5.0
    calm_s: Amount = 60.0
    idle_s: Amount = 600.0
    turn_s: Amount = 30.0

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("min is greater than max")
        return self


class Price(_Part):
    input_usd_per_mtok: Amount = 0.0
    output_usd_per_mtok: Amount = 0.0

    def usd(self, prompt_tokens: int, completion_tokens: int) -> float:
        """What so many tokens cost."""
        read, written = self.input_usd_per_mtok, self.output_usd_per_mtok
        return (prompt_tokens * read + completion_tokens * written) / 1e6


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


class Lora(_Part):
    """A low-rank change of the weights, laid over them at `scale`. `source` is a path."""

    source: str
    scale: Annotated[float, Field(ge=-10, le=10)] = 1.0


class Drawing(_Part):
    """What an image model is asked for by default, and what it can be asked for at most.

    Sides are pixels, and multiples of `multiple`. `batch_pixels` is how much of pictures one
    denoising step takes at once, guidance counted twice. `dtype` is torch's name. `loras` are
    part of the model: two entries of one source with others are two models.
    """

    width: Positive = 512
    height: Positive = 512
    steps: Positive = 28
    guidance: Annotated[float, Field(ge=1, le=30)] = 5.0
    multiple: Positive = 16
    min_side: Positive = 64
    max_side: Positive = 1024
    max_steps: Positive = 100
    batch_pixels: Positive = 2 * 4 * 512 * 512
    dtype: Literal["float32", "bfloat16", "float16"] = "bfloat16"
    loras: tuple[Lora, ...] = ()


class Studio(_Part):
    """How it is asked to change a project: one that `knows_protocol` is not told it, and is shown
    the main file alone. `planner` is the id of a faster one that writes plans for it."""

    knows_protocol: bool = False
    planner: str | None = None
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.2


class Variant(_Part):
    """Another way to run the entry. The first whose `requires` is met is taken."""

    requires: Requires = Requires()
    resources: Resources = Resources()
    engine_args: Mapping[str, Any] = Field(default_factory=dict)


class ModelEntry(_Part):
    """One model that can be asked. `source` is a path in the repository or an id on the hub.
    Of an image model `context_tokens` is how much of a prompt it reads.

    `engine_args` go to vLLM when it starts; `request_defaults` into the body of each request.
    What chats can be asked to change a project, too; what has `code` alone can be asked nothing
    else.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=80)
    name: str
    labels: tuple[str, ...] = ()
    engine: Literal["vllm", "diffusers", "openai", "anthropic"]
    source: str = ""
    revision: str = "main"
    requires: Requires = Requires()
    resources: Resources = Resources()
    variants: tuple[Variant, ...] = ()
    replicas: Replicas = Replicas()
    context_tokens: Positive
    max_output_tokens: Positive = 1
    drawing: Drawing | None = None
    studio: Studio = Studio()
    price: Price = Price()
    capabilities: tuple[Capability, ...] = ("chat",)
    fallbacks: tuple[str, ...] = ()
    engine_args: Mapping[str, Any] = Field(default_factory=dict)
    request_defaults: Mapping[str, Any] = Field(default_factory=dict)
    remote: Remote | None = None

    @property
    def is_demo(self) -> bool:
        """Whether it is there for trying things out, not for real work."""
        return "demo" in self.labels

    @property
    def is_remote(self) -> bool:
        return self.remote is not None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        is_local = self.engine in ("vllm", "diffusers")
        if is_local and (not self.source or self.remote):
            raise ValueError(f"engine {self.engine} needs source and takes no remote")
        if not is_local and (self.source or not self.remote):
            raise ValueError(f"engine {self.engine} needs remote and takes no source")
        draws = self.engine == "diffusers"
        if draws != (self.drawing is not None) or draws != ("image" in self.capabilities):
            raise ValueError("engine diffusers needs drawing and the capability image, others not")
        if self.max_output_tokens > self.context_tokens:
            raise ValueError("max_output_tokens is greater than context_tokens")
        if self.id in self.fallbacks:
            raise ValueError("fallbacks names the entry itself")
        if self.id == self.studio.planner:
            raise ValueError("studio.planner names the entry itself")
        if self.studio.planner is not None and self.studio.knows_protocol:
            raise ValueError("studio.planner: who knows_protocol is shown no plan")
        return self


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
