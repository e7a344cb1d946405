from collections.abc import Iterator

import pytest
import torch

from serve.diffusion.families import StableDiffusion3
from tests.tiny_image import tiny_pipeline


@pytest.fixture(scope="session")
def family() -> StableDiffusion3:
    return StableDiffusion3(tiny_pipeline())


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    """So that sums are added in one order, whatever the batch."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
