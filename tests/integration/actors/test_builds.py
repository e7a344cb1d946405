"""Answers that change a project: told part by part, and brought in whole or not at all."""

from typing import Any

import pytest

from actors.project_turn import MARK, Files, at
from serve.errors import BadRequestError
from storage import Conversation, Event, Project, Run, TenantStorage, new_id
from storage.git import MAIN, Author
from tests.integration.actors.conftest import Bench
from tests.integration.actors.test_one_answer import Turn, idle, read
from tests.integration.actors.test_pictures_in_answers import chunk, kinds

ANN = Author("Ann", "ann@example.org")
APP = b'export default function App() {\n  return <h1 className="big">Hello</h1>;\n}\n'
RED = """\
I make it red.
<plan>
<step file="src/App.tsx">A red title</step>
</plan>
<file path="src/App.tsx">
<diff>
@@
 export default function App() {
-  return <h1 className="big">Hello</h1>;
+  return <h1 className="red">Hello</h1>;
</diff>
<why>The title is red.</why>
</file>
"""
PLAN = """\
A title.
<plan>
<step file="src/App.tsx">In deep red</step>
</plan>
"""
LOST = RED.replace("big", "small")
WHOLE = """\
<file path="src/App.tsx">
<content>
export default () => null;
</content>
<why>Nothing is left.</why>
</file>
"""


async def ask(bench: Bench, files: Files = {}, **request: Any) -> tuple[Turn, Run, str]:  # noqa: B006
    """A stored turn of a new project's conversation; the project's id."""
    project = Project(id=new_id(), name="App")
    await bench.tenant.projects.create(project, {"src/App.tsx": APP, **files}, ANN)
    talk = await bench.tenant.conversations.create(Conversation(id=new_id(), project_id=project.id))
    turn = Turn(talk, "Make it red", project_id=project.id, **request)
    await bench.tenant.conversations.set_active_run(talk.id, turn.run.id)
    stored = await bench.tenant.turns.store([turn.question, turn.answer], turn.run)
    return turn, stored.run, project.id


async def newest(tenant: TenantStorage, project_id: str) -> tuple[str, Files]:
    """The newest commit and its files."""
    project = await tenant.projects.get(project_id)
    commit = project.branches[MAIN]
    return commit, await at(tenant, project, commit)


async def app(bench: Bench, project_id: str) -> bytes:
    return (await newest(bench.tenant, project_id))[1]["src/App.tsx"]


async def write(bench: Bench, project_id: str, content: bytes) -> None:
    commit, _ = await newest(bench.tenant, project_id)
    changes = {"src/App.tsx": content}
    await bench.tenant.projects.commit(project_id, MAIN, commit, changes, "By hand", ANN)


async def test_a_build_is_told_and_is_one_commit(bench: Bench) -> None:
    bench.model.says = [RED]
    turn, run, project_id = await ask(bench)
    await bench.client.start(run, [turn.question])
    told = [kind for kind in kinds(await read(bench, run)) if kind != "message.delta"]
    lines = ["file.opened", "edit.opened", *4 * ["edit.lines"], "file.closed"]
    begun = ["run.started", "build.started", "build.prose", "plan.step"]
    assert told == [*begun, *lines, "build.applied", "run.completed"]
    await idle(bench.host)
    assert b'className="red"' in await app(bench, project_id)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.content == "I make it red.\n- `src/App.tsx`: The title is red."
    project = await bench.tenant.projects.get(project_id)
    assert answer.build is not None
    assert answer.build["commit"] == project.branches[MAIN]
    assert answer.build["files"] == [{"path": "src/App.tsx", "change": "modified"}]
    assert APP.decode() in str(bench.model.asked[0][0]["content"])
    async with bench.tenant.projects.history(project) as repository:
        commit = next(repository.log(project.branches[MAIN], 1))
    assert commit.message == f"Make it red\n\nsrc/App.tsx: The title is red.\n\n{MARK}{run.id}\n"


async def test_a_branch_is_built_upon_alone(bench: Bench) -> None:
    bench.model.says = [RED]
    turn, run, project_id = await ask(bench, branch="try/red")
    start = await commit_of(bench, project_id)
    await bench.tenant.projects.point(project_id, "try/red", None, start)
    await bench.client.start(run, [turn.question])
    assert kinds(await read(bench, run))[-1] == "run.completed"
    await idle(bench.host)
    project = await bench.tenant.projects.get(project_id)
    assert project.branches[MAIN] == start
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.build is not None
    assert answer.build["branch"] == "try/red"
    assert answer.build["commit"] == project.branches["try/red"] != start


async def test_a_branch_that_is_deleted_meanwhile_is_told(bench: Bench) -> None:
    bench.model.says = [RED]
    turn, run, _ = await ask(bench, branch="gone")
    await bench.client.start(run, [turn.question])
    assert kinds(await read(bench, run))[-1] == "run.failed"
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.error is not None
    assert answer.error.code == "branch_gone"


async def test_what_does_not_fit_goes_back_with_the_lines_that_are_there(bench: Bench) -> None:
    bench.model.says = [LOST, RED]
    turn, run, project_id = await ask(bench)
    await bench.client.start(run, [turn.question])
    told = kinds(await read(bench, run))
    assert told.count("build.started") == 2
    assert (told.count("build.refused"), told.count("build.applied")) == (1, 1)
    again = bench.model.asked[1]
    assert again[-2]["content"] == LOST
    assert 'return <h1 className="big">Hello</h1>;' in str(again[-1]["content"])
    assert b'className="red"' in await app(bench, project_id)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert "Nothing was changed" not in answer.content


async def test_the_same_mistake_again_ends_it_and_nothing_is_changed(bench: Bench) -> None:
    bench.model.says = [LOST, LOST, RED]
    turn, run, project_id = await ask(bench)
    await bench.client.start(run, [turn.question])
    told = kinds(await read(bench, run))
    assert (told.count("build.refused"), told[-1]) == (2, "run.failed")
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert (answer.status, answer.build) == ("failed", None)
    assert answer.error is not None
    assert answer.error.code == "edits_refused"
    assert await app(bench, project_id) == APP


async def test_what_does_not_parse_goes_back_and_is_told_in_the_end(bench: Bench) -> None:
    broken = [
        RED.replace("red", colour).replace("</h1>;\n</diff>", ";\n</diff>") for colour in "abc"
    ]
    bench.model.says = [*broken]
    turn, run, project_id = await ask(bench)
    await bench.client.start(run, [turn.question])
    told = kinds(await read(bench, run))
    assert (told.count("build.refused"), told.count("build.applied")) == (2, 1)
    assert "line 2 of what it would be" in str(bench.model.asked[1][-1]["content"])
    assert b'className="c"' in await app(bench, project_id)
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.build is not None
    assert [each["check"] for each in answer.build["findings"]] == ["parse"]


async def test_an_answer_in_words_alone_changes_nothing(bench: Bench) -> None:
    bench.model.says = ["It is red\n\nalready."]
    turn, run, project_id = await ask(bench)
    before = await newest(bench.tenant, project_id)
    await bench.client.start(run, [turn.question])
    assert "build.applied" not in kinds(await read(bench, run))
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert (answer.content, answer.status) == ("It is red\n\nalready.", "complete")
    assert await newest(bench.tenant, project_id) == before


async def test_a_build_takes_no_more_than_it_may(bench: Bench) -> None:
    """Each call is told what is left; one that might be too much is not made."""
    bench.model.says = [LOST, RED]
    turn, run, _ = await ask(bench, budget={"tokens": 100})
    await bench.client.start(run, [turn.question])
    await read(bench, run)
    assert bench.model.max_tokens == [100 - 2, 100 - 2 - 4]  # 1 + 1 were used, 4 messages
    turn, run, project_id = await ask(bench, budget={"usd": 1e-9, "tokens": 65})
    await bench.client.start(run, [turn.question])
    assert b'"code":"budget_too_small"' in await read(bench, run)
    assert len(bench.model.asked) == 2
    assert await app(bench, project_id) == APP


async def test_a_plan_alone_changes_nothing(bench: Bench) -> None:
    bench.model.says = [RED]
    turn, run, project_id = await ask(bench, plan_only=True)
    await bench.client.start(run, [turn.question])
    told = kinds(await read(bench, run))
    assert "plan.step" in told
    assert not {"file.opened", "build.applied"} & set(told)
    assert "<plan> alone" in str(bench.model.asked[0][-1]["content"])
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.content == "I make it red.\n- `src/App.tsx`: A red title"
    assert await app(bench, project_id) == APP


async def test_another_model_plans_what_this_one_writes(bench: Bench) -> None:
    bench.model.says = [PLAN, RED]
    turn, run, project_id = await ask(bench, planner="jay")
    await bench.client.start(run, [turn.question])
    events = await read(bench, run)
    told = [kind for kind in kinds(events) if kind != "message.delta"]
    assert told[:4] == ["run.started", "build.started", "build.planned", "build.prose"]
    assert ("plan.step" in told, told[-2]) == (False, "build.applied")
    assert bench.model.by == ["jay", "parrot"]
    planning, writing = (str(asked[-1]["content"]) for asked in bench.model.asked)
    assert planning.startswith("Make it red")
    assert "<plan> alone" in planning
    assert "Build it by this plan:\n- `src/App.tsx`: In deep red\n" in writing
    assert "alone" not in writing
    await idle(bench.host)
    ended = await bench.tenant.runs.get(run.id)
    assert ended.usage is not None
    assert (ended.usage.prompt_tokens, ended.usage.completion_tokens) == (2, 2)
    assert ended.usage.cost_usd == 3e-6, "of what plans alone: what writes costs nothing"
    assert b'className="red"' in await app(bench, project_id)


@pytest.mark.parametrize(
    ("budget", "said", "why"),
    [
        ({}, [BadRequestError("No plans today."), RED], "No plans today."),
        ({"tokens": 1_000}, [RED], "The budget has no room for it."),
    ],
)
async def test_without_another_models_plan_it_plans_for_itself(
    bench: Bench, budget: dict[str, int], said: list[str | Exception], why: str
) -> None:
    bench.model.says = said
    turn, run, _ = await ask(bench, planner="jay", budget=budget)
    await bench.client.start(run, [turn.question])
    events = await read(bench, run)
    assert why.encode() in events
    assert {"build.planned", "plan.step", "build.applied"} <= set(kinds(events))
    assert bench.model.by[-1] == "parrot"
    assert str(bench.model.asked[-1][-1]["content"]) == "Make it red"


async def test_a_plan_is_made_once_and_counts(bench: Bench) -> None:
    """Another host, and another attempt, go on with it."""
    bench.model.says = [LOST, RED]
    budget = {"tokens": 2_000}
    _, run, project_id = await ask(bench, planner="jay", budget=budget)
    usage = {"prompt_tokens": 300, "completion_tokens": 200, "cost_usd": 0.0007}
    plan = [{"path": "src/App.tsx", "text": "In deep red"}]
    planned = Event("build.planned", {"model": "jay", "plan": plan, "why": "", "usage": usage})
    await begin(bench, run, await commit_of(bench, project_id), planned)
    await bench.client.start(run, None)
    assert kinds(await read(bench, run)).count("build.planned") == 1
    assert bench.model.by == ["parrot", "parrot"]
    assert bench.model.max_tokens[0] == 512, "what it may have is less than what is left"
    for asked in bench.model.asked:
        assert "In deep red" in str(asked[1]["content"])
    await idle(bench.host)
    ended = await bench.tenant.runs.get(run.id)
    assert ended.usage is not None
    assert (ended.usage.prompt_tokens, ended.usage.cost_usd) == (302, 0.0007)


async def test_what_a_person_typed_meanwhile_is_kept(bench: Bench) -> None:
    """A diff comes into the newest file; a whole file would write over it."""
    bench.model.says = [WHOLE, RED]
    _, run, project_id = await ask(bench)
    await begin(bench, run, await commit_of(bench, project_id))
    typed = APP + b"// by hand\n"
    await write(bench, project_id, typed)
    await bench.client.start(run, None)
    events = await read(bench, run)
    assert b"changed while the answer was written" in events
    assert await app(bench, project_id) == typed.replace(b"big", b"red")


async def test_another_host_goes_on_where_it_was(bench: Bench) -> None:
    """The second half is told once, and the commit is made once."""
    bench.model.says = [RED]
    _, run, project_id = await ask(bench)
    half = RED.index("+  return")
    stored = [
        Event("message.delta", {"text": RED[:half], "tokens": 9}),
        Event("build.prose", {"text": "I make it red.\n"}),
        Event("plan.step", {"path": "src/App.tsx", "text": "A red title"}),
        Event("file.opened", {"path": "src/App.tsx", "action": "update", "to": ""}),
        Event("edit.opened", {"body": "diff"}),
        Event("edit.lines", {"text": RED[RED.index("@@") : half]}),
    ]
    await begin(bench, run, await commit_of(bench, project_id), *stored)
    await bench.client.start(run, None)
    told = kinds(await read(bench, run))
    for kind in ("build.started", "plan.step", "file.opened", "file.closed", "build.applied"):
        assert told.count(kind) == 1, kind
    assert b'className="red"' in await app(bench, project_id)


async def test_a_commit_that_nobody_was_told_of_is_found(bench: Bench) -> None:
    bench.model.says = [RED]
    turn, run, project_id = await ask(bench)
    base = await commit_of(bench, project_id)
    await begin(bench, run, base)
    red = APP.replace(b"big", b"red")
    message = f"Make it red\n\n{MARK}{run.id}\n"
    made = await bench.tenant.projects.commit(
        project_id, MAIN, base, {"src/App.tsx": red}, message, ANN
    )
    await write(bench, project_id, red + b"// by hand\n")
    await bench.client.start(run, None)
    await read(bench, run)
    await idle(bench.host)
    answer = await bench.tenant.messages.get(turn.answer.id)
    assert answer.build is not None
    assert answer.build["commit"] == made.branches[MAIN]
    assert await app(bench, project_id) == red + b"// by hand\n"


async def begin(bench: Bench, run: Run, commit: str, *events: Event) -> None:
    """A former process began the run and came so far."""
    claimed = Event("build.started", {"attempt": 1, "commit": commit})
    await bench.storage.hosts.append(
        [chunk(bench, run, 1, Event("run.started", {"run_id": run.id}), claimed, *events)]
    )


async def commit_of(bench: Bench, project_id: str) -> str:
    return (await newest(bench.tenant, project_id))[0]
