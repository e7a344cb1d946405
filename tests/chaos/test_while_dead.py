"""What a person does while a part is dead is accepted, holds, and happens once."""

import asyncio
import uuid

import pytest

from tests.chaos.chat import PROMPTS, Chat
from tests.chaos.conftest import MODEL
from tests.chaos.reader import RunReader
from tests.system import System, wait_for

TIMEOUT_S = 90.0


@pytest.mark.parametrize("part", ["host", "gateway", "database", "dispatcher"])
async def test_a_message_is_answered_once(part: str, paced: System, chat: Chat) -> None:
    """It is posted again and again with one id, as a client does that got no answer."""
    conversation = await chat.conversation(max_tokens=20)
    path = f"/api/conversations/{conversation}/messages"
    body = {"id": str(uuid.uuid4()), "content": PROMPTS[0]}
    await asyncio.to_thread(paced.kill, part)
    async with asyncio.timeout(TIMEOUT_S):
        posted = await asyncio.gather(*(chat.call("POST", path, body, 202) for _ in range(3)))
        assert len({answer["run_id"] for answer in posted}) == 1
        reader = await RunReader(chat.http, posted[0]["run_id"]).read()
    assert reader.kinds.count("run.started") == 1
    assert reader.kinds[-1] == "run.completed"
    messages = await chat.messages(conversation)
    assert [message["role"] for message in messages] == ["user", "assistant"]
    assert messages[1]["content"] == reader.text
    assert messages[1]["status"] == "complete"
    assert messages[1]["usage"]["completion_tokens"] == reader.tokens == 20


async def test_a_cancel_while_the_host_is_dead_holds(paced: System, chat: Chat) -> None:
    reader = await chat.ask(PROMPTS[0], 400)
    await reader.read(until=lambda r: r.tokens > 3)
    await asyncio.to_thread(paced.kill, "host")
    async with asyncio.timeout(TIMEOUT_S):
        await chat.cancel(reader.run_id)
        await reader.read()
    assert reader.kinds[-1] == "run.cancelled"
    assert reader.tokens < 100
    run = await chat.run(reader.run_id)
    assert (run["status"], run["last_seq"]) == ("cancelled", reader.last_seq)


async def test_the_models_are_known_after_their_directory_died(paced: System, chat: Chat) -> None:
    paced.kill("directory")
    paced.kill("gateway")  # so that nobody remembers what the directory said
    async with asyncio.timeout(TIMEOUT_S):
        state = None
        while state != "ready":
            models = (await chat.call("GET", "/api/models"))["items"]
            state = next((m["state"] for m in models if m["id"] == MODEL), None)
            await asyncio.sleep(0.1)


async def test_the_parts_are_reported_ready_again(paced: System, chat: Chat) -> None:
    for part in ("host", "database", "blobs"):
        paced.kill(part)
    async with asyncio.timeout(TIMEOUT_S):
        assert (await chat.call("GET", "/readyz"))["ready"]
    wait_for(lambda: all(paced.pids(part) for part in ("host", "database", "blobs")), 30, "parts")
