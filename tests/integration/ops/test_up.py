"""`up` on a machine where parts of it are slow to start."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import yaml

from tests.system import System, local_models_off

LATE_S = 45
"""Longer than Ray waits for its agent."""
LATE_ONCE = f"""
import pathlib, sys, time
mark = pathlib.Path(__file__).with_name("late")
if any(word.endswith("dashboard/agent.py") for word in sys.orig_argv) and not mark.exists():
    mark.touch()
    time.sleep({LATE_S})
"""
"""Every Python program of the installation runs this first."""


@pytest.mark.parametrize(
    ("name", "value"), [("ATELIER_PORT", "none"), ("ATELIER_SANDBOX_HOSTS", "https://a.example")]
)
def test_a_wrong_setting_is_named_before_anything_starts(
    tmp_path: Path, name: str, value: str
) -> None:
    env = {**os.environ, "ATELIER_DATA": str(tmp_path / "data"), name: value}
    command = [sys.executable, "-m", "ops", "up"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"The setting {name} does not hold: ")
    assert value in done.stderr
    assert not (tmp_path / "data").exists()


def test_ray_is_started_again_when_its_agent_was_late(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(LATE_ONCE)
    remote = {"base_url": "http://127.0.0.1:9/v1", "upstream_model": "none"}
    model = {"id": "nowhere", "name": "Nowhere", "engine": "openai", "context_tokens": 2048}
    models = {"default": ["nowhere"], "models": [{**model, "remote": remote}, *local_models_off()]}
    (tmp_path / "models.yaml").write_text(yaml.safe_dump(models))
    env = {"ATELIER_MODELS": str(tmp_path / "models.yaml"), "PYTHONPATH": str(tmp_path)}
    running = System(tmp_path / "data", env)
    try:
        assert "Trying again" in running.start().log
        assert running.process is not None
        names = [p.name() for p in psutil.Process(running.process.pid).children(recursive=True)]
        assert names.count("gcs_server") == 1
    finally:
        running.stop()
