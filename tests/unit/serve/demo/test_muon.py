"""Our Muon takes the steps that torch's own takes."""

import pytest
import torch
from torch import nn

from serve.demo.muon import Muon, orthogonal


@pytest.mark.parametrize("shape", [(48, 32), (32, 48), (32, 32)])
def test_steps_are_those_of_torch(shape: tuple[int, int]) -> None:
    torch.manual_seed(0)
    start = torch.randn(2, *shape)
    ours, theirs = ([nn.Parameter(each.clone()) for each in start] for _ in range(2))
    optimizers = (
        Muon(ours, weight_decay=0.05),
        torch.optim.Muon(theirs, weight_decay=0.05, adjust_lr_fn="match_rms_adamw"),
    )
    for optimizer in optimizers:
        optimizer.param_groups[0]["lr"] = 0.01
    for _ in range(5):
        for mine, other in zip(ours, theirs, strict=True):
            mine.grad = torch.randn(shape)
            other.grad = mine.grad.clone()
        for optimizer in optimizers:
            optimizer.step()
    moved = (torch.stack(list(theirs)) - start).abs().max()
    apart = max((mine - other).abs().max() for mine, other in zip(ours, theirs, strict=True))
    assert apart < 0.02 * moved, "theirs are taken in bf16"


def test_singular_values_come_near_one() -> None:
    torch.manual_seed(0)
    found = torch.linalg.svdvals(orthogonal(torch.randn(3, 40, 24)))
    assert found.min() > 0.5
    assert found.max() < 1.5
