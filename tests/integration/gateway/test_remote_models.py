"""Answers of remote models, through providers that fail in every way they know."""

import httpx
import pytest

from tests.integration.gateway.event_stream import events, text_of
from tests.integration.gateway.talk import Talk, expect
from tests.integration.gateway.test_projects import THREE, begun, content, write
from tests.providers import AnthropicServer, Behaviour, OpenAIServer
from tests.providers.server import ProviderServer


@pytest.fixture(params=["steady", "claude"])
def model(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def provider(
    model: str, openai_provider: OpenAIServer, anthropic_provider: AnthropicServer
) -> ProviderServer:
    return openai_provider if model == "steady" else anthropic_provider


async def test_an_answer_streams_and_costs_what_it_says(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    provider.script(Behaviour(tokens=20, tokens_per_s=60))
    talk = await Talk.begin(api, model=model)
    started = await talk.post("one two three")
    seen = await events(api, started["run_id"], params={"after": 0})
    assert seen[0].data["model"] == model
    assert sum(event.kind == "message.delta" for event in seen) > 2
    assert text_of(seen) == Behaviour(tokens=20).whole_text
    usage = seen[-1].data["usage"]
    assert usage["completion_tokens"] == 20
    expected = (usage["prompt_tokens"] + 2 * usage["completion_tokens"]) / 1e6
    assert usage["cost_usd"] == pytest.approx(expected)
    assert provider.headers[-1].get("authorization", "Bearer test-key") == "Bearer test-key"


async def test_it_builds_and_is_told_what_does_not_fit(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    project = await begun(api, template="empty")
    await expect(write(api, project, "a.txt", b"one\ntwo\n"), 200)
    wrong = THREE.replace("two", "four")
    provider.script(Behaviour(text=tuple(wrong)), Behaviour(text=tuple(THREE)))
    talk = Talk(api, (await expect(api.get(project), 200))["conversation_id"])
    run_id = (await talk.say("Count on", model=model))["run_id"]
    told = await events(api, run_id, params={"after": 0})
    kinds = [event.kind for event in told]
    assert kinds.index("build.refused") < kinds.index("build.applied")
    assert kinds[-1] == "run.completed"
    assert await content(api, project, "a.txt") == b"one\nthree\n"
    first, second = provider.requests[-2:]
    assert [each["role"] for each in second["messages"]][-2:] == ["assistant", "user"]
    assert len(second["messages"]) == len(first["messages"]) + 2
    usage = told[-1].data["usage"]
    assert usage["cost_usd"] > 0
    assert usage["completion_tokens"] >= len(THREE)


async def test_a_model_of_one_provider_plans_for_one_of_another(
    api: httpx.AsyncClient, openai_provider: OpenAIServer, anthropic_provider: AnthropicServer
) -> None:
    project = await begun(api, template="empty")
    await expect(write(api, project, "a.txt", b"one\ntwo\n"), 200)
    plan = '<plan>\n<step file="a.txt">Three after one</step>\n</plan>\n'
    anthropic_provider.script(Behaviour(text=tuple(plan)))
    openai_provider.script(Behaviour(text=tuple(THREE)))
    talk = Talk(api, (await expect(api.get(project), 200))["conversation_id"])
    await expect(api.patch(talk.path, json={"model": "careful"}), 200)
    run_id = (await talk.say("Count on"))["run_id"]
    told = await events(api, run_id, params={"after": 0})
    (planned,) = [event.data for event in told if event.kind == "build.planned"]
    assert (planned["model"], planned["why"]) == ("claude", "")
    assert planned["plan"] == [{"path": "a.txt", "text": "Three after one"}]
    assert await content(api, project, "a.txt") == b"one\nthree\n"
    asked = openai_provider.requests[-1]["messages"][-1]["content"]
    assert "- `a.txt`: Three after one" in asked
    usage = told[-1].data["usage"]
    assert usage["completion_tokens"] == len(plan) + len(THREE)
    assert usage["cost_usd"] == pytest.approx(
        (usage["prompt_tokens"] + 2 * usage["completion_tokens"]) / 1e6
    )


async def test_a_busy_provider_is_waited_for_and_the_reader_knows(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    provider.script(Behaviour(status=429, retry_after="1"), Behaviour(tokens=4))
    talk = await Talk.begin(api, model=model)
    started = await talk.post("hello")
    seen = await events(api, started["run_id"], params={"after": 0})
    waiting = [event.data for event in seen if event.kind == "run.waiting"]
    assert waiting[0]["reason"] == "retrying"
    assert waiting[0]["retry_in_s"] >= 1
    assert "told to refuse" in waiting[0]["detail"]
    assert seen[-1].kind == "run.completed"
    assert text_of(seen) == Behaviour(tokens=4).whole_text


async def test_an_answer_that_breaks_off_begins_again(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    provider.script(Behaviour(cut_after=10, tokens_per_s=50), Behaviour(seed=2, tokens=6))
    talk = await Talk.begin(api, model=model)
    started = await talk.post("hello")
    seen = await events(api, started["run_id"], params={"after": 0})
    assert [event.kind for event in seen].count("message.restarted") == 1
    assert text_of(seen) == Behaviour(seed=2, tokens=6).whole_text
    assert (await talk.messages())[-1]["content"] == Behaviour(seed=2, tokens=6).whole_text


async def test_cancel_reaches_the_provider(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    provider.script(Behaviour(tokens=2_000, tokens_per_s=20))
    left = provider.disconnects
    talk = await Talk.begin(api, model=model)
    started = await talk.post("hello")
    await talk.writing(started["run_id"])
    await talk.cancel(started["run_id"])
    await provider.until(lambda: provider.disconnects == left + 1)
    assert (await talk.end(started["run_id"])).kind == "run.cancelled"
    assert (await talk.messages())[-1]["content"] != ""


async def test_cancel_ends_a_wait_for_a_silent_provider(
    api: httpx.AsyncClient, model: str, provider: ProviderServer
) -> None:
    provider.script(Behaviour(hang=True))
    left, begun = provider.disconnects, provider.started
    talk = await Talk.begin(api, model=model)
    started = await talk.post("hello")
    await provider.until(lambda: provider.started == begun + 1)
    await talk.cancel(started["run_id"])
    await provider.until(lambda: provider.disconnects == left + 1)
    assert (await talk.end(started["run_id"])).kind == "run.cancelled"


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (Behaviour(status=401), "provider_key_refused"),
        (Behaviour(status=400, error_message="no such parameter"), "model_refused_request"),
        (Behaviour(status=400, error_message="prompt is too long"), "context_too_long"),
        (Behaviour(status=404), "model_missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_refusal_is_told_at_once_and_clearly(
    api: httpx.AsyncClient,
    model: str,
    provider: ProviderServer,
    behaviour: Behaviour,
    code: str,
) -> None:
    provider.default = behaviour
    begun = provider.started
    talk = await Talk.begin(api, model=model)
    started = await talk.post("hello")
    end = await talk.end(started["run_id"])
    assert end.kind == "run.failed"
    assert behaviour.error_message in end.data["error"]["detail"]
    assert provider.started == begun + 1
    answer = (await talk.messages())[-1]
    assert (answer["status"], answer["finish_reason"]) == ("failed", "error")
    assert answer["error"] == end.data["error"]
    assert code in (end.data["error"]["code"], "model_missing")
    run = await talk.run(started["run_id"])
    assert (run["status"], run["error"]) == ("failed", end.data["error"])


async def test_a_dead_key_falls_back_to_another_model(
    api: httpx.AsyncClient, openai_provider: OpenAIServer, anthropic_provider: AnthropicServer
) -> None:
    anthropic_provider.script(Behaviour(status=401))
    openai_provider.script(Behaviour(tokens=5))
    talk = await Talk.begin(api, model="backed")
    started = await talk.post("hello")
    seen = await events(api, started["run_id"], params={"after": 0})
    (fallback,) = [event.data for event in seen if event.kind == "model.fallback"]
    assert (fallback["from"], fallback["to"]) == ("backed", "steady")
    assert fallback["reason"]
    assert seen[-1].kind == "run.completed"
    assert text_of(seen) == Behaviour(tokens=5).whole_text
