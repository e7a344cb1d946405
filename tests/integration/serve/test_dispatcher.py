"""The dispatcher and its clients over real sockets: order, news, deaths on either side."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

import orjson
import pytest

from serve.credits import CreditClient, Place
from serve.dispatcher import DispatcherServer
from serve.errors import (
    BudgetSpentError,
    ModelDrainedError,
    ModelUnavailableError,
    RateLimitedError,
)
from serve.scheduling.gpu_pool import CHAT_PRICES, Asked, GpuPool, Standing
from storage.ids import new_id
from tests.integration.gateway.talk import eventually

SECRET = "shared"
WORK = {"prompt_tokens": 100.0, "output_tokens": 10_000.0}


class Bench:
    """A dispatcher that can be killed and started again at the same address."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.port = 0
        self.counters: dict[str, float] = {}
        self._stack = AsyncExitStack()

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        pool = GpuPool(loop.time)
        pool.restore(self.counters)
        pool.set_model("chat", 1, self.places, CHAT_PRICES)
        self.server = DispatcherServer(pool, SECRET, loop.time)
        made = []

        def connection() -> asyncio.Protocol:
            made.append(self.server.connection())
            return made[-1]

        def hang_up() -> None:
            for each in made:
                if each._transport is not None:
                    each._transport.abort()

        listening = await loop.create_server(connection, "127.0.0.1", self.port)
        self.port = listening.sockets[0].getsockname()[1]
        telling = asyncio.create_task(self.server.tell_standings())
        self._stack.callback(telling.cancel)
        self._stack.callback(hang_up)
        self._stack.callback(listening.close)

    async def kill(self) -> None:
        self.counters = self.server.pool.snapshot()
        await self._stack.aclose()

    @asynccontextmanager
    async def client(self, secret: str = SECRET) -> AsyncGenerator[CreditClient]:
        client = CreditClient(lambda: asyncio.open_connection("127.0.0.1", self.port), secret)
        running = asyncio.create_task(client.run())
        try:
            yield client
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@pytest.fixture
async def bench() -> AsyncGenerator[Bench]:
    bench = Bench(places=1)
    await bench.start()
    yield bench
    await bench.kill()


def asked(tenant: str = "a", deadline_s: float = 600.0) -> Asked:
    now = asyncio.get_running_loop().time()
    return Asked(new_id(), tenant, "chat", WORK, now, deadline_s=deadline_s)


async def go(place: Place) -> list[Standing]:
    """Wait for the place; what was told on the way."""
    async with asyncio.timeout(20):
        told = []
        while (standing := await place.news()) is not None:
            told.append(standing)
        return told


async def test_one_place_goes_from_hand_to_hand(bench: Bench) -> None:
    async with bench.client() as one, bench.client() as two:
        first, second = one.ask(asked()), two.ask(asked())
        await go(first)
        standing = await second.news()  # told within a second
        assert standing is not None
        assert standing.ahead == 0
        assert standing.wait_s > 0
        first.end(WORK)
        await go(second)
        second.end(WORK)


async def test_a_client_that_dies_leaves_its_place_to_the_next(bench: Bench) -> None:
    async with bench.client() as two:
        async with bench.client() as one:
            await go(one.ask(asked()))
            second = two.ask(asked())
        await go(second)


async def test_who_stops_waiting_is_passed_over(bench: Bench) -> None:
    async with bench.client() as client:
        first, second, third = (client.ask(asked()) for _ in range(3))
        await go(first)
        second.end(None)
        first.end(WORK)
        await go(third)


async def test_a_drained_model_serves_who_asked_before_and_nobody_else(bench: Bench) -> None:
    """Whether it still is drained is looked up before anybody is refused."""
    now, server = asyncio.get_running_loop().time, bench.server

    async def in_doubt(count: int) -> None:
        async def look() -> bool:
            return len(server._in_doubt.keys() & server._clients.keys()) == count

        await eventually(look, f"{count} that wait to know")

    async with bench.client() as client:
        first, second = client.ask(asked()), client.ask(asked())
        await go(first)
        server.drain({"chat"}, now())
        late = client.ask(asked())
        await in_doubt(1)
        server.drain({"chat"}, now())
        with pytest.raises(ModelDrainedError):
            await go(late)
        first.end(WORK)
        await go(second)

        before = now()
        third, left = client.ask(asked()), client.ask(asked())
        await in_doubt(2)
        left.end(None)
        await in_doubt(1)
        server.drain({"chat"}, before)  # which says nothing of these
        await in_doubt(1)
        server.drain((), now())
        second.end(WORK)
        await go(third)
        assert not server.pool.look_at_queue()


async def test_what_a_budget_does_not_suffice_for_is_refused_at_once(bench: Bench) -> None:
    bench.server.pool.budgets.set_limit("a", 0.0)
    async with bench.client() as client:
        poor, rich = client.ask(asked("a")), client.ask(asked("b"))
        with pytest.raises(BudgetSpentError) as caught:
            await go(poor)
        assert (caught.value.retry_after_s or 0) > 0
        assert not caught.value.transient
        await go(rich)


async def test_what_cannot_begin_in_time_is_refused(bench: Bench) -> None:
    async with bench.client() as client:
        places = [client.ask(asked()) for _ in range(50)]
        await go(places[0])
        late = client.ask(asked(deadline_s=0.01))
        with pytest.raises(RateLimitedError) as caught:
            await go(late)
        assert (caught.value.retry_after_s or 0) >= 1
        late.end(None)


async def test_a_dispatcher_that_dies_loses_nothing(bench: Bench) -> None:
    """What is held stays held and its place is granted to nobody else; what waits, or is asked
    for while there is none, gets its turn; the counters go on."""
    async with bench.client() as one, bench.client() as two:
        held = one.ask(asked("a"))
        await go(held)
        waiting = [one.ask(asked("a")), two.ask(asked("b"))]
        await bench.kill()
        bench.counters["a"] = 5_000.0
        waiting.append(two.ask(asked("b")))
        await bench.start()

        async def known() -> bool:
            return len(bench.server.pool.standings("chat")) == 3

        await eventually(known, "all that wait")
        assert bench.server.pool.snapshot()["a"] == 5_000.0
        assert not any(place._held for place in waiting)
        held.end(WORK)
        going = {asyncio.create_task(go(place)): place for place in waiting}
        while going:
            finished, _ = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
            (task,) = finished
            going.pop(task).end(WORK)


async def test_who_comes_back_over_another_connection_keeps_what_it_has(bench: Bench) -> None:
    """Its old connection broke without a word, and so the dispatcher learns of that later."""
    held = {"ask": "x", "tenant": "a", "model": "chat", "work": WORK, "age_s": 0}
    held |= {"priority": 1, "deadline_s": None, "held": False}
    old, new = [await asyncio.open_connection("127.0.0.1", bench.port) for _ in range(2)]
    for reader, writer in (old, new):
        writer.write(orjson.dumps({"secret": SECRET}) + b"\n" + orjson.dumps(held) + b"\n")
        async with asyncio.timeout(10):
            assert orjson.loads(await reader.readline()) == {"go": "x"}
    async with bench.client() as client:
        waiting = client.ask(asked())
        old[1].close()
        await old[1].wait_closed()
        assert await waiting.news() is not None  # told where it stands: it has no place yet
        new[1].close()
        await go(waiting)


async def test_an_operator_sees_the_whole_pool(bench: Bench) -> None:
    async with bench.client() as one, bench.client() as two:
        done = one.ask(asked("a"))
        await go(done)
        done.end(WORK)
        await go(one.ask(asked("a")))
        for _ in range(2):
            two.ask(asked("b"))
        await two.look()  # said after what was asked, so that is known
        seen = await one.look()
        chat = seen["models"]["chat"]
        assert (chat["replicas"], chat["places"]) == (1, 1)
        assert (chat["held"], chat["waiting"]) == ({"a": 1}, {"b": 2})
        assert chat["waiting_ms"] > 0
        assert chat["wait_s"] > 0
        assert seen["tenants"]["a"]["served_ms"] > 0
        assert seen["tenants"]["b"]["served_ms"] == 0


async def test_without_a_dispatcher_there_is_nothing_to_see(bench: Bench) -> None:
    await bench.kill()
    async with bench.client() as client:
        with pytest.raises(ModelUnavailableError):
            await client.look()


async def test_a_model_nobody_knows_makes_nobody_wait(bench: Bench) -> None:
    async with bench.client() as client:
        await go(client.ask(Asked(new_id(), "a", "new", WORK, 0.0)))


@pytest.mark.parametrize("said", [b'{"secret":"wrong"}\n', b"no json\n", b"[]\n", b"x" * 100_000])
async def test_nobody_else_gets_in(bench: Bench, said: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", bench.port)
    writer.write(said)
    async with asyncio.timeout(10):
        assert await reader.read() == b""
    writer.close()
