"""Models, their stored form and the way back."""

import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from storage import errors
from storage.codec import from_document, from_json, to_document, to_json
from storage.documents import AnswerUsage, Conversation, Failure, Message, Run
from storage.events import Event, EventChunk, chunk_document, chunk_from_document
from storage.ids import new_id

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), inner, max_size=4)
    ),
    max_leaves=10,
)
json_objects = st.dictionaries(
    st.text(st.characters(codec="utf-8"), max_size=8), json_values, max_size=4
)


@settings(max_examples=50)
@given(json_objects, st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1)))
def test_a_run_comes_back_as_it_was(request: dict[str, Any], moment: datetime) -> None:
    run = Run(
        id=new_id(),
        conversation_id=new_id(),
        message_id=new_id(),
        model="any",
        host="agents-0",
        request=request,
        created_at=moment.replace(tzinfo=UTC),
        usage=AnswerUsage(prompt_tokens=3, tokens_per_s=1.5),
        error=Failure(code="x", detail="y"),
    )
    assert from_document(Run, to_document(run)) == run


def test_times_are_kept_to_the_millisecond_in_utc() -> None:
    moment = datetime(2026, 1, 1, 1, 0, 0, 123_999, tzinfo=timezone(timedelta(hours=1)))
    message = Message(id=new_id(), conversation_id="c", role="user", created_at=moment)
    assert message.created_at.microsecond == 124_000
    assert message.created_at.tzinfo == UTC
    assert to_document(message)["created_at"] == 1_767_225_600_124


def test_the_stored_form_has_no_tenant_of_its_own() -> None:
    stored = to_document(Conversation(id="c", tenant_id="someone"))
    assert "tenant_id" not in stored
    assert "id" not in stored
    assert stored["_id"] == "c"


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Conversation.model_validate({"id": "c", "colour": "red"})


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.text(st.characters(codec="utf-8")), json_objects), min_size=1, max_size=5)
)
def test_a_chunk_comes_back_as_it_was(pairs: list[tuple[str, dict[str, Any]]]) -> None:
    events = tuple(Event(kind, data) for kind, data in pairs)
    chunk = EventChunk("t", "r", 4, events, (1, 2), (3,), "w")
    assert chunk_from_document(chunk_document(chunk)) == chunk
    assert chunk.last_seq == 3 + len(events)


@pytest.mark.parametrize(("first_seq", "events"), [(1, ()), (0, (Event("x", {}),))])
def test_a_chunk_without_events_or_place_is_refused(
    first_seq: int, events: tuple[Event, ...]
) -> None:
    with pytest.raises(ValueError, match="at least one event"):
        EventChunk("t", "r", first_seq, events)


def test_lone_surrogates_become_question_marks() -> None:
    assert from_json(to_json({"text": "a\ud83db"})) == {"text": "a?b"}


def test_json_is_what_any_reader_understands() -> None:
    assert json.loads(to_json({"a": [1, "é\x00"]})) == {"a": [1, "é\x00"]}


@pytest.mark.parametrize(
    "error",
    [
        errors.NotFoundError("run", "r1"),
        errors.ConflictError("taken"),
        errors.BadCursorError("no"),
        errors.LeaseLostError("gone"),
        errors.TooLargeError("The blob", 10),
        errors.UnavailableError("away"),
    ],
)
def test_errors_survive_pickling(error: errors.StorageError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.args, str(copy)) == (type(error), error.args, str(error))
