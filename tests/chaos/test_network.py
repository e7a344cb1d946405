"""Clients come, go and crash; the answer does not care."""

import asyncio
import socket
import struct

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.reader import RunReader
from tests.chaos.twenty import LONG
from tests.system import System

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: close with a reset, as a dying machine would


async def test_a_reset_connection_loses_nothing(
    paced: System, chat: Chat, expected: dict[str, str]
) -> None:
    reader = await chat.ask(PROMPTS[1], LONG)
    seen = await asyncio.to_thread(_read_and_reset, paced.port, reader.run_id)
    assert b"event: message.delta" in seen
    assert (await chat.run(reader.run_id))["status"] == "running"
    await reader.read()
    assert reader.text == expected[PROMPTS[1]]


def _read_and_reset(port: int, run_id: str) -> bytes:
    request = f"GET /api/runs/{run_id}/events?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        raw.sendall(request.encode())
        seen = b""
        while seen.count(b"event: message.delta") < 3:
            seen += raw.recv(4096)
    return seen


async def test_two_devices_see_the_same(chat: Chat, expected: dict[str, str]) -> None:
    first = await chat.ask(PROMPTS[2], LONG)
    second = RunReader(chat.http, first.run_id)
    await asyncio.gather(first.read(), second.read())
    assert _plain(first) == _plain(second)
    late = await RunReader(chat.http, first.run_id).read()
    assert _plain(first) == _plain(late)
    assert first.text == expected[PROMPTS[2]]


async def test_a_client_that_reconnects_after_each_event_sees_the_same(chat: Chat) -> None:
    steady = await chat.ask(PROMPTS[3], 40)
    nervous = RunReader(chat.http, steady.run_id)

    async def again_and_again() -> None:
        while nervous.end is None:
            await nervous.read(until=lambda _: True)
        await nervous.read()

    await asyncio.gather(steady.read(), again_and_again())
    assert _plain(nervous) == _plain(steady)
    assert nervous.connections >= len(nervous.events)


def _plain(reader: RunReader) -> list[tuple[int, str, str]]:
    return [(event.seq, event.kind, str(event.data)) for event in reader.events]
