"""The worker of a CPU engine. It is no fork of the server, so it is told by its class to nap."""

from typing import Any

from vllm.v1.worker.cpu_worker import CPUWorker

from serve.vllm_waiting import nap_while_waiting


class NappingCPUWorker(CPUWorker):
    """vLLM's own, in a process that naps while it waits for work."""

    def __init__(self, *args: Any, **options: Any) -> None:
        nap_while_waiting()
        super().__init__(*args, **options)
