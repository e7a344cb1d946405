"""Which way each file goes."""

from hypothesis import given
from hypothesis import strategies as st

from actors.sandboxes.sync import plan

HASHES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"))


def test_each_side_gets_what_the_other_changed() -> None:
    base = {"same": "1", "here": "1", "there": "1", "both": "1", "gone": "1", "alike": "1"}
    project = {"same": "1", "here": "1", "there": "2", "both": "2", "gone": "1", "alike": "3"}
    sandbox = {"same": "1", "here": "2", "there": "1", "both": "3", "alike": "3", "new": "1"}
    made = plan(base, project, sandbox, frozenset())
    assert made.to_sandbox == ["there"]
    assert made.to_project == ["gone", "here", "new"]
    assert made.conflicts == ["both"]
    assert made.agreed == {**base, "alike": "3"}


def test_what_nobody_could_read_is_not_taken_for_deleted() -> None:
    made = plan({"big": "1"}, {"big": "1"}, {}, {"big"})
    assert (made.to_project, made.to_sandbox, made.agreed) == ([], [], {"big": "1"})


def test_what_is_installed_stays_where_it_is() -> None:
    made = plan({}, {"node_modules/a.js": "1"}, {"x/node_modules/b.js": "1"}, frozenset())
    assert (made.to_project, made.to_sandbox) == ([], [])


@given(HASHES, HASHES, HASHES)
def test_no_change_of_either_side_is_lost(
    base: dict[str, str], project: dict[str, str], sandbox: dict[str, str]
) -> None:
    made = plan(base, project, sandbox, frozenset())
    for path in made.to_sandbox:
        assert sandbox.get(path) == base.get(path)
    for path in made.to_project:
        assert project.get(path) == base.get(path)
    for path in base.keys() | project.keys() | sandbox.keys():
        differs = project.get(path) != sandbox.get(path)
        placed = [path in each for each in (made.to_sandbox, made.to_project, made.conflicts)]
        assert sum(placed) == differs
