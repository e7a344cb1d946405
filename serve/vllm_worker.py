"""The worker of a CPU engine: a fork of the server, in which OpenMP is up already."""

import os
from typing import Any

import torch
from vllm.v1.worker.cpu_worker import CPUWorker


class ForkedCPUWorker(CPUWorker):
    """vLLM's own, which expects to be a new process: then OpenMP would find in its environment how
    many threads vLLM wants. Where they run is the kernel's choice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        if wanted := os.environ.get("OMP_NUM_THREADS"):
            torch.set_num_threads(int(wanted))
        super().__init__(*args, **options)
