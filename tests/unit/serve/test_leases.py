"""Leases that are kept for the next answer, with a fake Serve and a clock that jumps."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.errors import ModelUnavailableError
from serve.leases import LINGER_S, MAX_AGE_S, Lease, LeasePool
from tests.unit.actors.virtual_time import run

ANSWER_S = 60.0
Claim = asyncio.Future[Lease]


@dataclass(eq=False)
class FakeGrant:
    """One call to the fake Serve: open until the replica ends it or we give it back."""

    replica: str
    max_s: float
    given: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    error: BaseException = field(default_factory=StopAsyncIteration)
    has_address: bool = True
    cancelled: bool = False

    def __aiter__(self) -> "FakeGrant":
        return self

    async def __anext__(self) -> Mapping[str, Any]:
        if self.has_address:
            self.has_address = False
            await self.given.wait()
            if not self.ended.is_set():
                return {"replica": self.replica}
        await self.ended.wait()
        raise self.error

    def cancel(self) -> None:
        self.cancelled = True

    def end(self, error: BaseException | None = None) -> None:
        self.error = error or self.error
        self.given.set()
        self.ended.set()


class FakeServe:
    """Gives places on its replicas in turn, at once unless it `waits`."""

    def __init__(self, *replicas: str, waits: bool = False, **options: float) -> None:
        self.replicas = list(replicas) or ["a"]
        self.waits = waits
        self.grants: list[FakeGrant] = []
        self.pool = LeasePool(self._ask, **options)

    def _ask(self, _request_id: str, max_s: float) -> FakeGrant:
        grant = FakeGrant(self.replicas[len(self.grants) % len(self.replicas)], max_s)
        self.grants.append(grant)
        if not self.waits:
            grant.given.set()
        return grant

    @property
    def held(self) -> list[str]:
        return [g.replica for g in self.grants if not g.cancelled and not g.ended.is_set()]

    async def answers(self, count: int, max_s: float = ANSWER_S) -> list[Claim]:
        """That many answers that have begun."""
        claims = [self.pool.claim("r", max_s) for _ in range(count)]
        await asyncio.wait(claims)
        return claims

    def release(self, *claims: Claim, sound: bool = True) -> None:
        for claim in claims:
            self.pool.release(claim, sound=sound)


async def pass_on() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def holders() -> int:
    return len(asyncio.all_tasks()) - 1


# --- Using a lease again ---------------------------------------------------------------------


def test_the_next_answer_takes_the_lease_at_once() -> None:
    async def play() -> None:
        serve = FakeServe()
        (first,) = await serve.answers(1)
        serve.release(first)
        second = serve.pool.claim("r", ANSWER_S)
        assert second.done()
        assert second.result() is first.result()
        assert len(serve.grants) == 1
        assert serve.held == ["a"]

    run(play())


def test_answers_at_the_same_time_have_a_lease_each() -> None:
    async def play() -> None:
        serve = FakeServe()
        claims = await serve.answers(16)
        assert len({claim.result() for claim in claims}) == 16
        serve.release(*claims)
        again = [serve.pool.claim("r", ANSWER_S) for _ in range(17)]
        assert sum(claim.done() for claim in again) == 16
        assert len({claim.result() for claim in again if claim.done()}) == 16

    run(play())


def test_a_free_lease_is_given_back_after_a_while() -> None:
    async def play() -> None:
        serve = FakeServe()
        serve.release(*await serve.answers(2))
        await asyncio.sleep(LINGER_S - 0.01)
        assert serve.held == ["a", "a"]
        await asyncio.sleep(0.02)
        assert serve.held == []
        assert holders() == 0
        await serve.answers(1)
        assert len(serve.grants) == 3

    run(play())


def test_each_use_lets_it_linger_anew_until_it_is_old() -> None:
    async def play() -> None:
        serve = FakeServe(linger_s=2.0, max_age_s=10.0)
        started = asyncio.get_running_loop().time()
        while len(serve.grants) < 2:
            (claim,) = await serve.answers(1)
            serve.release(claim)
            await asyncio.sleep(1.5)
        assert asyncio.get_running_loop().time() - started >= 10.0
        assert serve.held == ["a"]

    run(play())


def test_a_long_answer_leaves_nothing_behind() -> None:
    async def play() -> None:
        serve = FakeServe()
        claims = await serve.answers(1)
        await asyncio.sleep(MAX_AGE_S + 1)
        assert serve.held == ["a"]
        serve.release(*claims)
        await pass_on()
        assert serve.held == []

    run(play())


def test_the_replica_holds_it_long_enough_for_the_last_answer() -> None:
    async def play() -> None:
        serve = FakeServe()
        serve.release(*await serve.answers(1, max_s=60))
        assert serve.grants[0].max_s == 60 + MAX_AGE_S
        assert serve.pool.claim("r", 60).done()

    run(play())


def test_a_lease_that_ends_before_the_answer_may_is_left() -> None:
    async def play() -> None:
        serve = FakeServe()
        serve.release(*await serve.answers(1, max_s=60))
        longer = serve.pool.claim("r", 60 + MAX_AGE_S + 1)
        assert not longer.done()
        await longer
        assert serve.pool.claim("r", 60).done()

    run(play())


def test_an_idle_lease_grows_old_too() -> None:
    async def play() -> None:
        serve = FakeServe(linger_s=2.0, max_age_s=10.0)
        claims = await serve.answers(1)
        await asyncio.sleep(9.5)
        serve.release(*claims)
        await asyncio.sleep(1.0)
        assert serve.held == ["a"]
        assert not serve.pool.claim("r", 1.0).done()

    run(play())


def test_the_replica_with_the_fewest_answers_is_chosen_then_the_lease_last_used() -> None:
    async def play() -> None:
        serve = FakeServe("a", "b")
        a1, b1, _a2, b2, _a3, _b3 = await serve.answers(6)
        serve.release(b1, b2, a1)  # left at work: two on a, one on b
        assert serve.pool.claim("r", ANSWER_S).result() is b2.result()
        assert serve.pool.claim("r", ANSWER_S).result() is a1.result()
        assert serve.pool.claim("r", ANSWER_S).result() is b1.result()

    run(play())


def test_who_waits_longest_gets_the_lease_that_comes_free() -> None:
    async def play() -> None:
        serve = FakeServe()
        (claim,) = await serve.answers(1)
        serve.waits = True
        longer = serve.pool.claim("r", ANSWER_S + MAX_AGE_S + 1)
        waiting = [serve.pool.claim("r", ANSWER_S) for _ in range(2)]
        await pass_on()
        serve.release(claim)
        assert [c.done() for c in (longer, *waiting)] == [False, True, False]
        assert waiting[0].result() is claim.result()
        await pass_on()
        assert [grant.cancelled for grant in serve.grants] == [False, False, True, False]
        serve.grants[3].given.set()
        assert (await waiting[1]).replica == "a"

    run(play())


# --- Giving up -------------------------------------------------------------------------------


def test_who_leaves_while_waiting_takes_no_place() -> None:
    async def play() -> None:
        serve = FakeServe(waits=True)
        claim = serve.pool.claim("r", ANSWER_S)
        await pass_on()
        serve.release(claim)
        serve.grants[0].given.set()
        await pass_on()
        assert serve.held == []
        assert holders() == 0

    run(play())


def test_who_leaves_at_once_never_asks() -> None:
    async def play() -> None:
        serve = FakeServe()
        serve.release(serve.pool.claim("r", ANSWER_S))
        await pass_on()
        assert serve.grants == []
        assert holders() == 0

    run(play())


def test_a_place_that_comes_as_its_claim_is_released_is_given_back() -> None:
    async def play() -> None:
        for turns in range(6):
            serve = FakeServe()
            claim = serve.pool.claim("r", ANSWER_S)
            for _ in range(turns):
                await asyncio.sleep(0)
            serve.release(claim)
            await serve.pool.close()
            assert serve.held == []
            assert holders() == 0

    run(play())


# --- Failures --------------------------------------------------------------------------------


def test_a_failed_replica_is_used_no_more() -> None:
    async def play() -> None:
        serve = FakeServe("a", "b")
        a1, b1, a2, _b2, a3, _b3 = await serve.answers(6)
        serve.release(a1, b1)
        serve.release(a2, sound=False)
        await pass_on()
        assert serve.held.count("a") == 1  # an answer is at work there, perhaps in vain
        assert serve.pool.claim("r", ANSWER_S).result().replica == "b"
        serve.release(a3)
        await pass_on()
        assert "a" not in serve.held
        fresh = await serve.pool.claim("r", ANSWER_S)
        assert fresh.replica == "a"  # Serve gave it: it trusts the replica again
        assert len(serve.grants) == 7

    run(play())


@pytest.mark.parametrize(
    "error", [StopAsyncIteration(), RuntimeError("it died"), asyncio.CancelledError()]
)
def test_a_lease_that_is_lost_is_not_used_again(error: BaseException) -> None:
    async def play() -> None:
        serve = FakeServe()
        idle, working = await serve.answers(2)
        serve.release(idle)
        for grant in serve.grants:
            grant.end(error)
        await pass_on()
        assert not serve.pool.claim("r", ANSWER_S).done()
        serve.release(working)
        await pass_on()
        assert len(serve.grants) == 3
        assert holders() == 1

    run(play())


@pytest.mark.parametrize(
    "error", [StopAsyncIteration(), RuntimeError("no GPU"), asyncio.CancelledError()]
)
def test_without_a_place_the_claim_fails(error: BaseException) -> None:
    async def play() -> None:
        serve = FakeServe(waits=True)
        claim = serve.pool.claim("r", ANSWER_S)
        await pass_on()
        serve.grants[0].end(error)
        with pytest.raises(ModelUnavailableError):
            await claim
        serve.release(claim)
        serve.waits = False
        await serve.pool.claim("r", ANSWER_S)
        assert holders() == 1

    run(play())


def test_a_call_that_cannot_be_made_fails_the_claim() -> None:
    def ask(_request_id: str, _max_s: float) -> FakeGrant:
        raise RuntimeError("no such application")

    async def play() -> None:
        with pytest.raises(ModelUnavailableError, match="no such application"):
            await LeasePool(ask).claim("r", ANSWER_S)

    run(play())


# --- The end ---------------------------------------------------------------------------------


def test_closing_gives_everything_back() -> None:
    async def play() -> None:
        serve = FakeServe()
        idle, working = await serve.answers(2)
        serve.release(idle)
        serve.waits = True
        waiting = serve.pool.claim("r", ANSWER_S + MAX_AGE_S + 1)
        await pass_on()
        await serve.pool.close()
        assert serve.held == []
        assert holders() == 0
        with pytest.raises(ModelUnavailableError):
            await waiting
        serve.release(waiting, working)
        await asyncio.sleep(10)
        assert holders() == 0

    run(play())


_STEPS = st.lists(
    st.tuples(st.sampled_from(["claim", "end", "fail", "wait", "lose", "grant"]), st.integers(0, 9))
)


@given(_STEPS)
def test_whatever_happens_no_lease_serves_two_answers_and_none_leaks(
    steps: list[tuple[str, int]],
) -> None:
    run(_play(steps))


async def _play(steps: list[tuple[str, int]]) -> None:
    serve = FakeServe("a", "b", "c", waits=True)
    claims: list[Claim] = []
    for what, number in steps:
        if what == "claim":
            claims.append(serve.pool.claim("r", ANSWER_S))
        elif what == "wait":
            await asyncio.sleep(number / 3)
        elif what in ("end", "fail") and claims:
            serve.release(claims.pop(number % len(claims)), sound=what == "end")
        elif what == "lose" and serve.grants:
            serve.grants[number % len(serve.grants)].end(RuntimeError("it died"))
        elif what == "grant" and serve.grants:
            serve.grants[number % len(serve.grants)].given.set()
        at_work = [claim.result() for claim in claims if claim.done() and not claim.exception()]
        assert len(set(at_work)) == len(at_work)
    serve.release(*claims)
    await asyncio.sleep(LINGER_S + 0.1)
    assert serve.held == []
    assert holders() == 0
