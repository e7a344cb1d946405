"""What the demo model is taught: one module a topic, each defining `TOPIC`.

To teach it something new, add a module here with a `TOPIC` and train again
(`python -m serve.demo.train`); nothing else has to change.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from serve.demo.topic import Topic


@cache
def all_topics() -> tuple[Topic, ...]:
    """Every topic in this folder, in the order of the module names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").TOPIC for name in names)
