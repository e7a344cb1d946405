"""The pure parts of the Anthropic client: OpenAI's form turned into Anthropic's."""

from typing import Any

import pytest

from serve.anthropic_model import message_body, split_messages
from serve.chat import ChatRequest, Sampling


def body(sampling: Sampling | None = None, **options: Any) -> dict[str, Any]:
    messages = ({"role": "user", "content": "Hi"},)
    request = ChatRequest("r", "m", messages, sampling or Sampling())
    return message_body(request, **{"prefix": "", "max_output_tokens": 1000} | options)


def text(words: str) -> dict[str, str]:
    return {"type": "text", "text": words}


def test_the_least_body() -> None:
    assert body() == {
        "messages": [{"role": "user", "content": [text("Hi")]}],
        "max_tokens": 1000,
    }


def test_what_the_api_refuses_is_left_out() -> None:
    extra = {"logprobs": True, "presence_penalty": 1, "output_config": {"effort": "low"}}
    sampling = Sampling(0.7, 0.9, 50, 7, ("END", " \n"), extra)
    assert body(sampling) == {
        "messages": [{"role": "user", "content": [text("Hi")]}],
        "max_tokens": 50,
        "stop_sequences": ["END"],
        "output_config": {"effort": "low"},
    }


def test_thinking_gets_room_within_the_models_limit() -> None:
    assert body(Sampling(max_tokens=50), thinking_tokens=500)["max_tokens"] == 550
    assert body(Sampling(max_tokens=900), thinking_tokens=500)["max_tokens"] == 1000


def test_a_prefix_stands_last_and_counts_towards_the_limit() -> None:
    made = body(Sampling(max_tokens=50), prefix="So far")
    assert made["messages"][-1] == {"role": "assistant", "content": "So far"}


def test_system_messages_are_split_out_and_empty_ones_dropped() -> None:
    system, turns = split_messages(
        [
            {"role": "system", "content": "Be brief."},
            {"role": "developer", "content": [text("Be "), text("kind.")]},
            {"role": "user", "content": "Hi"},
            {"role": "assistant", "content": ""},
            {"role": "user", "content": [text(" "), text("Still there?")]},
            {"role": "system", "content": ""},
        ]
    )
    assert system == "Be brief.\n\nBe kind."
    assert turns == [
        {"role": "user", "content": [text("Hi")]},
        {"role": "user", "content": [text("Still there?")]},
    ]


def test_space_at_the_end_of_a_last_answer_is_dropped() -> None:
    answer = {"role": "assistant", "content": "Well \n"}
    assert split_messages([answer])[1][-1]["content"] == [text("Well")]
    assert split_messages([answer, {"role": "user", "content": "x"}])[1][0]["content"] == [
        text("Well \n")
    ]


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://x.example/a.png", {"type": "url", "url": "https://x.example/a.png"}),
        (
            "data:image/png;base64,AAAA",
            {"type": "base64", "media_type": "image/png", "data": "AAAA"},
        ),
    ],
)
def test_images(url: str, source: dict[str, str]) -> None:
    part = {"type": "image_url", "image_url": {"url": url}}
    turns = split_messages([{"role": "user", "content": [part]}])[1]
    assert turns[0]["content"] == [{"type": "image", "source": source}]


def test_tool_calls_and_results() -> None:
    call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": '{"a": 1}'}}
    turns = split_messages(
        [
            {"role": "assistant", "content": None, "tool_calls": [call]},
            {"role": "tool", "tool_call_id": "c1", "content": "42"},
        ]
    )[1]
    use = {"type": "tool_use", "id": "c1", "name": "f", "input": {"a": 1}}
    result = {"type": "tool_result", "tool_use_id": "c1", "content": [text("42")]}
    assert turns == [
        {"role": "assistant", "content": [use]},
        {"role": "user", "content": [result]},
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("auto", {"type": "auto"}),
        ("none", {"type": "none"}),
        ("required", {"type": "any"}),
        ({"type": "function", "function": {"name": "f"}}, {"type": "tool", "name": "f"}),
        (None, None),
    ],
)
def test_tools(choice: Any, expected: dict[str, str] | None) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    function = {"name": "f", "description": "Does f.", "parameters": schema}
    tools = [{"type": "function", "function": function}, {"function": {"name": "g"}}]
    made = body(Sampling(extra={"tools": tools, "tool_choice": choice}))
    assert made["tools"] == [
        {"name": "f", "description": "Does f.", "input_schema": schema},
        {"name": "g", "input_schema": {"type": "object", "properties": {}}},
    ]
    assert made.get("tool_choice") == expected


def test_one_call_at_a_time() -> None:
    extra = {
        "tools": [{"function": {"name": "f"}}],
        "tool_choice": "auto",
        "parallel_tool_calls": False,
    }
    made = body(Sampling(extra=extra))
    assert made["tool_choice"] == {"type": "auto", "disable_parallel_tool_use": True}
