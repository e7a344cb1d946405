"""The ways from noise to a picture that may be asked for by name."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import diffusers
from diffusers import FlowMatchEulerDiscreteScheduler

from serve.errors import BadRequestError
from storage.documents import Scheduler

NOISE: Mapping[Scheduler, str] = {
    "ddim": "DDIMScheduler",
    "dpm++": "DPMSolverMultistepScheduler",
    "euler": "EulerDiscreteScheduler",
    "heun": "HeunDiscreteScheduler",
    "unipc": "UniPCMultistepScheduler",
}
"""For models that predict the noise: Stable Diffusion and SDXL."""
FLOW: Mapping[Scheduler, str] = {"euler": "FlowMatchEulerDiscreteScheduler"}
"""For models of straight lines: SD 3 and FLUX."""


def scheduler_of(pipeline: Any, name: Scheduler | None) -> Any:
    """A scheduler of one request alone: the pipeline's own, or the named one with the noise levels
    that the model was trained on. BadRequestError for one that does not suit the model."""
    own = pipeline.scheduler
    if name is None:
        return copy.deepcopy(own)
    suited = FLOW if isinstance(own, FlowMatchEulerDiscreteScheduler) else NOISE
    if name not in suited:
        raise BadRequestError(
            f"This model does not draw with the scheduler {name}; choose {', '.join(suited)}."
        )
    return getattr(diffusers, suited[name]).from_config(own.config)
