"""`python -m ops up | down | status`."""

import argparse
import os
import signal
import sys
import time

from ops.processes import AlreadyRunningError, PortTakenError, owner
from ops.settings import OpsSettings

DOWN_PATIENCE_S = 30.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m ops", description=__doc__)
    parser.add_argument("command", choices=["up", "down", "status"])
    command = parser.parse_args().command
    return {"up": _up, "down": _down, "status": _status}[command]()


def _up() -> int:
    from ops.up import up  # imports Ray: only where it is needed

    try:
        up(lambda line: print(line, flush=True))
    except (AlreadyRunningError, PortTakenError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _down() -> int:
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


def _status() -> int:
    pid = owner(OpsSettings().data_dir.resolve())
    print(f"Atelier runs (process {pid})." if pid else "Atelier is not running.")
    return 0 if pid else 1


if __name__ == "__main__":
    sys.exit(main())
