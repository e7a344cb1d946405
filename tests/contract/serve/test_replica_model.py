"""The client of our own replicas against a real server, with Serve's handle faked."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import aiohttp
import pytest

from serve import places
from serve.chat import Delta, Message, Notice
from serve.errors import (
    BadRequestError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    StreamBrokenError,
)
from serve.estimates import estimate_tokens
from serve.model_entry import ModelEntry
from serve.replica_model import ReplicaChatModel
from tests.contract.serve.conftest import ask, collect, text_of
from tests.handles import FakeHandle
from tests.providers import Behaviour, OpenAIServer

ENTRY = ModelEntry(
    id="tiny", name="Tiny", engine="vllm", source="x", context_tokens=4096, max_output_tokens=512
)


@pytest.fixture
async def server() -> AsyncGenerator[OpenAIServer]:
    server = OpenAIServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def handle(server: OpenAIServer) -> FakeHandle:
    url = server.base_url.removesuffix("/v1")
    return FakeHandle(url, "test-key", (2,), (2,))


@pytest.fixture
async def model(handle: FakeHandle) -> AsyncGenerator[ReplicaChatModel]:
    async with aiohttp.ClientSession() as session:
        model = ReplicaChatModel(ENTRY, session, handle)
        yield model
        await model.close()
    assert handle.open == 0


async def test_answers_in_a_row_take_one_lease(
    model: ReplicaChatModel, handle: FakeHandle, server: OpenAIServer
) -> None:
    for _ in range(3):
        pieces = await collect(model, ask())
        assert text_of(pieces) == Behaviour().whole_text
        assert not any(isinstance(piece, Notice) for piece in pieces)
    assert len(handle.leases) == handle.open == 1
    assert len(server.connections) == 1


async def test_the_handle_is_made_once_and_streams_over_grpc(
    model: ReplicaChatModel, handle: FakeHandle
) -> None:
    await asyncio.gather(*(collect(model, ask()) for _ in range(4)))
    assert len(handle.leases) == 4
    assert handle.made == 1
    assert handle.optioned == [{"stream": True, "method_name": "lease", "_by_reference": False}]
    assert handle.leases[0].max_s >= ask().deadline_s


async def test_a_wait_for_a_replica_is_told(
    model: ReplicaChatModel, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PATIENCE_S", 0.01)
    handle.gate.clear()
    async with aclosing(model.stream(ask())) as pieces:
        first = await anext(pieces)
        assert isinstance(first, Notice)
        assert (first.kind, first.data["reason"]) == ("run.waiting", "model_loading")
        handle.gate.set()
        rest = [piece async for piece in pieces]
    assert text_of(rest) == Behaviour().whole_text


async def test_a_wait_for_a_place_at_a_model_that_is_up_is_told_as_that(
    model: ReplicaChatModel, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    await collect(model, ask())
    monkeypatch.setattr(places, "PATIENCE_S", 0.01)
    handle.gate.clear()
    async with aclosing(model.stream(ask())) as others, aclosing(model.stream(ask())) as pieces:
        await anext(others)  # has the lease that was left
        notice = await anext(pieces)
        assert isinstance(notice, Notice)
        assert (notice.kind, notice.data["reason"]) == ("run.waiting", "queued")


async def test_where_another_model_may_answer_the_wait_is_short(
    server: OpenAIServer, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PATIENCE_S", 0.01)
    monkeypatch.setattr(places, "DETOUR_PATIENCE_S", 0.05)
    handle.gate.clear()
    entry = ENTRY.model_copy(update={"fallbacks": ("other",)})
    async with aiohttp.ClientSession() as session:
        model = ReplicaChatModel(entry, session, handle)
        with pytest.raises(ModelUnavailableError, match="did not start in time"):
            await collect(model, ask(deadline_s=30))
        await model.close()


async def test_tokens_are_counted_by_a_replica_before_its_first_answer(
    model: ReplicaChatModel, handle: FakeHandle
) -> None:
    words: list[Message] = [{"role": "user", "content": "word " * 500}]
    assert await model.count_tokens(words) == 500
    assert not handle.leases


@pytest.mark.parametrize("deployed", [True, False])
async def test_where_no_replica_is_up_tokens_are_guessed(
    model: ReplicaChatModel, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch, deployed: bool
) -> None:
    monkeypatch.setattr(places, "ADDRESS_PATIENCE_S", 0.01)
    handle.deployed = deployed
    handle.gate.clear()
    words: list[Message] = [{"role": "user", "content": "word " * 500}]
    assert await model.count_tokens(words) == estimate_tokens(words)


async def test_a_wait_ends_at_the_deadline(
    model: ReplicaChatModel, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PATIENCE_S", 0.01)
    handle.gate.clear()
    with pytest.raises(ModelUnavailableError, match="did not start in time"):
        await collect(model, ask(deadline_s=0.05))
    await asyncio.sleep(0)
    assert handle.open == 0


async def test_who_leaves_after_the_notice_takes_no_place(
    model: ReplicaChatModel, handle: FakeHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PATIENCE_S", 0.01)
    handle.gate.clear()
    pieces = model.stream(ask())
    await anext(pieces)
    await pieces.aclose()
    await asyncio.sleep(0)
    assert handle.open == 0


async def test_a_model_that_is_not_deployed_may_come(
    model: ReplicaChatModel, handle: FakeHandle
) -> None:
    handle.deployed = False
    with pytest.raises(ModelUnavailableError, match="not deployed yet"):
        await collect(model, ask())
    handle.deployed = True
    assert text_of(await collect(model, ask())) == Behaviour().whole_text


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (Behaviour(cut_after=7), StreamBrokenError),
        (Behaviour(end_after=7), StreamBrokenError),
        (Behaviour(status=500), ModelUnavailableError),
        (Behaviour(status=401), ModelError),
        (Behaviour(hang=True), StreamBrokenError),
    ],
)
async def test_after_a_failure_serve_is_asked_again(
    model: ReplicaChatModel,
    handle: FakeHandle,
    server: OpenAIServer,
    behaviour: Behaviour,
    error: type[ModelError],
) -> None:
    server.script(Behaviour(), Behaviour(), behaviour)
    await asyncio.gather(collect(model, ask()), collect(model, ask()))
    assert handle.open == 2
    with pytest.raises(error):
        await collect(model, ask(stall_s=0.2))
    await asyncio.sleep(0)
    assert handle.open == 0
    await collect(model, ask())
    assert len(handle.leases) == 3


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [(Behaviour(status=400), BadRequestError), (Behaviour(tokens_per_s=10), DeadlineError)],
)
async def test_a_replica_that_did_nothing_wrong_is_used_again(
    model: ReplicaChatModel,
    handle: FakeHandle,
    server: OpenAIServer,
    behaviour: Behaviour,
    error: type[ModelError],
) -> None:
    server.script(Behaviour(), behaviour)
    await collect(model, ask())
    with pytest.raises(error):
        await collect(model, ask(deadline_s=0.3))
    await collect(model, ask())
    assert len(handle.leases) == handle.open == 1


async def test_leaving_aborts_the_answer_at_once_and_keeps_the_lease(
    model: ReplicaChatModel, handle: FakeHandle, server: OpenAIServer
) -> None:
    server.script(Behaviour(stall_after=3))
    pieces = model.stream(ask())
    assert isinstance(await anext(pieces), Delta)
    await pieces.aclose()
    await server.until(lambda: server.disconnects == 1, timeout_s=2)
    await collect(model, ask())
    assert len(handle.leases) == handle.open == 1


async def test_cancelling_the_reader_aborts_the_answer_at_once_and_keeps_the_lease(
    model: ReplicaChatModel, handle: FakeHandle, server: OpenAIServer
) -> None:
    server.script(Behaviour(stall_after=3))
    reader = asyncio.create_task(collect(model, ask()))
    await server.until(lambda: server.tokens_sent == 3)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await server.until(lambda: server.disconnects == 1, timeout_s=2)
    await collect(model, ask())
    assert len(handle.leases) == handle.open == 1
