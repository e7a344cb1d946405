"""Muon, in the precision that this processor is quick in.

Torch's own orthogonalises in bf16, which a CPU without bf16 instructions multiplies sixty times
slower than fp32 (1.1 against 70 GFLOP/s on two cores with AVX2).
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn

NEWTON_SCHULZ = (3.4445, -4.7750, 2.0315)
"""Coefficients of the quintic that drives singular values towards 1 (Jordan 2024,
kellerjordan.github.io/posts/muon)."""
STEPS = 5
MOMENTUM = 0.95


def quick_dtype() -> torch.dtype:
    """What products are taken in: bf16 where the processor has instructions for it, else fp32."""
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("avx512_bf16") or able.get("amx_bf16") else torch.float32


def quick_products() -> torch.autocast:
    """A context in which products are taken so; the weights stay as they are."""
    return torch.autocast("cpu", torch.bfloat16, enabled=quick_dtype() == torch.bfloat16)


class Muon(torch.optim.Optimizer):
    """Momentum, orthogonalised: for matrices, and for convolutions as matrices of a row for each
    output. Those of one shape are taken together.

    Updates are scaled to the size of Adam's, so that both take the same rate (Liu et al. 2025,
    arXiv:2502.16982).
    """

    def __init__(self, matrices: Iterable[nn.Parameter], weight_decay: float) -> None:
        super().__init__(matrices, {"lr": 0.0, "weight_decay": weight_decay})
        self._dtype = quick_dtype()

    @torch.no_grad()
    def step(self) -> None:
        for group in self.param_groups:
            by_shape: dict[torch.Size, list[nn.Parameter]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    by_shape.setdefault(matrix.flatten(1).shape, []).append(matrix)
            for shape, matrices in by_shape.items():
                updates = torch.stack([self._momentum(matrix).flatten(1) for matrix in matrices])
                updates = orthogonal(updates.to(self._dtype)).to(torch.float32)
                rate = 0.2 * max(shape) ** 0.5 * group["lr"]
                for matrix, update in zip(matrices, updates, strict=True):
                    matrix.mul_(1 - group["lr"] * group["weight_decay"])
                    matrix.add_(update.view_as(matrix), alpha=-rate)

    def _momentum(self, matrix: nn.Parameter) -> torch.Tensor:
        """The gradient with Nesterov's momentum."""
        state, grad = self.state[matrix], matrix.grad
        assert grad is not None
        if not state:
            state["momentum"] = torch.zeros_like(matrix)
        state["momentum"].lerp_(grad, 1 - MOMENTUM)
        return grad.lerp(state["momentum"], MOMENTUM)


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Each of (n, rows, columns) with singular values near 1, between 0.5 and 1.5."""
    a, b, c = NEWTON_SCHULZ
    wide = matrices.mT if matrices.shape[1] > matrices.shape[2] else matrices
    wide = wide / wide.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(STEPS):
        gram = wide @ wide.mT
        wide = a * wide + torch.baddbmm(gram, gram, gram, beta=b, alpha=c) @ wide
    return wide.mT if matrices.shape[1] > matrices.shape[2] else wide
