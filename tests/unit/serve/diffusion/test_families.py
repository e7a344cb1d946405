"""Every family: alone what diffusers makes of it, in company the same, and one that draws."""

import json
from pathlib import Path
from typing import Any

import diffusers
import pytest
import torch
from diffusers import AutoPipelineForImage2Image, DPMSolverMultistepScheduler, PNDMScheduler
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import save_file

from serve.diffusion.autoencoder import Autoencoder
from serve.diffusion.denoiser import Denoiser, Denoising
from serve.diffusion.families import FAMILIES, load_family
from serve.diffusion.schedulers import FLOW, NOISE
from serve.errors import BadRequestError, ContextTooLongError
from storage.documents import Scheduler
from tests.tiny_families import PIPELINES

SIDE = 32


@pytest.fixture(params=PIPELINES, scope="module")
def family(request: pytest.FixtureRequest) -> Any:
    pipeline = PIPELINES[request.param]()
    pipeline.set_progress_bar_config(disable=True)
    return FAMILIES[type(pipeline).__name__](pipeline)


def started(
    family: Any, prompt: str, seed: int, guidance: float = 4.0, steps: int = 5, **more: Any
) -> Denoising:
    autoencoder = Autoencoder(family.pipeline)
    side = SIDE // autoencoder.downscale * (8 if autoencoder.downscale == 8 else 1)
    negative = None if family.embeds_guidance else family.encode("", guidance)
    with torch.inference_mode():
        return Denoiser(family).start(
            f"{prompt}:{seed}:{guidance}",
            (autoencoder.channels, side, side),
            family.encode(prompt, guidance),
            negative,
            steps=steps,
            guidance=guidance,
            seed=seed,
            **more,
        )


def scheduler_names(family: Any) -> list[Scheduler]:
    flow = isinstance(family.pipeline.scheduler, diffusers.FlowMatchEulerDiscreteScheduler)
    return list(FLOW if flow else NOISE)


def finished(family: Any, *states: Denoising) -> list[torch.Tensor]:
    """All of them at once, as long as each has steps left."""
    while batch := [state for state in states if not state.done]:
        Denoiser(family).step(batch)
    return [state.latents for state in states]


@pytest.mark.parametrize("guidance", [1.0, 4.0])
def test_alone_it_is_what_the_pipeline_makes(family: Any, guidance: float) -> None:
    state = started(family, "two boats", 11, guidance)
    noise = torch.randn(state.latents.shape, generator=torch.Generator().manual_seed(11))
    pixels = state.latents.shape[-1] * family.pipeline.vae_scale_factor
    options: dict[str, Any] = {"latents": noise}
    if "Flux" in type(family.pipeline).__name__:
        count, channels, height, width = noise.shape
        options["latents"] = family.pipeline._pack_latents(noise, count, channels, height, width)
        options["max_sequence_length"] = family._t5_tokens
    if "3" in type(family.pipeline).__name__:
        options["max_sequence_length"] = 1
    theirs = family.pipeline(
        "two boats",
        num_inference_steps=5,
        guidance_scale=guidance,
        height=pixels,
        width=pixels,
        output_type="latent",
        **options,
    ).images
    (ours,) = finished(family, state)
    if theirs.shape != ours.shape:
        theirs = family.pipeline._unpack_latents(
            theirs, pixels, pixels, family.pipeline.vae_scale_factor
        )
    assert ours.std() > 0.1
    assert (ours - theirs).abs().max() <= 1e-3


@pytest.mark.parametrize("halves", [("unet",), ("unet", "text_encoder", "vae")])
def test_the_smaller_weights_are_loaded_where_there_are_any(
    tmp_path: Path, halves: tuple[str, ...]
) -> None:
    """As a pull leaves them: one kind of weights a part, and without what is dispensable."""
    pipeline = PIPELINES["StableDiffusionPipeline"]()
    pipeline.save_pretrained(tmp_path)
    for part in halves:
        for path in (tmp_path / part).glob("*.safetensors"):
            path.rename(path.with_suffix(".fp16.safetensors"))
    index = json.loads((tmp_path / "model_index.json").read_text())
    index["safety_checker"] = ["stable_diffusion", "StableDiffusionSafetyChecker"]
    (tmp_path / "model_index.json").write_text(json.dumps(index))
    family = load_family(str(tmp_path), "float32")
    for part in ("unet", "text_encoder", "vae"):
        loaded = getattr(family.pipeline, part).state_dict()
        for name, weights in getattr(pipeline, part).state_dict().items():
            assert torch.equal(loaded[name], weights), (part, name)


def test_from_a_picture_it_is_what_the_pipeline_makes(family: Any) -> None:
    blank = started(family, "two boats", 11).latents
    given = 0.3 * torch.randn(blank.shape, generator=torch.Generator().manual_seed(1))
    state = started(family, "two boats", 11, 4.0, 10, init_latents=given, strength=0.6)
    assert state.steps == 6
    pixels = blank.shape[-1] * family.pipeline.vae_scale_factor
    options: dict[str, Any] = {}
    if "Flux" in type(family.pipeline).__name__:
        options |= {"height": pixels, "width": pixels}
        options["max_sequence_length"] = family._t5_tokens
    if "3" in type(family.pipeline).__name__:
        options["max_sequence_length"] = 1
    theirs = AutoPipelineForImage2Image.from_pipe(family.pipeline)(
        "two boats",
        image=given,
        strength=0.6,
        num_inference_steps=10,
        guidance_scale=4.0,
        generator=torch.Generator().manual_seed(11),
        output_type="latent",
        **options,
    ).images
    (ours,) = finished(family, state)
    if theirs.shape != ours.shape:
        theirs = family.pipeline._unpack_latents(
            theirs, pixels, pixels, family.pipeline.vae_scale_factor
        )
    assert (ours - theirs).abs().max() <= 1e-3


def test_the_less_the_strength_the_more_stays(family: Any) -> None:
    blank = started(family, "two boats", 11).latents
    given = torch.randn(blank.shape, generator=torch.Generator().manual_seed(1))
    options = {"init_latents": given, "steps": 10}
    changes = [
        (finished(family, started(family, "night", 3, strength=strength, **options))[0] - given)
        for strength in (0.1, 0.5, 1.0)
    ]
    sizes = [float(change.abs().mean()) for change in changes]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.5 * sizes[2]


def test_what_the_mask_leaves_out_stays(family: Any) -> None:
    blank = started(family, "two boats", 11).latents
    given = torch.randn(blank.shape, generator=torch.Generator().manual_seed(1))
    mask = torch.zeros(1, 1, *blank.shape[-2:])
    mask[..., : blank.shape[-1] // 2] = 1
    state = started(family, "night", 3, 4.0, 8, init_latents=given, strength=0.9, mask=mask)
    (latents,) = finished(family, state)
    redrawn, left = (latents - given).abs().chunk(2, dim=-1)
    assert left.max() == 0
    assert redrawn.mean() > 0.2
    everything = started(family, "night", 3, 4.0, 8, init_latents=given, strength=0.9)
    free, _ = (finished(family, everything)[0] - given).abs().chunk(2, dim=-1)
    assert (free - redrawn).abs().max() > 0, "the rest of the picture has its say"


def test_company_changes_nothing(family: Any) -> None:
    asked = [("two boats", 1, 4.0), ("night", 2, 4.0), ("the sea", 3, 2.0)]
    alone = [finished(family, started(family, *each))[0] for each in asked]
    together = finished(family, *(started(family, *each) for each in asked))
    for one, other in zip(alone, together, strict=True):
        assert (one - other).abs().max() <= 1e-3
    assert (alone[0] - alone[1]).abs().max() > 0.1


def test_the_guidance_matters_where_the_model_knows_it(family: Any) -> None:
    little, much = (finished(family, started(family, "night", 5, g))[0] for g in (2.0, 9.0))
    knows = not family.embeds_guidance or family.pipeline.transformer.config.guidance_embeds
    assert bool((little - much).abs().max() > 1e-4) == knows


def test_it_becomes_a_picture(family: Any) -> None:
    (latents,) = finished(family, started(family, "night", 5))
    pixels = latents.shape[-1] * family.pipeline.vae_scale_factor
    assert Autoencoder(family.pipeline).decode(latents).size == (pixels, pixels)


def test_a_prompt_longer_than_it_reads_is_refused(family: Any) -> None:
    with pytest.raises(ContextTooLongError, match="Shorten it"):
        family.encode("two boats " * 200, 4.0)


def test_the_last_step_says_what_the_picture_is(family: Any) -> None:
    state = started(family, "night", 9)
    finished(family, state)
    assert state.clean is not None
    assert (state.clean - state.latents).abs().max() <= 0.2 * state.latents.abs().max()


def test_a_scheduler_by_name_is_diffusers_own(family: Any) -> None:
    """Of the same noise levels: what the pipeline makes when it is given that scheduler."""
    for name in scheduler_names(family):
        state = started(family, "night", 9, steps=6, scheduler_name=name)
        (latents,) = finished(family, state)
        assert torch.isfinite(latents).all()
        again = finished(family, started(family, "night", 9, steps=6, scheduler_name=name))[0]
        assert (latents - again).abs().max() <= 1e-5, "a seed is the same picture"


@pytest.mark.parametrize("name", ["ddim", "dpm++", "euler", "heun", "unipc"])
def test_a_named_scheduler_draws_what_the_pipeline_draws_with_it(name: Scheduler) -> None:
    pipeline = PIPELINES["StableDiffusionPipeline"]()
    pipeline.set_progress_bar_config(disable=True)
    family = FAMILIES["StableDiffusionPipeline"](pipeline)
    state = started(family, "night", 9, steps=6, scheduler_name=name)
    noise = torch.randn(state.latents.shape, generator=torch.Generator().manual_seed(9))
    (ours,) = finished(family, state)
    pipeline.scheduler = getattr(diffusers, NOISE[name]).from_config(pipeline.scheduler.config)
    pixels = noise.shape[-1] * pipeline.vae_scale_factor
    theirs = pipeline(
        "night",
        num_inference_steps=6,
        guidance_scale=4.0,
        height=pixels,
        width=pixels,
        output_type="latent",
        latents=noise,
    ).images
    assert (ours - theirs).abs().max() <= 1e-3


@pytest.mark.parametrize("name", ["StableDiffusion3Pipeline", "FluxPipeline"])
def test_a_scheduler_that_does_not_suit_is_refused(name: str) -> None:
    family = FAMILIES[name](PIPELINES[name]())
    with pytest.raises(BadRequestError, match="choose euler"):
        started(family, "night", 9, scheduler_name="ddim")


@pytest.mark.parametrize("scheduler", [PNDMScheduler, DPMSolverMultistepScheduler])
def test_schedulers_that_do_not_say_it_are_understood(scheduler: Any) -> None:
    pipeline = PIPELINES["StableDiffusionPipeline"]()
    pipeline.scheduler = scheduler.from_config(pipeline.scheduler.config)
    family = FAMILIES["StableDiffusionPipeline"](pipeline)
    state = started(family, "night", 9, steps=10)
    finished(family, state)
    assert state.clean is not None
    assert (state.clean - state.latents).abs().max() <= 0.3 * state.latents.abs().max()


def test_a_folder_is_loaded_with_what_it_has(tmp_path: Path) -> None:
    pipeline = PIPELINES["StableDiffusionXLPipeline"]()
    pipeline.save_pretrained(tmp_path)
    family = load_family(str(tmp_path), "float32")
    assert type(family).__name__ == "StableDiffusionXL"
    ours, theirs = (
        finished(each, started(each, "night", 4))[0]
        for each in (family, FAMILIES["StableDiffusionXLPipeline"](pipeline))
    )
    assert (ours - theirs).abs().max() <= 1e-4


def with_random_lora(pipeline: Any, folder: Path) -> Path:
    """Give the pipeline a LoRA that matters, and a file of it."""
    denoiser = pipeline.unet if hasattr(pipeline, "unet") else pipeline.transformer
    targets = ["to_q", "to_k", "to_v"]
    denoiser.add_adapter(LoraConfig(r=2, lora_alpha=2, target_modules=targets))
    torch.manual_seed(5)
    for name, weights in denoiser.named_parameters():
        if "lora_" in name:
            torch.nn.init.normal_(weights, std=0.3)
    part = "unet" if hasattr(pipeline, "unet") else "transformer"
    layers = {f"{part}_lora_layers": get_peft_model_state_dict(denoiser)}
    type(pipeline).save_lora_weights(folder, **layers)
    (file,) = folder.glob("*.safetensors")
    return file


@pytest.mark.parametrize("name", PIPELINES)
def test_a_lora_changes_what_it_changes_in_the_pipeline(name: str, tmp_path: Path) -> None:
    pipeline = PIPELINES[name]()
    pipeline.save_pretrained(tmp_path / "base")
    file = with_random_lora(pipeline, tmp_path / "lora")
    theirs, half, none = (
        finished(each, started(each, "night", 4))[0]
        for each in (
            FAMILIES[type(pipeline).__name__](pipeline),
            load_family(str(tmp_path / "base"), "float32", [(str(file), 0.5)] * 2),
            load_family(str(tmp_path / "base"), "float32"),
        )
    )
    assert (theirs - none).abs().max() > 0.02
    assert (theirs - half).abs().max() <= 1e-3, "two halves of it are the whole"


def test_a_lora_that_does_not_fit_is_named(tmp_path: Path) -> None:
    PIPELINES["StableDiffusionPipeline"]().save_pretrained(tmp_path)
    with pytest.raises(ValueError, match=r"nothing\.safetensors does not fit"):
        load_family(str(tmp_path), "float32", [(str(tmp_path / "nothing.safetensors"), 1.0)])
    weights = {"lora_of_another_kind.lora_A.weight": torch.zeros(2, 4)}
    save_file(weights, tmp_path / "other.safetensors")
    with pytest.raises(ValueError, match=r"other\.safetensors does not fit"):
        load_family(str(tmp_path), "float32", [(str(tmp_path / "other.safetensors"), 1.0)])


def test_a_family_that_nobody_knows_is_named(tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text('{"_class_name": "SomethingElsePipeline"}')
    with pytest.raises(ValueError, match="SomethingElsePipeline"):
        load_family(str(tmp_path), "float32")
