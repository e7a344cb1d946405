"""What is wrong with a request is told by a 4xx that names the field, and changes nothing."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import httpx
import pytest

from storage.ids import new_id
from tests.integration.gateway.event_stream import events
from tests.integration.gateway.talk import Talk, expect, problem
from tests.providers import OpenAIServer

JSON = {"Content-Type": "application/json"}
CREATE, COMPLETE = "/api/conversations", "/v1/chat/completions"
MAX_BODY = 2 * 2**20


async def _both(api: httpx.AsyncClient, body: bytes, status: int, code: str) -> None:
    """The same answer in both dialects."""
    response = await api.post(CREATE, content=body, headers=JSON)
    assert (response.status_code, response.json()["code"]) == (status, code), response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["field"].startswith("body")
    response = await api.post(COMPLETE, content=body, headers=JSON)
    error = response.json()["error"]
    assert response.status_code == (400 if status == 422 else status), response.text
    assert error["type"] == "invalid_request_error"
    assert error["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"nonsense",
        b'{"title": "a",}',
        b'{"title": NaN}',
        b'{"settings": {"temperature": Infinity}}',
        b'{"settings": {"temperature": -Infinity}}',
        b'{"title": "\\ud800"}',
        b'{"title": "\\udc00\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"title": "\xff\xfe"}',
        b'{"title": "\xed\xa0\x80"}',
        b'{"title": "\x00"}',
        b"\xef\xbb\xbf{}",
        '{"title": "x"}'.encode("utf-16"),
        b"[" * 10_000,
        b"[" * 10_000 + b"]" * 10_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"settings":' + b"[" * 300 + b"]" * 300 + b"}",
    ],
    ids=lambda body: repr(body[:24]),
)
async def test_what_is_no_json_is_malformed(api: httpx.AsyncClient, body: bytes) -> None:
    await _both(api, body, 400, "malformed_json")


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"7", b"true", b""])
async def test_json_that_is_no_object_is_invalid(api: httpx.AsyncClient, body: bytes) -> None:
    await _both(api, body, 422, "invalid")


async def test_deep_values_that_go_through_to_the_model_are_refused(
    api: httpx.AsyncClient,
) -> None:
    deep = b"[" * 200 + b"]" * 200
    for field in (b"response_format", b"tool_choice", b"logit_bias"):
        body = b'{"model":"steady","messages":[{"role":"user","content":"x"}],"%s":{"a":%s}}'
        response = await api.post(COMPLETE, content=body % (field, deep), headers=JSON)
        assert response.status_code == 400, response.text


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application", ""],
)
async def test_a_body_must_say_that_it_is_json(api: httpx.AsyncClient, content_type: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    response = await api.post(CREATE, content=b"{}", headers=headers)
    problem(response, 415, "unsupported_media_type", "header.content-type")
    response = await api.post(COMPLETE, content=b"{}", headers=headers)
    assert response.status_code == 415
    assert response.json()["error"]["param"] == "content-type"


async def test_json_by_other_names_is_taken(api: httpx.AsyncClient) -> None:
    for kind in ("application/json; charset=utf-8", "Application/JSON", "application/merge+json"):
        response = await api.post(CREATE, content=b"{}", headers={"Content-Type": kind})
        assert response.status_code == 201, response.text


async def test_of_a_repeated_key_the_last_counts(api: httpx.AsyncClient) -> None:
    response = await api.post(CREATE, content=b'{"title":"a","title":"b"}', headers=JSON)
    assert response.json()["title"] == "b"


async def _in_pieces(total: int) -> AsyncGenerator[bytes]:
    """A body without an announced length."""
    yield b'{"title": "'
    for _ in range(total // 65536 + 1):
        yield b"a" * 65536
    yield b'"}'


@pytest.mark.parametrize("path", [CREATE, COMPLETE])
async def test_huge_bodies_are_refused_announced_or_not(api: httpx.AsyncClient, path: str) -> None:
    announced = await api.post(path, content=b" " * (MAX_BODY + 1), headers=JSON)
    streamed = await api.post(path, content=_in_pieces(MAX_BODY), headers=JSON)
    for response in (announced, streamed):
        assert response.status_code == 413
        if path == CREATE:
            problem(response, 413, "body_too_large", "body")
        else:
            assert response.json()["error"]["code"] == "body_too_large"
    assert (await api.get("/healthz")).status_code == 200


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": 5}, "body.title"),
        ({"title": ["a"]}, "body.title"),
        ({"title": "a" * 201}, "body.title"),
        ({"title": None}, "body.title"),
        ({"id": "not-a-uuid"}, "body.id"),
        ({"id": "0190A6C0-7F1E-7C3A-9D2B-0A1B2C3D4E5F"}, "body.id"),
        ({"id": "0190a6c0-7f1e-7c3a-9d2b-0a1b2c3d4e5f\n"}, "body.id"),
        ({"id": {"$gt": ""}}, "body.id"),
        ({"model": ""}, "body.model"),
        ({"model": "m" * 81}, "body.model"),
        ({"unknown": 1}, "body.unknown"),
        ({"tenant_id": "other"}, "body.tenant_id"),
        ({"settings": []}, "body.settings"),
        ({"settings": {"temperature": 2.1}}, "body.settings.temperature"),
        ({"settings": {"temperature": "1"}}, "body.settings.temperature"),
        ({"settings": {"temperature": 1e400}}, "body"),
        ({"settings": {"temperature": None}}, "body.settings.temperature"),
        ({"settings": {"top_p": 0}}, "body.settings.top_p"),
        ({"settings": {"max_tokens": 0}}, "body.settings.max_tokens"),
        ({"settings": {"max_tokens": 1.5}}, "body.settings.max_tokens"),
        ({"settings": {"max_tokens": True}}, "body.settings.max_tokens"),
        ({"settings": {"seed": 2**63}}, "body.settings.seed"),
        ({"settings": {"seed": 10**30}}, "body.settings.seed"),
        ({"settings": {"system_prompt": "x" * 20_001}}, "body.settings.system_prompt"),
        ({"settings": {"context": "all"}}, "body.settings.context"),
        ({"settings": {"context": {"strategy": "none"}}}, "body.settings.context.strategy"),
        ({"settings": {"context": {"keep_messages": 0}}}, "body.settings.context.keep_messages"),
        ({"settings": {"context": {"$set": {"x": 1}}}}, "body.settings.context.$set"),
    ],
    ids=lambda value: json.dumps(value)[:40] if isinstance(value, dict) else "",
)
async def test_wrong_fields_are_named(
    api: httpx.AsyncClient, fields: dict[str, Any], field: str
) -> None:
    response = await api.post(CREATE, content=json.dumps(fields), headers=JSON)
    if field == "body":
        problem(response, 400, "malformed_json", "body")
    else:
        assert problem(response, 422, "invalid", field)["errors"][0]["field"] == field
    talk = await Talk.begin(api)
    if field in ("body.id", "body.tenant_id", "body.unknown"):
        return
    before = await talk.get()
    response = await api.patch(talk.path, content=json.dumps(fields), headers=JSON)
    assert response.status_code in (400, 422), response.text
    assert await talk.get() == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "body.content"),
        ({"content": ""}, "body.content"),
        ({"content": None}, "body.content"),
        ({"content": ["x"]}, "body.content"),
        ({"content": "x" * 200_001}, "body.content"),
        ({"content": "x", "id": "1"}, "body.id"),
        ({"content": "x", "parent_id": ""}, "body.parent_id"),
        ({"content": "x", "parent_id": 7}, "body.parent_id"),
        ({"content": "x", "role": "system"}, "body.role"),
        ({"content": "x", "settings": {"n": 2}}, "body.settings.n"),
    ],
    ids=lambda value: json.dumps(value)[:40] if isinstance(value, dict) else "",
)
async def test_wrong_messages_are_refused(talk: Talk, fields: dict[str, Any], field: str) -> None:
    response = await talk.client.post(f"{talk.path}/messages", json=fields)
    problem(response, 422, "invalid", field)
    assert await talk.messages() == []
    assert (await talk.get())["active_run_id"] is None


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\u2028", "🙂" * 50, "$where", "\ufffe", " "])
async def test_strange_text_comes_back_as_it_was(talk: Talk, text: str) -> None:
    started = await talk.say(text)
    assert started["message"]["content"] == text
    assert (await talk.messages())[0]["content"] == text
    await talk.change(title=f"t{text}t")
    assert (await talk.get())["title"] == f"t{text}t"


@pytest.mark.parametrize(
    "bad",
    ["x", "0190A6C0-7F1E-7C3A-9D2B-0A1B2C3D4E5F", "%00", "%ED%A0%80", "a" * 3000, "null", "%7B%7D"],
)
async def test_ids_that_are_none_are_named(api: httpx.AsyncClient, bad: str) -> None:
    good = new_id()
    for method, path, field in (
        ("GET", f"/api/conversations/{bad}", "path.conversation_id"),
        ("PATCH", f"/api/conversations/{bad}", "path.conversation_id"),
        ("DELETE", f"/api/conversations/{bad}", "path.conversation_id"),
        ("GET", f"/api/conversations/{bad}/messages", "path.conversation_id"),
        ("DELETE", f"/api/conversations/{good}/messages/{bad}", "path.message_id"),
        ("GET", f"/api/runs/{bad}", "path.run_id"),
        ("POST", f"/api/runs/{bad}/cancel", "path.run_id"),
        ("GET", f"/api/runs/{bad}/events", "path.run_id"),
    ):
        fields = {"json": {}} if method == "PATCH" else {}
        problem(await api.request(method, path, **fields), 422, "invalid", field)


async def test_things_that_do_not_exist_are_named(talk: Talk) -> None:
    client, none = talk.client, new_id()
    for path in (f"/api/conversations/{none}", f"/api/conversations/{none}/messages"):
        problem(await client.get(path), 404, "conversation_not_found")
    message = f"{talk.path}/messages/{none}"
    problem(await client.patch(message, json={"content": "x"}), 404, "message_not_found")
    problem(await client.delete(message), 404, "message_not_found")
    problem(await client.post(f"{message}/regenerate", json={}), 404, "message_not_found")
    fields = {"content": "x", "parent_id": none}
    answer = await client.post(f"{talk.path}/messages", json=fields)
    problem(answer, 422, "invalid", "body.parent_id")
    problem(await client.patch(talk.path, json={"leaf_id": none}), 422, "invalid", "body.leaf_id")
    for response in (
        await client.post(CREATE, json={"model": "none"}),
        await client.patch(talk.path, json={"model": "none"}),
        await client.post(f"{talk.path}/messages", json={"content": "x", "model": "none"}),
    ):
        problem(response, 404, "model_not_found", "body.model")
    assert await talk.messages() == []


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"limit": "0"}, "query.limit", "invalid"),
        ({"limit": "101"}, "query.limit", "invalid"),
        ({"limit": "-1"}, "query.limit", "invalid"),
        ({"limit": "many"}, "query.limit", "invalid"),
        ({"limit": "9" * 30}, "query.limit", "invalid"),
        ({"limit": "9" * 5000}, "query.limit", "invalid"),
        ({"q": "x" * 201}, "query.q", "invalid"),
        ({"pinned": "maybe"}, "query.pinned", "invalid"),
        ({"cursor": "x"}, "query.cursor", "bad_cursor"),
        ({"cursor": ""}, None, ""),
        ({"cursor": "é\x00"}, "query.cursor", "bad_cursor"),
        ({"cursor": "MTIzNDU2Nzg5MDEyMy8kZ3Q"}, "query.cursor", "bad_cursor"),
        ({"q": "\x00$(.*"}, None, ""),
    ],
)
async def test_wrong_queries_are_named(
    api: httpx.AsyncClient, query: dict[str, str], field: str | None, code: str
) -> None:
    response = await api.get(CREATE, params=query)
    if field is None:
        assert response.status_code == 200, response.text
    else:
        problem(response, 422, code, field)


async def test_a_cursor_that_is_not_on_the_branch_is_refused(talk: Talk) -> None:
    await talk.say("one")
    for before in (new_id(), "x", "\x00"):
        response = await talk.client.get(f"{talk.path}/messages", params={"before": before})
        problem(response, 422, "bad_cursor", "query.before")
    response = await talk.client.get(f"{talk.path}/messages", params={"limit": 0})
    problem(response, 422, "invalid", "query.limit")


BAD_SEQS = ["x", "-1", "+1", "1.0", "1_0", " ", "0x1", "²", "１", "٣", "1;2", "9" * 100]


@pytest.mark.parametrize("seq", BAD_SEQS)
async def test_a_cursor_that_is_no_number_is_named(talk: Talk, seq: str) -> None:
    started = await talk.say("go")
    path = f"/api/runs/{started['run_id']}/events"
    if seq.strip():  # white space around a header is not part of it
        headers = {"Last-Event-ID": seq.encode()}
        response = await talk.client.get(path, headers=headers)
        problem(response, 422, "invalid", "header.last-event-id")
    response = await talk.client.get(path, params={"after": seq})
    problem(response, 422, "invalid", "query.after")
    response = await talk.client.get("/api/events", params={"run": f"{started['run_id']}:{seq}"})
    problem(response, 422, "invalid", "query.run.0")


async def test_a_cursor_beyond_the_end_is_a_conflict_and_the_log_stays(
    talk: Talk, openai_provider: OpenAIServer
) -> None:
    started = await talk.say("go")
    path = f"/api/runs/{started['run_id']}/events"
    log = await events(talk.client, started["run_id"], params={"after": 0})
    for far in (len(log) + 1, 2**31, 2**53, 2**63, 2**64, 10**60):
        response = await talk.client.get(path, headers={"Last-Event-ID": str(far)})
        problem(response, 409, "cursor_beyond_end", "header.last-event-id")
        response = await talk.client.get(path, params={"after": far})
        problem(response, 409, "cursor_beyond_end", "query.after")
    assert await events(talk.client, started["run_id"], params={"after": 0}) == log
    assert await events(talk.client, started["run_id"], params={"after": len(log)}) == []


async def test_wrong_run_lists_are_named(api: httpx.AsyncClient) -> None:
    response = await api.get("/api/events")
    problem(response, 422, "invalid", "query.run")
    response = await api.get("/api/events", params={"run": [new_id() for _ in range(65)]})
    problem(response, 422, "invalid", "query.run")
    for run in ("", "x", ":", f"{new_id()}:x", f"{new_id()}:1:2", f"{new_id().upper()}"):
        response = await api.get("/api/events", params={"run": run})
        problem(response, 422, "invalid", "query.run.0")


async def test_an_empty_change_changes_nothing(talk: Talk) -> None:
    before = await talk.get()
    assert await talk.change() == before
    assert await expect(talk.client.patch(talk.path, json={"settings": {}}), 200) == before
