"""A replica around one vLLM server."""

import contextlib
import json
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import ray

from serve.replica import Replica, ReplicaAddress
from serve.settings import REPOSITORY, ServeSettings

START_TIMEOUT_S = 600.0


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """What a replica must start. `flags` are vLLM's own, `env` is added to the process."""

    model_id: str
    source: str
    flags: tuple[str, ...]
    env: Mapping[str, str]


class VllmEngine(Replica):
    """One replica: starts its engine, hands out leases, dies when the engine does."""

    def __init__(self, spec: EngineSpec) -> None:
        super().__init__(spec.model_id)
        self._spec = spec
        self._host = ServeSettings().node_ip or ray.util.get_node_ip_address()
        self._process, reports, self._api_key = _spawn(spec, self._host)
        self._address = self._wait_until_ready(reports)
        threading.Thread(target=self._end_with_engine, daemon=True).start()
        self._tell(phase="ready", fraction=1.0, address=asdict(self._address))

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self._process.kill()

    def _end_with_engine(self) -> None:
        """Serve replaces a dead actor sooner than an unhealthy one."""
        self._process.wait()
        os._exit(1)

    def _wait_until_ready(self, reports: int) -> ReplicaAddress:
        started, ready = time.monotonic(), None
        with os.fdopen(reports) as lines:
            for line in lines:
                report = json.loads(line)
                if "port" in report:
                    ready = report
                    break
                self._tell(phase=report["phase"], fraction=_FRACTIONS.get(report["phase"], 0.5))
                if time.monotonic() - started > START_TIMEOUT_S:
                    break
        if ready is None:
            self._process.kill()
            detail = f"the engine of {self._spec.model_id} ended while it started"
            self._tell(phase="failed", fraction=0.0, detail=detail)
            raise RuntimeError(detail)
        return ReplicaAddress(
            url=f"http://{self._host}:{ready['port']}",
            api_key=self._api_key,
            replica=self._replica,
            end_token_ids=end_token_ids(Path(self._spec.source)),
            special_token_ids=special_token_ids(Path(self._spec.source)),
            pids=(os.getpid(), self._process.pid, *ready["pids"]),
        )


_FRACTIONS = {"importing vLLM": 0.1, "loading the weights": 0.4, "starting the server": 0.9}


def end_token_ids(source: Path) -> tuple[int, ...]:
    """The tokens that end an answer, from the model's own configuration."""
    for name in ("generation_config.json", "config.json"):
        with contextlib.suppress(OSError, ValueError):
            ids = json.loads((source / name).read_text()).get("eos_token_id")
            if ids is not None:
                return tuple(ids) if isinstance(ids, list) else (ids,)
    return ()


def special_token_ids(source: Path) -> tuple[int, ...]:
    """The tokens that a text leaves out: those of the tokenizer's own list, and the ends."""
    added = []
    with contextlib.suppress(OSError, ValueError):
        added = json.loads((source / "tokenizer.json").read_text()).get("added_tokens", [])
    special = {token["id"] for token in added if token["special"]}
    return tuple(sorted(special.union(end_token_ids(source))))


def _spawn(spec: EngineSpec, host: str) -> tuple[subprocess.Popen[bytes], int, str]:
    """Start the server. Its standard input is a pipe from us: it ends when we do."""
    api_key = secrets.token_urlsafe(24)
    read_end, write_end = os.pipe()
    env = {
        **os.environ,
        **spec.env,
        "VLLM_API_KEY": api_key,
        "VLLM_NO_USAGE_STATS": "1",
        "HF_HUB_OFFLINE": "1",
        "ATELIER_REPORT_FD": str(write_end),
    }
    command = [sys.executable, "-m", "serve.vllm_server", "--model", spec.source]
    command += ["--served-model-name", spec.model_id, "--host", host, "--port", "0"]
    process = subprocess.Popen(
        [*command, *spec.flags],
        cwd=REPOSITORY,
        env=env,
        stdin=subprocess.PIPE,
        pass_fds=(write_end,),
        start_new_session=True,
    )
    os.close(write_end)
    return process, read_end, api_key
