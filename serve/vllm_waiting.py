"""vLLM's processes on a machine without a GPU, made to nap while they wait for each other.

Engine core and worker exchange messages through shared memory, and for a second after each they
spin on it: a whole core each, of which a small machine has none to spare. With naps the engine
takes half the CPU for the same tokens (docs/adr/0006).
"""

import time

from vllm.distributed.device_communicators.shm_broadcast import SpinCondition

NAP_S = 5e-5


def nap_while_waiting() -> None:
    """From now on this process, and what is forked from it, naps where vLLM would spin."""
    wait_idle = SpinCondition.wait

    def wait(self: SpinCondition, timeout_ms: int | None = None) -> None:
        if time.monotonic() <= self.last_read + self.busy_loop_s:
            time.sleep(NAP_S)
        else:
            wait_idle(self, timeout_ms)

    SpinCondition.wait = wait
