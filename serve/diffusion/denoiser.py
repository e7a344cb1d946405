"""Denoising step by step: one forward pass over requests that are at different steps.

A request has its own scheduler object and its own noise, so what it becomes does not depend on
who steps beside it.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from diffusers import FlowMatchEulerDiscreteScheduler

from serve.diffusion.family import Condition, Family, stacked
from serve.diffusion.schedulers import scheduler_of
from storage.documents import Scheduler

UNGUIDED = 1.0
"""Guidance up to this is none: one forward pass instead of two."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a picture must stay: where `mask` [1, 1, h, w] is 0 it is `latents`, under `noise` as
    long as the rest is."""

    latents: torch.Tensor
    noise: torch.Tensor
    mask: torch.Tensor


@dataclass(slots=True)
class Denoising:
    """A request's way from noise to a picture. `latents` is [1, c, h, w]; `index` counts the
    steps that are done. `prompt` and `negative` are conditions; without guidance the second is
    not used."""

    id: str
    latents: torch.Tensor
    timesteps: torch.Tensor
    scheduler: Any
    prompt: Condition
    negative: Condition | None
    guidance: float
    generator: torch.Generator
    kept: Kept | None = None
    index: int = 0
    clean: torch.Tensor | None = None
    """What the latest step takes the finished latents to be."""

    @property
    def group(self) -> tuple[object, ...]:
        """Requests of one group fit in one forward pass."""
        return (tuple(self.latents.shape[1:]), self.negative is not None, self.latents.dtype)

    @property
    def cost(self) -> float:
        """Of a step, in latent positions."""
        passes = 1 if self.negative is None else 2
        return float(passes * self.latents.shape[-2] * self.latents.shape[-1])

    @property
    def steps(self) -> int:
        return len(self.timesteps)

    @property
    def done(self) -> bool:
        return self.index >= self.steps


class Denoiser:
    """Takes the steps of requests of one family."""

    def __init__(self, family: Family) -> None:
        self._family = family

    def start(
        self,
        request_id: str,
        shape: tuple[int, int, int],
        prompt: Condition,
        negative: Condition | None,
        *,
        steps: int,
        guidance: float,
        seed: int,
        init_latents: torch.Tensor | None = None,
        strength: float = 1.0,
        mask: torch.Tensor | None = None,
        scheduler_name: Scheduler | None = None,
    ) -> Denoising:
        """Pure noise of `shape` [c, h, w] from the seed, always made on the CPU, so that a seed is
        the same picture on every device. With `init_latents` [1, c, h, w] of a picture, as much
        noise on it as the last `strength` of the steps take away again (SDEdit, arXiv 2108.01073);
        where `mask` [1, 1, h, w] is 0 the picture stays (RePaint without its loops, 2201.09865).
        """
        scheduler = scheduler_of(self._family.pipeline, scheduler_name)
        scheduler.set_timesteps(steps, **self._family.timestep_options(shape, steps))
        generator = torch.Generator("cpu").manual_seed(seed)
        weights = next(iter(prompt.tensors.values()))
        noise = torch.randn((1, *shape), generator=generator).to(weights.device, weights.dtype)
        kept = None
        if init_latents is None:
            timesteps = scheduler.timesteps
            latents = noise * getattr(scheduler, "init_noise_sigma", 1.0)
        else:
            timesteps = _last_steps(scheduler, steps, strength)
            init_latents = init_latents.to(noise)
            latents = _noised(scheduler, init_latents, noise, timesteps[:1])
            kept = None if mask is None else Kept(init_latents, noise, mask.to(noise))
        return Denoising(
            id=request_id,
            latents=latents,
            timesteps=timesteps,
            scheduler=scheduler,
            prompt=prompt,
            negative=negative if guidance > UNGUIDED else None,
            guidance=guidance,
            generator=generator,
            kept=kept,
        )

    @torch.inference_mode()
    def step(self, batch: Sequence[Denoising]) -> None:
        """One step of each. All are of one group, and none is done."""
        guided = batch[0].negative is not None
        latents = torch.cat([_model_input(each) for each in batch])
        timesteps = torch.stack([each.timesteps[each.index] for each in batch]).to(latents.device)
        conditions = [each.prompt for each in batch]
        if guided:
            latents, timesteps = torch.cat([latents, latents]), torch.cat([timesteps, timesteps])
            conditions += [each.negative for each in batch if each.negative is not None]
        outputs = self._family.predict(latents, timesteps, stacked(conditions))
        for i, each in enumerate(batch):
            output = outputs[i : i + 1]
            if guided:
                away = outputs[len(batch) + i : len(batch) + i + 1]
                output = away + each.guidance * (output - away)
            _advance(each, output)


def _last_steps(scheduler: Any, steps: int, strength: float) -> torch.Tensor:
    """The timesteps that are left when the first 1 − strength of them are passed over."""
    left = max(1, min(steps, int(steps * strength)))
    first = (steps - left) * scheduler.order
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(first)
    timesteps: torch.Tensor = scheduler.timesteps[first:]
    return timesteps


def _noised(
    scheduler: Any, latents: torch.Tensor, noise: torch.Tensor, timestep: torch.Tensor
) -> torch.Tensor:
    if isinstance(scheduler, FlowMatchEulerDiscreteScheduler):
        noised: torch.Tensor = scheduler.scale_noise(latents, timestep, noise)
    else:
        noised = scheduler.add_noise(latents, noise, timestep)
    return noised


def _model_input(state: Denoising) -> torch.Tensor:
    scale = getattr(state.scheduler, "scale_model_input", None)
    if scale is None:
        return state.latents
    scaled: torch.Tensor = scale(state.latents, state.timesteps[state.index])
    return scaled


def _advance(state: Denoising, output: torch.Tensor) -> None:
    scheduler, timestep = state.scheduler, state.timesteps[state.index]
    options: dict[str, Any] = {}
    if "generator" in inspect.signature(scheduler.step).parameters:
        options["generator"] = state.generator
    before = state.latents
    result = scheduler.step(output, timestep, before, **options)
    state.latents = result.prev_sample.to(before.dtype)
    state.clean = getattr(result, "pred_original_sample", None)
    if state.clean is None:
        state.clean = _clean(state, before, output)
    state.index += 1
    if state.kept is not None:
        _restore(state, state.kept)


def _restore(state: Denoising, kept: Kept) -> None:
    """Put back what must stay, with as much noise as is left."""
    there = kept.latents
    if not state.done:
        ahead = state.timesteps[state.index : state.index + 1]
        there = _noised(state.scheduler, kept.latents, kept.noise, ahead)
    state.latents = kept.mask * state.latents + (1 - kept.mask) * there
    if state.clean is not None:
        state.clean = kept.mask * state.clean + (1 - kept.mask) * kept.latents


def _clean(state: Denoising, latents: torch.Tensor, output: torch.Tensor) -> torch.Tensor | None:
    """What the model takes the finished latents to be, where the scheduler does not say."""
    scheduler, kind = state.scheduler, state.scheduler.config.get("prediction_type")
    if isinstance(scheduler, FlowMatchEulerDiscreteScheduler):  # a straight line from the noise
        step = len(scheduler.sigmas) - 1 - len(state.timesteps) + state.index
        return latents - scheduler.sigmas[step].to(latents) * output
    if kind not in ("epsilon", "v_prediction"):
        return None
    kept = scheduler.alphas_cumprod[int(state.timesteps[state.index])].to(latents)
    if kind == "epsilon":
        return (latents - (1 - kept).sqrt() * output) / kept.sqrt()
    return kept.sqrt() * latents - (1 - kept).sqrt() * output
