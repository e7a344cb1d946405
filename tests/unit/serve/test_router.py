"""Retries, going on and fallbacks, with models that do what a script says and a faked clock."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serve.catalog import Catalog
from serve.chat import ChatRequest, Delta, Kept, Message, Notice, Sampling, TokenUsage
from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    RateLimitedError,
    StalledError,
    StreamBrokenError,
    UnknownModelError,
)
from serve.model_entry import ModelEntry
from serve.router import ModelRouter, RetryPolicy

WORDS = tuple(f"w{i} " for i in range(10))
ANSWER = "".join(WORDS)
DOWN = ModelUnavailableError("it is down")


class FakeClock:
    def __init__(self) -> None:
        self.time = 100.0
        self.pauses: list[float] = []

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.pauses.append(seconds)
        self.time += seconds
        await asyncio.sleep(0)


@dataclass
class Try:
    """One call of a fake model: give so many words, then fail, or finish."""

    words: int = len(WORDS)
    error: ModelError | None = None
    call: bool = False
    silent_end: bool = False
    empty_first: bool = False
    takes_s: float = 0.0


@dataclass
class FakeModel:
    """Goes on from a kept text, or with `restarts` begins again and says so."""

    clock: FakeClock
    tries: list[Try]
    words: Sequence[str] = WORDS
    token_ids: bool = False
    restarts: bool = False
    requests: list[ChatRequest] = field(default_factory=list)
    open_streams: int = 0
    closed: bool = False

    async def stream(self, request: ChatRequest) -> AsyncGenerator[Delta | Notice]:
        self.requests.append(request)
        script = self.tries.pop(0) if self.tries else Try()
        self.open_streams += 1
        try:
            self.clock.time += script.takes_s
            done = 0
            if request.kept and not self.restarts:
                done = request.kept.text.count(" ")
                assert request.kept.text == "".join(self.words[:done])
            elif request.kept and script.words:
                yield Notice("message.restarted", {"reason": "no prefix"})
            if script.empty_first:
                yield Delta()
            for number in range(done, min(len(self.words), done + script.words)):
                await asyncio.sleep(0)
                ids = (number,) if self.token_ids else ()
                prompt = (7, 8) if self.token_ids and number == 0 else ()
                yield Delta(self.words[number], 1, token_ids=ids, prompt_token_ids=prompt)
            if script.call:
                yield Delta(tool_calls=({"index": 0},))
            if script.error:
                raise script.error
            if not script.silent_end:
                yield Delta(finish_reason="stop", usage=TokenUsage(2, len(self.words)))
        finally:
            self.open_streams -= 1

    async def count_tokens(self, messages: Sequence[Message]) -> int:
        return len(messages)

    async def close(self) -> None:
        self.closed = True


def entry(model_id: str, *fallbacks: str) -> ModelEntry:
    fields: dict[str, Any] = {"id": model_id, "name": model_id.upper(), "engine": "vllm"}
    fields |= {"source": "x", "context_tokens": 100, "max_output_tokens": 10}
    return ModelEntry.model_validate(fields | {"fallbacks": fallbacks})


class World:
    """A router over fake models: `World(a=[Try(…)], b=[…])`; each falls back to the next."""

    def __init__(self, policy: RetryPolicy | None = None, **tries: list[Try]) -> None:
        self.clock = FakeClock()
        self.models = {name: FakeModel(self.clock, list(todo)) for name, todo in tries.items()}
        names = list(tries)
        entries = [entry(n, *names[i + 1 : i + 2]) for i, n in enumerate(names)]
        self.built: list[str] = []
        self.router = ModelRouter(
            Catalog(tuple(entries), (), {}),
            self._build,
            clock=self.clock,
            rng=Random(1),
            policy=lambda entry: policy or RetryPolicy(),
        )

    def _build(self, wanted: ModelEntry) -> FakeModel:
        self.built.append(wanted.id)
        return self.models[wanted.id]

    async def ask(self, into: list[Delta | Notice] | None = None, **changes: Any) -> "Reader":
        reader = Reader([] if into is None else into)
        request = ChatRequest("r", "a", ({"role": "user", "content": "Hi"},), deadline_s=120)
        try:
            async for piece in self.router.stream(replace(request, **changes)):
                reader.pieces.append(piece)
        finally:
            assert all(model.open_streams == 0 for model in self.models.values())
        return reader


@dataclass
class Reader:
    """Reads as a client does: the text is void after `message.restarted`."""

    pieces: list[Delta | Notice]

    @property
    def text(self) -> str:
        text = ""
        for piece in self.pieces:
            if isinstance(piece, Delta):
                text += piece.text
            elif piece.kind == "message.restarted":
                text = ""
        return text

    @property
    def kinds(self) -> list[str]:
        return [p.kind for p in self.pieces if isinstance(p, Notice)]

    def data(self, kind: str) -> list[dict[str, Any]]:
        return [dict(p.data) for p in self.pieces if isinstance(p, Notice) and p.kind == kind]


async def test_a_good_answer_passes_unchanged() -> None:
    world = World(a=[])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, [])
    assert reader.pieces[-1] == Delta(finish_reason="stop", usage=TokenUsage(2, 10))
    assert world.built == ["a"]
    await world.ask()
    assert world.built == ["a"]


async def test_an_unknown_model_names_the_known() -> None:
    with pytest.raises(UnknownModelError, match="Known: a"):
        await World(a=[]).ask(model="z")


# --- Before the first piece ------------------------------------------------------------------


async def test_failures_before_the_first_piece_are_repeated_with_growing_pauses() -> None:
    world = World(a=[Try(0, DOWN), Try(0, StalledError("silent")), Try(0, DOWN)])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["run.waiting"] * 3)
    first, second, third = world.clock.pauses
    assert 0.25 <= first <= 0.5
    assert 0.5 <= second <= 1.0
    assert 1.0 <= third <= 2.0
    told = reader.data("run.waiting")[0]
    assert told["reason"] == "retrying"
    assert "it is down" in told["detail"]
    assert told["retry_in_s"] == pytest.approx(first, abs=0.01)


async def test_retry_after_is_honoured() -> None:
    world = World(a=[Try(0, RateLimitedError("slow down", 7.0))])
    reader = await world.ask()
    assert reader.text == ANSWER
    assert 7.0 <= world.clock.pauses[0] <= 7.7


async def test_tries_are_bounded_and_the_kind_of_error_stays() -> None:
    world = World(a=[Try(0, StalledError("silent"))] * 9)
    with pytest.raises(StalledError, match="a: silent"):
        await world.ask()
    assert len(world.models["a"].requests) == RetryPolicy().max_tries


async def test_a_pause_never_passes_the_deadline() -> None:
    world = World(a=[Try(0, RateLimitedError("slow down", 50.0))])
    with pytest.raises(RateLimitedError) as caught:
        await world.ask(deadline_s=40)
    assert caught.value.retry_after_s == 50.0
    assert world.clock.pauses == []


async def test_a_pause_that_is_too_long_is_not_waited_for() -> None:
    world = World(a=[Try(0, RateLimitedError("come back tomorrow", 3600.0))])
    with pytest.raises(RateLimitedError):
        await world.ask(deadline_s=100_000)
    assert world.clock.pauses == []


async def test_each_try_gets_only_the_time_that_is_left() -> None:
    world = World(a=[Try(0, DOWN, takes_s=30), Try(0, DOWN, takes_s=30)])
    await world.ask(deadline_s=100)
    left = [request.deadline_s for request in world.models["a"].requests]
    assert left[0] == 100
    assert left[1] == pytest.approx(100 - 30 - world.clock.pauses[0])
    assert left[2] == pytest.approx(100 - 60 - sum(world.clock.pauses))


async def test_the_deadline_is_final() -> None:
    world = World(a=[Try(3, DeadlineError("too late"))], b=[])
    with pytest.raises(DeadlineError):
        await world.ask()
    assert world.built == ["a"]


@pytest.mark.parametrize("error", [BadRequestError("no"), ContextTooLongError("too long")])
async def test_a_request_that_is_wrong_is_not_repeated(error: ModelError) -> None:
    world = World(a=[Try(0, error)], b=[])
    with pytest.raises(type(error)):
        await world.ask()
    assert len(world.models["a"].requests) == 1
    assert world.built == ["a"]


async def test_an_error_that_will_not_pass_is_not_repeated() -> None:
    class MissingError(ModelUnavailableError):
        transient = False

    world = World(a=[Try(0, MissingError("no such model"))], b=[])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["model.fallback"])
    assert len(world.models["a"].requests) == 1


# --- After some pieces -----------------------------------------------------------------------


async def test_a_broken_answer_goes_on_at_once_where_it_broke() -> None:
    world = World(a=[Try(3, StreamBrokenError("killed")), Try(4, StreamBrokenError("again"))])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["run.resumed"] * 2)
    assert reader.data("run.resumed") == [{"reason": "killed"}, {"reason": "again"}]
    assert world.clock.pauses == []
    kept = [request.kept for request in world.models["a"].requests]
    assert kept == [None, Kept("".join(WORDS[:3])), Kept("".join(WORDS[:7]))]


async def test_resumed_is_told_only_when_the_answer_goes_on() -> None:
    world = World(a=[Try(3, DOWN), Try(0, DOWN)])
    reader = await world.ask()
    assert reader.kinds == ["run.waiting", "run.resumed"]
    assert isinstance(reader.pieces[-1], Delta)
    world = World(a=[Try(3, DOWN), Try(0, DOWN, empty_first=True), Try(empty_first=True)])
    reader = await world.ask()
    assert reader.text == ANSWER
    assert reader.kinds == ["run.waiting", "run.resumed"]
    world = World(a=[Try(3, DOWN), *[Try(0, DOWN)] * 9])
    pieces: list[Delta | Notice] = []
    with pytest.raises(ModelUnavailableError):
        await world.ask(into=pieces)
    assert "run.resumed" not in Reader(pieces).kinds


async def test_token_ids_are_kept_with_the_text() -> None:
    world = World(a=[Try(3, DOWN), Try(2, DOWN)])
    world.models["a"].token_ids = True
    reader = await world.ask()
    assert reader.text == ANSWER
    kept = [request.kept for request in world.models["a"].requests]
    assert kept[1] == Kept("".join(WORDS[:3]), (0, 1, 2), (7, 8))
    assert kept[2] == Kept("".join(WORDS[:5]), (0, 1, 2, 3, 4), (7, 8))


async def test_what_the_caller_kept_is_gone_on_from_too() -> None:
    world = World(a=[Try(3, DOWN)])
    world.models["a"].token_ids = True
    reader = await world.ask(kept=Kept("w0 w1 ", (0, 1), (7, 8)))
    assert "w0 w1 " + reader.text == ANSWER
    assert world.models["a"].requests[0].kept == Kept("w0 w1 ", (0, 1), (7, 8))
    assert world.models["a"].requests[1].kept == Kept("".join(WORDS[:5]), (0, 1, 2, 3, 4), (7, 8))


async def test_ids_that_do_not_cover_the_text_are_dropped() -> None:
    """The kept part came without ids: continuing from ids alone would lose its words."""
    world = World(a=[Try(3, DOWN)])
    world.models["a"].token_ids = True
    reader = await world.ask(kept=Kept("w0 w1 "))
    assert "w0 w1 " + reader.text == ANSWER
    assert world.models["a"].requests[1].kept == Kept("".join(WORDS[:5]))


async def test_a_model_that_cannot_go_on_begins_again() -> None:
    world = World(a=[Try(3, DOWN), Try(2, DOWN)])
    world.models["a"].restarts = True
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["message.restarted"] * 2)
    assert world.models["a"].requests[2].kept == Kept("".join(WORDS[:2]))


async def test_a_prefix_that_is_refused_is_given_up() -> None:
    world = World(a=[Try(3, DOWN), Try(0, BadRequestError("no prefill here"))])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["message.restarted"])
    assert [r.kept for r in world.models["a"].requests][2] is None
    assert world.clock.pauses == []


async def test_a_prefix_that_no_longer_fits_is_an_error() -> None:
    world = World(a=[Try(3, DOWN), Try(0, ContextTooLongError("full"))])
    with pytest.raises(ContextTooLongError):
        await world.ask()


async def test_an_answer_that_broke_in_a_tool_call_begins_again() -> None:
    world = World(a=[Try(3, DOWN, call=True)])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["message.restarted"])
    assert world.models["a"].requests[1].kept is None


TOOLS = Sampling(extra={"tools": [{"type": "function"}], "tool_choice": "auto", "n": 1})


async def test_tokens_without_text_may_be_a_tool_call_that_had_begun() -> None:
    for sampling, kept in ((Sampling(), True), (TOOLS, False)):
        world = World(a=[Try(2, DOWN)])
        world.models["a"].token_ids, world.models["a"].words = True, ["", "", "said "]
        reader = await world.ask(sampling=sampling)
        assert (world.models["a"].requests[1].kept is not None) == kept
        assert ("message.restarted" in reader.kinds) != kept


async def test_tokens_of_a_model_that_is_given_up_are_void_though_nothing_was_read() -> None:
    """Else whoever goes on later would take them for the stand-in's."""
    error = ModelUnavailableError("gone")
    world = World(a=[Try(2, error)] * 9, b=[])
    world.models["a"].token_ids, world.models["a"].words = True, ["", "", "said "]
    reader = await world.ask()
    assert reader.kinds[-2:] == ["model.fallback", "message.restarted"]
    assert reader.text == ANSWER


async def test_a_stand_in_without_tools_is_asked_without_them() -> None:
    world = World(a=[Try(0, AuthenticationError("no key"))], b=[])
    await world.ask(sampling=TOOLS)
    assert "tools" in world.models["a"].requests[0].sampling.extra
    assert dict(world.models["b"].requests[0].sampling.extra) == {"n": 1}


async def test_an_end_without_reason_is_a_break() -> None:
    world = World(a=[Try(3, silent_end=True)])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["run.resumed"])


async def test_a_rate_limit_in_the_middle_is_waited_for() -> None:
    world = World(a=[Try(3, RateLimitedError("slow", 2.0))])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["run.waiting", "run.resumed"])
    assert 2.0 <= world.clock.pauses[0] <= 2.2


async def test_an_answer_that_keeps_breaking_ends() -> None:
    world = World(RetryPolicy(max_resumes=3), a=[Try(1, StreamBrokenError("x"))] * 99)
    with pytest.raises(StreamBrokenError):
        await world.ask()
    assert len(world.models["a"].requests) == 4


async def test_progress_renews_the_tries() -> None:
    flaky = [Try(0, DOWN), Try(0, DOWN), Try(0, DOWN), Try(2, DOWN)]
    world = World(a=[*flaky, *flaky[1:], *flaky[1:]])
    assert (await world.ask()).text == ANSWER


# --- Fallbacks -------------------------------------------------------------------------------


async def test_a_fallback_answers_when_the_model_is_given_up() -> None:
    world = World(a=[Try(0, DOWN)] * 9, b=[])
    reader = await world.ask()
    assert reader.text == ANSWER
    assert reader.kinds == ["run.waiting"] * 3 + ["model.fallback"]
    assert reader.data("model.fallback") == [{"from": "a", "to": "b", "reason": "it is down"}]
    assert world.models["b"].requests[0].model == "b"
    assert world.models["b"].requests[0].kept is None


async def test_after_text_a_fallback_begins_again() -> None:
    world = World(a=[Try(3, DOWN), *[Try(0, DOWN)] * 9], b=[])
    reader = await world.ask()
    assert reader.text == ANSWER
    assert reader.kinds[-2:] == ["model.fallback", "message.restarted"]
    assert "b" in reader.data("message.restarted")[0]["reason"]
    place = reader.pieces.index(
        next(
            p
            for p in reader.pieces
            if p == Notice("message.restarted", {"reason": "b answers instead of a"})
        )
    )
    assert isinstance(reader.pieces[place + 1], Delta)


async def test_a_kept_text_of_the_caller_is_void_for_a_fallback() -> None:
    world = World(a=[Try(0, DOWN)] * 9, b=[])
    reader = await world.ask(kept=Kept("w0 "))
    assert reader.text == ANSWER
    assert reader.kinds[-2:] == ["model.fallback", "message.restarted"]


async def test_a_refused_key_falls_back_without_retries() -> None:
    world = World(a=[Try(0, AuthenticationError("bad key"))], b=[])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["model.fallback"])
    assert len(world.models["a"].requests) == 1


async def test_a_refused_key_without_fallback_stays_what_it_is() -> None:
    with pytest.raises(AuthenticationError, match="a: bad key"):
        await World(a=[Try(0, AuthenticationError("bad key"))]).ask()


async def test_with_a_fallback_long_pauses_are_not_waited_for() -> None:
    world = World(a=[Try(0, RateLimitedError("slow", 20.0))], b=[])
    reader = await world.ask()
    assert (reader.text, reader.kinds) == (ANSWER, ["model.fallback"])
    assert world.clock.pauses == []


async def test_fallbacks_of_fallbacks_and_circles_end() -> None:
    world = World(a=[Try(0, AuthenticationError("x"))], b=[Try(0, DOWN)] * 9, c=[])
    reader = await world.ask()
    assert reader.text == ANSWER
    assert [(d["from"], d["to"]) for d in reader.data("model.fallback")] == [("a", "b"), ("b", "c")]
    circle = Catalog((entry("a", "b"), entry("b", "a")), (), {})
    models = {n: FakeModel(world.clock, [Try(0, AuthenticationError(n))] * 9) for n in "ab"}
    router = ModelRouter(circle, lambda e: models[e.id], clock=world.clock)
    with pytest.raises(AuthenticationError, match="a: a; b: b"):
        [piece async for piece in router.stream(ChatRequest("r", "a", ()))]


async def test_a_request_that_a_stand_in_refuses_is_not_the_callers_fault() -> None:
    world = World(a=[Try(0, DOWN)] * 4, b=[Try(0, ContextTooLongError("small"))], c=[])
    assert (await world.ask()).text == ANSWER


async def test_none_left_names_every_model_and_why() -> None:
    world = World(
        a=[Try(0, AuthenticationError("bad key"))],
        b=[Try(0, BadRequestError("not for me"))],
        c=[Try(0, DOWN)] * 9,
    )
    with pytest.raises(ModelUnavailableError) as caught:
        await world.ask()
    message = str(caught.value)
    assert all(part in message for part in ("a: bad key", "b: not for me", "c: it is down"))


async def test_all_rate_limited_tells_the_shortest_wait() -> None:
    limits = {n: [Try(0, RateLimitedError("slow", w))] for n, w in (("a", 300.0), ("b", 90.0))}
    with pytest.raises(RateLimitedError) as caught:
        await World(**limits).ask()
    assert caught.value.retry_after_s == 90.0


# --- Cancelling, closing, counting -----------------------------------------------------------


async def test_closing_the_stream_closes_the_models() -> None:
    world = World(a=[])
    pieces = world.router.stream(ChatRequest("r", "a", ()))
    await anext(pieces)
    assert world.models["a"].open_streams == 1
    await pieces.aclose()
    assert world.models["a"].open_streams == 0


async def test_cancelling_is_passed_on_and_nothing_is_tried_again() -> None:
    world = World(a=[], b=[])
    reading: list[Delta | Notice] = []
    reader = asyncio.create_task(world.ask(into=reading))
    while len(reading) < 3:
        await asyncio.sleep(0)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert world.built == ["a"]
    assert world.models["a"].open_streams == 0


async def test_counting_and_closing_go_to_the_models() -> None:
    world = World(a=[], b=[])
    assert await world.router.count_tokens([{}, {}]) == 2
    assert await world.router.model("b").count_tokens([{}]) == 1
    await world.router.close()
    assert all(model.closed for model in world.models.values())


# --- Whatever happens ------------------------------------------------------------------------

_ERRORS = st.sampled_from(
    [
        DOWN,
        StreamBrokenError("broke"),
        StalledError("stalled"),
        RateLimitedError("slow", 1.0),
        RateLimitedError("slow", None),
        AuthenticationError("key"),
        None,
    ]
)
_TRIES = st.lists(
    st.builds(Try, words=st.integers(0, 6), error=_ERRORS, call=st.booleans()).map(
        lambda t: t if t.error else replace(t, words=99)
    ),
    max_size=12,
)


@given(_TRIES, _TRIES, st.booleans(), st.booleans(), st.booleans())
def test_whatever_fails_the_reader_has_one_whole_answer_or_an_error(
    a: list[Try], b: list[Try], ids: bool, a_restarts: bool, b_restarts: bool
) -> None:
    async def play() -> None:
        world = World(a=[replace(t) for t in a], b=[replace(t) for t in b])
        for model, restarts in (("a", a_restarts), ("b", b_restarts)):
            world.models[model].token_ids = ids
            world.models[model].restarts = restarts
        pieces: list[Delta | Notice] = []
        try:
            await world.ask(into=pieces)
        except ModelError:
            assert all(isinstance(p, Notice) or p.finish_reason is None for p in pieces)
        else:
            finals = [p for p in pieces if isinstance(p, Delta) and p.finish_reason]
            assert finals == pieces[-1:]
            assert Reader(pieces).text == ANSWER
        assert ANSWER.startswith(Reader(pieces).text)
        calls = sum(len(model.requests) for model in world.models.values())
        assert calls <= 2 * (RetryPolicy().max_resumes + 1) * RetryPolicy().max_tries
        assert world.clock.time < 100 + 120

    asyncio.run(play())


def test_pauses_are_jittered_and_capped() -> None:
    policy = RetryPolicy()
    pauses = [policy.pause_s(tries, DOWN, Random(seed)) for tries in (1, 9) for seed in range(50)]
    assert len(set(pauses)) > 90
    assert all(0.25 <= pause <= 0.5 for pause in pauses[:50])
    assert all(7.5 <= pause <= 15 for pause in pauses[50:])


def test_the_router_needs_no_network() -> None:
    source = (Path(__file__).parents[3] / "serve" / "router.py").read_text()
    assert not any(name in source for name in ("aiohttp", "httpx", "anthropic", "import ray"))
