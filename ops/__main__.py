"""Start, stop and steer an installation."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Callable

from pydantic import ValidationError

from ops import pool
from ops.processes import AlreadyRunningError, PortTakenError, owner
from ops.settings import OpsSettings

DOWN_PATIENCE_S = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m ops", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("up", help="start everything, until Ctrl-C")
    commands.add_parser("down", help="stop it from another terminal")
    commands.add_parser("status", help="whether it runs")
    commands.add_parser("sandbox-image", help="build what sandboxes run on")
    commands.add_parser("models", help="the local models, their replicas and their work")
    for name, what in MODEL_COMMANDS.items():
        command = commands.add_parser(name, help=what)
        command.add_argument("model", help="its id, see `models`")
        if name == "scale":
            command.add_argument("min_replicas", type=int)
            command.add_argument("max_replicas", type=int)
    share = commands.add_parser("share", help="a tenant's share of the GPUs beside others'")
    share.add_argument("tenant")
    share.add_argument("weight", type=float)
    budget = commands.add_parser("budget", help="a tenant's GPU time a day")
    budget.add_argument("tenant")
    budget.add_argument("gpu_minutes", type=_minutes, help="a number, or none")
    arguments = parser.parse_args()
    try:
        return COMMANDS.get(arguments.command, _model)(arguments)
    except ValidationError as error:
        for each in error.errors():
            name, given = "".join(map(str, each["loc"])), each["input"]
            print(
                f"The setting {name} does not hold: {each['msg']} (it is {given!r}).",
                file=sys.stderr,
            )
        return 1


MODEL_COMMANDS = {
    "load": "bring a replica up now",
    "unload": "give the replicas back once they have nothing to do",
    "pin": "keep at least one replica up",
    "unpin": "as the catalogue says again",
    "scale": "between how many replicas",
    "drain": "finish what was asked, take no more",
    "resume": "take work again after a drain",
}


def _up(_: argparse.Namespace) -> int:
    from ops.up import up  # imports Ray: only where it is needed

    try:
        up(lambda line: print(line, flush=True))
    except (AlreadyRunningError, PortTakenError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _down(_: argparse.Namespace) -> int:
    data_dir = OpsSettings().data_dir.resolve()
    pid = owner(data_dir)
    if pid is None:
        print("Atelier is not running.")
        return 0
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + DOWN_PATIENCE_S
    while owner(data_dir) is not None:
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)
    print("Stopped.")
    return 0


def _status(_: argparse.Namespace) -> int:
    pid = owner(OpsSettings().data_dir.resolve())
    print(f"Atelier runs (process {pid})." if pid else "Atelier is not running.")
    return 0 if pid else 1


def _models(_: argparse.Namespace) -> int:
    return _told(pool.table)


def _sandbox_image(_: argparse.Namespace) -> int:
    from ops.sandbox_image import CannotBuildError, build

    try:
        build(lambda line: print(line, flush=True))
    except CannotBuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _share(arguments: argparse.Namespace) -> int:
    return _told(lambda: pool.share(arguments.tenant, arguments.weight))


def _budget(arguments: argparse.Namespace) -> int:
    return _told(lambda: pool.budget(arguments.tenant, arguments.gpu_minutes))


def _minutes(text: str) -> float | None:
    return None if text == "none" else float(text)


def _model(arguments: argparse.Namespace) -> int:
    limits = None
    if arguments.command == "scale":
        limits = (arguments.min_replicas, arguments.max_replicas)
    return _told(lambda: pool.command(arguments.command, arguments.model, limits))


def _told(call: Callable[[], str]) -> int:
    try:
        print(call())
    except pool.RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


COMMANDS = {
    "up": _up,
    "down": _down,
    "status": _status,
    "sandbox-image": _sandbox_image,
    "models": _models,
    "share": _share,
    "budget": _budget,
}

if __name__ == "__main__":
    sys.exit(main())
