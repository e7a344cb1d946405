"""vLLM's own OpenAI server, as a child process that never outlives its replica.

A process of its own, because it then *is* the server one would start by hand, with nothing of
ours in the path, and because it may be forked from, which a Ray actor may not: of four rounds of
imports before the first token one remains.

Run by `engine.py` as `python -m serve.vllm_server <vllm flags>`. It writes one JSON object a
line to file descriptor `ATELIER_REPORT_FD`: `{"phase": …}` and at last `{"port": …}`. When
its standard input closes (the replica died), or it or its engine core dies, the whole process
group ends at once: a broken stream is noticed in milliseconds, a silent one is not.
"""

import asyncio
import json
import multiprocessing
import multiprocessing.connection
import os
import secrets
import select
import signal
import sys
import threading
from argparse import Namespace

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

WORKER = "serve.vllm_worker.ForkedCPUWorker"
KEEP_ALIVE_S = 75
"""Longer than any client keeps an idle connection, so that none is closed as it is used again."""


def main() -> None:
    _start_watchdog()
    _report(phase="importing vLLM")
    import uvloop
    from vllm.entrypoints.launchers.cli_args import make_arg_parser, validate_parsed_serve_args
    from vllm.entrypoints.serve.utils.api_utils import cli_env_setup
    from vllm.utils.argparse_utils import FlexibleArgumentParser

    cli_env_setup()
    args = make_arg_parser(FlexibleArgumentParser()).parse_args()
    validate_parsed_serve_args(args)
    uvloop.run(_serve(args))


async def _serve(args: Namespace) -> None:
    import torch
    import uvicorn
    from vllm.engine.arg_utils import AsyncEngineArgs
    from vllm.entrypoints.launchers.api_server.app_state import init_app_state
    from vllm.entrypoints.launchers.app import build_app
    from vllm.entrypoints.launchers.launcher import setup_server
    from vllm.usage.usage_lib import UsageContext
    from vllm.v1.engine.async_llm import AsyncLLM

    from serve.vllm_waiting import nap_while_waiting

    _address, sock = setup_server(args, reuse_port=False)
    on_cpu = not torch.cuda.is_available()
    if on_cpu:
        _spare_imports(args.model)
        args.worker_cls = WORKER
    engine_args = AsyncEngineArgs.from_cli_args(args)
    config = engine_args.create_engine_config(UsageContext.OPENAI_API_SERVER)
    if on_cpu:
        nap_while_waiting()
        _fork_processes()
    _report(phase="loading the weights")
    engine = AsyncLLM.from_vllm_config(config, usage_context=UsageContext.OPENAI_API_SERVER)
    children = multiprocessing.active_children()
    threading.Thread(target=_end_with_children, args=(children,), daemon=True).start()
    _report(phase="starting the server")
    tasks = await engine.get_supported_tasks()
    app = build_app(args, tasks, engine.model_config)
    await init_app_state(engine, app.state, args, tasks)
    settings = uvicorn.Config(
        Guard(app, os.environ["VLLM_API_KEY"]),
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE_S,
    )
    server = uvicorn.Server(settings)
    serving = asyncio.create_task(server.serve(sockets=[sock]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    _report(port=sock.getsockname()[1], pids=[child.pid for child in children])
    await serving


class Guard:
    """Nobody without the key gets at any path. vLLM itself guards `/v1` and leaves others open,
    one of which generates."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self._app = app
        self._credentials = f"Bearer {key}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = dict(scope["headers"]).get(b"authorization", b"")
            if not secrets.compare_digest(given, self._credentials):
                await Response(status_code=401)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _spare_imports(model: str) -> None:
    """Look at the model's class right here.

    vLLM looks at it in a process of its own, lest CUDA be touched before a fork; that process
    imports all of vLLM once more, some ten seconds on a small machine.
    """
    from vllm.model_executor.models.registry import ModelRegistry

    with open(os.path.join(model, "config.json")) as file:
        architectures = json.load(file)["architectures"]
    for name in architectures:
        if (lazy := ModelRegistry.models.get(name)) is not None:
            ModelRegistry.register_model(name, lazy.load_model_cls())


def _fork_processes() -> None:
    """Fork the engine core, and that its worker, from this process, which has everything imported.

    vLLM's CPU platform asks for spawn, so that OpenMP is set up before the worker computes. Nothing
    has computed here when it is forked, and the worker sets it up itself (`vllm_worker.py`).
    """
    os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "fork"


def _report(**fields: object) -> None:
    os.write(int(os.environ["ATELIER_REPORT_FD"]), json.dumps(fields).encode() + b"\n")


def _start_watchdog() -> None:
    """A process that outlives this one by a moment, to end what this one leaves.

    Ray kills a dying worker's children outright, as the kernel does when memory runs out: then
    nobody here is left to tell the engine core, which would go on holding its memory.
    """
    server = os.getpid()
    if os.fork():
        return
    os.setsid()  # out of the group that it will end
    os.close(int(os.environ["ATELIER_REPORT_FD"]))
    select.select([os.pidfd_open(server), sys.stdin], [], [])
    os.killpg(server, signal.SIGKILL)
    os._exit(0)


def _end_with_children(children: list[multiprocessing.Process]) -> None:
    multiprocessing.connection.wait([child.sentinel for child in children])
    _end()


def _end() -> None:
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main()
