"""What Ray Serve's controller asks how many replicas a model should have: the dispatcher's word."""

import threading
import time
import weakref
from typing import Any

import ray
from ray.exceptions import GetTimeoutError, RayError

from serve.replica import DISPATCHER_ACTOR, NAMESPACE

ASK_S = 1.0
PATIENCE_S = 2.0


class BacklogPolicy:
    """An autoscaling policy of Serve. Its controller calls it many times a second, so a thread of
    its own does the asking; while there is no answer things stay as they are."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.wanted: int | None = None
        asking = threading.Thread(target=_ask, args=(weakref.ref(self),), daemon=True)
        asking.start()

    def __call__(self, context: Any) -> tuple[int, dict[str, Any]]:
        """Replicas wanted, by an `AutoscalingContext`."""
        return context.target_num_replicas if self.wanted is None else self.wanted, {}


def _ask(policy: "weakref.ref[BacklogPolicy]") -> None:
    """Until the policy is no more."""
    while (current := policy()) is not None:
        try:
            dispatcher = ray.get_actor(DISPATCHER_ACTOR, NAMESPACE)
            current.wanted = ray.get(dispatcher.wanted.remote(current.model), timeout=PATIENCE_S)
        except (ValueError, RayError, GetTimeoutError):
            current.wanted = None
        del current
        time.sleep(ASK_S)
