"""What a late reader of a run sees, and how the steps of pictures become events."""

import pytest

from actors.build_snapshot import Fitting
from actors.pictures import Pace, picture_id
from actors.snapshots import AnswerSnapshot, PicturesSnapshot
from serve.image import Progress
from storage.events import Event
from storage.ids import is_id, new_id

REASONS = [{"path": "a"}]
USED = {"prompt_tokens": 5, "completion_tokens": 7}


def progress(index: int, step: int, **more: object) -> Event:
    return Event("image.progress", {"index": index, "step": step, "steps": 4, **more})


def done(index: int) -> Event:
    return Event("image.completed", {"index": index, "image": {"id": f"picture {index}"}})


def snapshot_of(*events: Event) -> Event:
    snapshot = PicturesSnapshot()
    for event in events:
        snapshot.add(event)
    return snapshot.event("running")


def test_nothing_yet() -> None:
    assert snapshot_of(Event("run.started", {})).data == {"pictures": [], "status": "running"}


def test_the_newest_step_stands_with_the_last_preview() -> None:
    event = snapshot_of(progress(1, 1), progress(0, 2, preview="early"), progress(0, 3))
    assert event.kind == "image.snapshot"
    assert event.data["pictures"] == [
        {"index": 0, "step": 3, "steps": 4, "preview": "early"},
        {"index": 1, "step": 1, "steps": 4},
    ]


def test_a_finished_picture_stands_alone_and_for_good() -> None:
    event = snapshot_of(progress(0, 3, preview="late"), done(0), progress(0, 1))
    assert event.data["pictures"] == [done(0).data]


@pytest.mark.parametrize("kind", [AnswerSnapshot, PicturesSnapshot])
def test_why_it_waits_is_told_while_it_waits(
    kind: type[AnswerSnapshot] | type[PicturesSnapshot],
) -> None:
    snapshot = kind()
    queued = Event("run.waiting", {"reason": "queued", "ahead": 2})
    for event in (Event("run.started", {}), queued, Event("context.trimmed", {})):
        snapshot.add(event)
    assert snapshot.event("running").data["waiting"] == queued.data
    snapshot.add(progress(0, 1))
    assert "waiting" not in snapshot.event("running").data


def test_which_pictures_are_left() -> None:
    snapshot = PicturesSnapshot()
    for event in (progress(0, 4), done(1)):
        snapshot.add(event)
    assert [snapshot.has(index) for index in range(3)] == [False, True, False]


def test_a_pictures_id_follows_from_its_job() -> None:
    job = new_id()
    assert picture_id(job, 0) == picture_id(job, 0)
    assert len({picture_id(job, index) for index in range(8)}) == 8
    assert is_id(picture_id(job, 0))


def test_the_time_left_is_told_by_the_steps_since_the_first() -> None:
    """Not by the wait before it, which may be long."""
    moments = iter((100.0, 101.0, 200.0))
    pace = Pace(lambda: next(moments))
    assert pace.left_ms(Progress(1, 5)) is None
    assert pace.left_ms(Progress(3, 5)) == 1000
    assert pace.left_ms(Progress(1, 5)) is None, "it was begun again"


def test_a_build_stands_beside_its_text() -> None:
    snapshot = AnswerSnapshot()
    for kind, data in [
        ("build.started", {"attempt": 1, "commit": "c1"}),
        ("build.planned", {"model": "fast", "plan": [], "why": "busy", "usage": USED}),
        ("message.delta", {"text": "first", "tokens": 1}),
        ("plan.step", {"path": "a", "text": "first"}),
        ("build.checked", {"stages": [], "findings": [], "why": ""}),
        ("build.refused", {"again": True, "fits": True, "reasons": REASONS, "usage": USED}),
        ("message.restarted", {"reason": "again"}),
        ("build.started", {"attempt": 2, "branch": "try", "commit": "c2"}),
        ("message.delta", {"text": "second", "tokens": 1}),
        ("build.prose", {"text": "Now.\n"}),
        ("file.opened", {"path": "a", "action": "update", "to": ""}),
        ("edit.opened", {"body": "diff"}),
        ("edit.lines", {"text": "-1\n"}),
        ("edit.lines", {"text": "+2\n"}),
        ("build.checking", {"stage": "types"}),
    ]:
        snapshot.add(Event(kind, data))
    assert snapshot.build.failed == ["first"]
    assert snapshot.build.best == Fitting("first", "c1", 1)
    told = snapshot.event("running").data
    file = {"path": "a", "action": "update", "to": "", "why": "", "closed": False}
    assert told["text"] == "second"
    assert told["build"] == {
        "attempt": 2,
        "branch": "try",
        "planner": "",
        "plan": [],
        "prose": "Now.\n",
        "files": [file | {"parts": [{"body": "diff", "text": "-1\n+2\n"}]}],
        "checking": "types",
        "checked": None,
        "refused": REASONS,
        "applied": None,
    }


def test_another_models_plan_stays_for_all_attempts() -> None:
    snapshot = AnswerSnapshot()
    steps = [{"path": "a", "text": "first"}]
    for kind, data in [
        ("build.started", {"attempt": 1, "commit": "c1"}),
        ("build.planned", {"model": "fast", "plan": steps, "why": "", "usage": USED}),
        ("build.refused", {"again": True, "reasons": REASONS, "usage": USED}),
        ("message.restarted", {"reason": "again"}),
        ("build.started", {"attempt": 2, "commit": "c1"}),
    ]:
        snapshot.add(Event(kind, data))
    told = snapshot.event("running").data["build"]
    assert (told["planner"], told["plan"]) == ("fast", steps)
