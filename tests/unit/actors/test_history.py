"""What a stored log adds up to, however it was cut into chunks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actors.snapshots import History
from storage.events import Event, EventChunk


def delta(text: str) -> Event:
    return Event("message.delta", {"text": text, "tokens": len(text)})


RESTART = Event("message.restarted", {"reason": "the model takes no prefix"})
STARTED = Event("run.started", {})
END = Event("run.completed", {"finish_reason": "stop"})


def chunks(*groups: tuple[Event, ...]) -> list[EventChunk]:
    """Chunks as a writer makes them: ids of the deltas behind the chunk's last restart."""
    made, seq = [], 1
    prompt_sent = False
    for events in groups:
        after = events[events.index(RESTART) + 1 :] if RESTART in events else events
        prompt_sent = prompt_sent and RESTART not in events
        text = "".join(event.data["text"] for event in after if event.kind == "message.delta")
        prompt = (1, 2) if text and not prompt_sent else ()
        prompt_sent = prompt_sent or bool(prompt)
        made.append(EventChunk("t", "r", seq, events, tuple(map(ord, text)), prompt, "host"))
        seq += len(events)
    return made


def test_nothing_stored_is_a_fresh_run() -> None:
    assert History.of([]) == History()


def test_text_tokens_and_ids_add_up() -> None:
    history = History.of(chunks((STARTED,), (delta("ab"), delta("c")), (delta("d"),)))
    assert "".join(history.text) == "abcd"
    assert history.tokens == 4
    assert history.token_ids == tuple(map(ord, "abcd"))
    assert history.prompt_token_ids == (1, 2)
    assert (history.last_seq, history.end) == (4, None)


def test_a_restart_forgets_what_was_written_and_what_it_answered() -> None:
    stored = chunks((delta("void"),), (RESTART,), (delta("new"),))
    assert History.of(stored[:2]) == History(last_seq=2)
    history = History.of(stored)
    assert (history.text, history.token_ids) == (("new",), tuple(map(ord, "new")))
    assert history.prompt_token_ids == (1, 2)


def test_pictures_follow_the_text() -> None:
    wanted = {"model": "painter", "settings": {"prompt": "two boats"}}
    drawn = {"index": 0, "image": {"id": "one"}}
    stored = chunks(
        (delta("Here:"),),
        (Event("image.started", wanted), Event("image.progress", {"index": 1, "step": 3})),
        (Event("image.completed", drawn), delta("![two boats](…)")),
    )
    assert History.of(stored[:1]).snapshot().event("running").data == {
        "text": "Here:",
        "tokens": 5,
        "status": "running",
    }
    history = History.of(stored)
    assert history.drawing == wanted
    assert [history.pictures.has(index) for index in (0, 1)] == [True, False]
    snapshot = history.snapshot().event("running").data
    assert snapshot["text"] == "Here:![two boats](…)"
    assert snapshot["drawing"] == wanted
    assert snapshot["pictures"] == [drawn, {"index": 1, "step": 3}]


def test_an_end_is_known() -> None:
    assert History.of(chunks((delta("a"), END))).end == END


@given(
    st.lists(
        st.one_of(st.text("xyz", min_size=1, max_size=3).map(delta), st.just(STARTED)),
        max_size=12,
    ),
    st.sampled_from([(), (RESTART,)]),
    st.lists(st.text("abc", min_size=1, max_size=3).map(delta), max_size=12),
    st.data(),
)
def test_every_cut_into_chunks_adds_up_to_the_same(
    before: list[Event], restart: tuple[Event, ...], after: list[Event], data: st.DataObject
) -> None:
    events = [*before, *restart, *after]
    cuts = data.draw(st.sets(st.integers(1, max(1, len(events) - 1))))
    places = sorted({0, len(events), *(cut for cut in cuts if cut < len(events))})
    groups = [tuple(events[a:b]) for a, b in pairwise(places) if a < b]
    history = History.of(chunks(*groups))
    valid = after if restart else [*before, *after]
    text = "".join(event.data["text"] for event in valid if event.kind == "message.delta")
    assert "".join(history.text) == text
    assert (history.tokens, history.token_ids) == (len(text), tuple(map(ord, text)))
    assert history.prompt_token_ids == ((1, 2) if text else ())
    assert history.last_seq == len(events)
