"""Stepping beside others changes nothing, and one alone is what diffusers makes of it."""

from random import Random

import pytest
import torch

from serve.diffusion.batching import StepBatcher
from serve.diffusion.denoiser import Denoiser, Denoising
from serve.diffusion.families import StableDiffusion3

SHAPE = (8, 16, 16)
WIDE = (8, 8, 24)


def started(
    family: StableDiffusion3,
    prompt: str,
    seed: int,
    *,
    steps: int = 6,
    guidance: float = 4.0,
    shape: tuple[int, int, int] = SHAPE,
) -> Denoising:
    with torch.inference_mode():
        return Denoiser(family).start(
            f"{prompt}:{seed}",
            shape,
            family.encode(prompt, guidance),
            family.encode("", guidance),
            steps=steps,
            guidance=guidance,
            seed=seed,
        )


def finish(family: StableDiffusion3, state: Denoising) -> torch.Tensor:
    while not state.done:
        Denoiser(family).step([state])
    return state.latents


@pytest.mark.parametrize("guidance", [1.0, 4.0])
def test_alone_it_is_what_the_pipeline_makes(family: StableDiffusion3, guidance: float) -> None:
    ours = finish(family, started(family, "two boats", 11, guidance=guidance))
    theirs = family.pipeline(
        "two boats",
        num_inference_steps=6,
        guidance_scale=guidance,
        generator=torch.Generator().manual_seed(11),
        height=128,
        width=128,
        max_sequence_length=1,
        output_type="latent",
    ).images
    assert ours.std() > 0.1
    assert (ours - theirs).abs().max() <= 1e-3


def test_any_mix_of_joins_gives_the_pictures_of_solo_runs(family: StableDiffusion3) -> None:
    wanted = [
        ("sunset over the sea", 1, 6, 4.0, SHAPE),
        ("a red circle on blue", 2, 3, 4.0, SHAPE),
        ("three houses", 3, 5, 1.0, SHAPE),
        ("night", 4, 4, 2.5, SHAPE),
        ("hills at noon", 5, 4, 4.0, WIDE),
        ("two trees", 6, 7, 4.0, WIDE),
    ]
    alone = {
        f"{prompt}:{seed}": finish(
            family, started(family, prompt, seed, steps=steps, guidance=guidance, shape=shape)
        )
        for prompt, seed, steps, guidance, shape in wanted
    }
    rng = Random(5)
    together: dict[str, torch.Tensor] = {}
    states: dict[str, Denoising] = {}
    batcher = StepBatcher(capacity=2.5 * 2 * 16 * 16)
    sizes = set()
    while wanted or states:
        if wanted and rng.random() < 0.6:
            prompt, seed, steps, guidance, shape = wanted.pop()
            state = started(family, prompt, seed, steps=steps, guidance=guidance, shape=shape)
            states[state.id] = state
            batcher.add(state.id, state.group, state.cost)
        batch = [states[each] for each in batcher.next_batch()]
        if batch:
            Denoiser(family).step(batch)
            sizes.add(len(batch))
        for state in batch:
            if state.done:
                batcher.remove(state.id)
                together[state.id] = states.pop(state.id).latents
    assert max(sizes) > 1
    for name, latents in alone.items():
        assert (latents - together[name]).abs().max() <= 1e-3, name


def test_the_last_step_says_what_the_picture_is(family: StableDiffusion3) -> None:
    state = started(family, "stars", 9)
    finish(family, state)
    assert state.clean is not None
    assert (state.clean - state.latents).abs().max() <= 1e-4
