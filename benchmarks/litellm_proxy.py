"""LiteLLM's proxy as a peer, where its command is found."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
import yaml

from tests.system import free_port, wait_for

START_TIMEOUT_S = 120.0


@dataclass(frozen=True, slots=True)
class Proxy:
    base_url: str
    pid: int

    def pids(self) -> list[int]:
        children = psutil.Process(self.pid).children(recursive=True)
        return [self.pid, *(child.pid for child in children)]


@contextmanager
def proxy(api_base: str, api_key: str, model: str) -> Iterator[Proxy | None]:
    """LiteLLM, one worker, in front of an OpenAI-compatible server; None where it is absent."""
    beside_python = str(Path(sys.executable).parent)
    command = shutil.which("litellm", path=beside_python) or shutil.which("litellm")
    if command is None:
        yield None
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yaml"
        config.write_text(yaml.safe_dump(_config(api_base, api_key, model)))
        process = subprocess.Popen(
            [command, "--config", str(config), "--host", "127.0.0.1", "--port", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(lambda: _answers(url, process), START_TIMEOUT_S, "LiteLLM", 0.5)
            yield Proxy(f"{url}/v1", process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _config(api_base: str, api_key: str, model: str) -> dict[str, object]:
    engine = {
        "model": f"openai/{model}",
        "api_base": api_base,
        "api_key": api_key,
        "extra_body": {"ignore_eos": True},
    }
    return {
        "model_list": [{"model_name": model, "litellm_params": engine}],
        "litellm_settings": {"telemetry": False},
    }


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise RuntimeError(f"LiteLLM ended with {process.returncode}")
    try:
        return httpx.get(f"{url}/health/liveliness", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False
