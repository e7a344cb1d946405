"""Where a model's replicas answer, asked of a running Atelier's own directory.

`python -m benchmarks.replicas <Ray's address> <model>` writes `{"replicas": [{url, api_key, …}]}`.
A program of its own: a Ray driver inside the load program would take CPU from what it measures.
"""

import json
import logging
import os
import subprocess
import sys

import ray

from actors.settings import NAMESPACE
from benchmarks.installation import REPOSITORY, ray_address, say
from serve.replica import DIRECTORY_ACTOR
from tests.system import System


def replica(system: System, model: str) -> tuple[str, str]:
    """(URL, API key) of the model's newest replica."""
    assert system.process is not None
    # Ray's local clusters want the token that Ray keeps in the home folder, unless told not to.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.replicas", ray_address(system.process.pid), model],
        cwd=REPOSITORY,
        env={"RAY_AUTH_MODE": "token", **os.environ},
        stdout=subprocess.PIPE,
        check=True,
    )
    newest = json.loads(done.stdout)["replicas"][-1]
    return newest["url"], newest["api_key"]


def main() -> None:
    address, model = sys.argv[1:]
    ray.init(address, namespace=NAMESPACE, log_to_driver=False, logging_level=logging.ERROR)
    directory = ray.get_actor(DIRECTORY_ACTOR, namespace=NAMESPACE)
    say(replicas=ray.get(directory.replicas.remote(model)))
    ray.shutdown()


if __name__ == "__main__":
    main()
