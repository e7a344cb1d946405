"""Projects: a commit is there whole or not at all, wherever it was cut off, and lasts without the
machine it was made on."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import (
    ConflictError,
    NotFoundError,
    Project,
    Storage,
    StorageSettings,
    TenantStorage,
    new_id,
    now,
)
from storage.errors import GitMissingError
from storage.git import MAIN, Author

ANN = Author("Ann <of Atelier>", "ann@example.org")
FILES = {"src/App.tsx": b"one\n", 'odd/"é" b': b"\x00\xff"}


class CutOffError(Exception):
    """What a kill in the middle looks like from inside."""


@pytest.fixture
async def fresh(settings: StorageSettings) -> AsyncGenerator[Storage]:
    """Storage of its own, whose parts a test may break."""
    storage = await Storage.open(settings)
    yield storage
    await storage.close()


async def begun(tenant: TenantStorage, **changes: Any) -> Project:
    fields = {"id": new_id(), "name": "Groceries"} | changes
    return await tenant.projects.create(Project(**fields), FILES, ANN)


async def files(tenant: TenantStorage, project_id: str, branch: str = MAIN) -> dict[str, bytes]:
    project = await tenant.projects.get(project_id)
    async with tenant.projects.history(project) as repository:
        return repository.files(project.branches[branch])


async def test_a_project_has_a_history(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    base = project.branches[MAIN]
    changes = {"src/App.tsx": b"two\n", 'odd/"é" b': None, "new.txt": b""}
    changed = await tenant.projects.commit(project.id, MAIN, base, changes, "Change\n\nit", ANN)
    assert await files(tenant, project.id) == {"src/App.tsx": b"two\n", "new.txt": b""}
    async with tenant.projects.history(changed) as history:
        log = [*history.log(changed.branches[MAIN], 9)]
        assert [(each.message, each.author.name) for each in log] == [
            ("Change\n\nit", "Ann of Atelier"),
            ("Begin", "Ann of Atelier"),
        ]
        assert log[0].parents == (base,)
        assert history.files(base) == FILES
        assert "-one\n+two\n" in history.diff(base, changed.branches[MAIN], "src/App.tsx")


async def test_it_outlives_the_cache(tenant: TenantStorage, settings: StorageSettings) -> None:
    project = await begun(tenant)
    await tenant.projects.commit(project.id, MAIN, project.branches[MAIN], {"a": b"1"}, "More", ANN)
    shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
    assert await files(tenant, project.id) == FILES | {"a": b"1"}


async def test_many_may_need_it_at_once(tenant: TenantStorage, settings: StorageSettings) -> None:
    project = await begun(tenant)
    for _ in range(3):
        shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
        found = await asyncio.gather(*(files(tenant, project.id) for _ in range(8)))
        assert found == [FILES] * 8
    cache = settings.data_dir / "cache" / "projects" / tenant.tenant_id
    assert [path.name for path in cache.iterdir()] == [f"{project.id}.git"]


async def test_a_branch_that_moved_is_not_written_over(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    base = project.branches[MAIN]
    await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "First", ANN)
    with pytest.raises(ConflictError, match="another commit"):
        await tenant.projects.commit(project.id, MAIN, base, {"a": b"2"}, "Second", ANN)
    assert (await files(tenant, project.id))["a"] == b"1"


async def test_of_two_at_once_one_is_refused_and_leaves_nothing(tenant: TenantStorage) -> None:
    """Both saw the same branch; the other is quicker at the last moment."""
    project = await begun(tenant)
    base = project.branches[MAIN]
    put = tenant.projects._blobs.put

    async def late(*arguments: Any) -> Any:
        tenant.projects._blobs.put = put  # type: ignore[method-assign]
        await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "Quick", ANN)
        return await put(*arguments)

    tenant.projects._blobs.put = late  # type: ignore[method-assign]
    with pytest.raises(ConflictError):
        await tenant.projects.commit(project.id, MAIN, base, {"a": b"2"}, "Late", ANN)
    assert (await files(tenant, project.id))["a"] == b"1"
    stored = await tenant.projects.get(project.id)
    assert (len(stored.packs), stored.pending) == (2, {})


async def test_projects_that_begin_alike_end_apart(
    tenant: TenantStorage, settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same files by the same author in the same second are the same commit."""
    monkeypatch.setattr("storage.projects.now", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    one, other = await begun(tenant), await begun(tenant)
    assert one.branches == other.branches
    await tenant.projects.delete(one.id)
    shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
    assert await files(tenant, other.id) == FILES


async def test_the_same_commit_twice_at_once_stays(
    tenant: TenantStorage, settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slower of the two finds a branch that has gone further already."""
    monkeypatch.setattr("storage.projects.now", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    project = await begun(tenant)
    base = project.branches[MAIN]
    put = tenant.projects._blobs.put

    async def late(*arguments: Any) -> Any:
        tenant.projects._blobs.put = put  # type: ignore[method-assign]
        same = await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "Same", ANN)
        await tenant.projects.commit(
            project.id, MAIN, same.branches[MAIN], {"b": b"1"}, "Further", ANN
        )
        return await put(*arguments)

    tenant.projects._blobs.put = late  # type: ignore[method-assign]
    with pytest.raises(ConflictError):
        await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "Same", ANN)
    shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
    assert await files(tenant, project.id) == FILES | {"a": b"1", "b": b"1"}


async def test_a_history_from_elsewhere_is_adopted(
    tenant: TenantStorage, settings: StorageSettings
) -> None:
    first = await begun(tenant)
    async with tenant.projects.history(first) as repository:
        pack = repository.pack(first.branches[MAIN], ())
    made = Project(id=new_id(), name="Adopted")
    for _ in range(2):
        adopted = await tenant.projects.adopt(made, first.branches[MAIN], pack)
    await tenant.projects.delete(first.id)
    shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
    assert await files(tenant, adopted.id) == FILES


async def test_branches_are_apart(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    base = project.branches[MAIN]
    await tenant.projects.commit(project.id, "agent/1", None, {"b": b"2"}, "Else", ANN, [base])
    assert await files(tenant, project.id) == FILES
    assert await files(tenant, project.id, "agent/1") == FILES | {"b": b"2"}


async def test_a_branch_is_made_moved_and_deleted(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    first = project.branches[MAIN]
    point = tenant.projects.point
    await point(project.id, "x", None, first)
    later = await tenant.projects.commit(project.id, MAIN, first, {"a": b"1"}, "More", ANN)
    with pytest.raises(ConflictError, match="another commit"):
        await point(project.id, "x", None, later.branches[MAIN])
    await point(project.id, "x", first, later.branches[MAIN])
    assert await files(tenant, project.id, "x") == FILES | {"a": b"1"}
    left = await point(project.id, "x", later.branches[MAIN], None)
    assert [*left.branches] == [MAIN]


async def test_no_branch_is_at_a_commit_that_only_this_machine_has(
    tenant: TenantStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that was cut off before its pack was stored."""
    project = await begun(tenant)
    made = []
    put = tenant.projects._publish

    async def cut_off(*arguments: Any) -> Any:
        made.append(arguments[3])
        raise CutOffError

    monkeypatch.setattr(tenant.projects, "_publish", cut_off)
    with pytest.raises(CutOffError):
        await tenant.projects.commit(project.id, MAIN, project.branches[MAIN], {}, "Never", ANN)
    monkeypatch.setattr(tenant.projects, "_publish", put)
    for commit in (*made, "0" * 40):
        with pytest.raises(NotFoundError, match="commit"):
            await tenant.projects.point(project.id, "x", None, commit)


@pytest.mark.parametrize("cut", ["before the pack", "after the pack"])
async def test_a_commit_that_is_cut_off_leaves_the_project_as_it_was(
    fresh: Storage, storage: Storage, cut: str
) -> None:
    tenant = fresh.tenant(new_id())
    project = await begun(tenant)
    base = project.branches[MAIN]
    put = tenant.projects._blobs.put

    async def broken(*arguments: Any) -> Any:
        if cut == "after the pack":
            await put(*arguments)
        raise CutOffError

    tenant.projects._blobs.put = broken  # type: ignore[method-assign]
    with pytest.raises(CutOffError):
        await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "Cut off", ANN)
    whole = storage.tenant(tenant.tenant_id)
    assert await files(whole, project.id) == FILES
    (left,) = (await whole.projects.get(project.id)).pending
    await whole.projects.commit(project.id, MAIN, base, {"a": b"2"}, "Again", ANN)
    assert left in (await whole.projects.get(project.id)).pending, "somebody may be at work on it"
    await forget_time(whole, project.id, left)
    moved = (await whole.projects.get(project.id)).branches[MAIN]
    await whole.projects.commit(project.id, MAIN, moved, {"a": b"3"}, "Later", ANN)
    assert (await whole.projects.get(project.id)).pending == {}
    with pytest.raises(NotFoundError):
        await whole.blobs.for_purpose("projects").stat(left)


async def forget_time(tenant: TenantStorage, project_id: str, sha256: str) -> None:
    """Make it two hours ago that this pack was begun."""
    long_ago = round((now() - timedelta(hours=2)).timestamp() * 1000)
    change = {"$set": {f"pending.{sha256}": long_ago}}
    await tenant.projects._projects.update(project_id, change)


async def test_many_packs_become_one(
    tenant: TenantStorage, settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile somebody commits; and who read the document before has the old ones for an hour."""
    cache = settings.data_dir / "cache" / "projects" / tenant.tenant_id
    project = await begun(tenant)
    for number in range(4):
        base = project.branches[MAIN]
        project = await tenant.projects.commit(
            project.id, MAIN, base, {"a": b"%d" % number}, "", ANN
        )
    before, keep = project, tenant.projects._keep

    async def late(project_id: str, content: bytes) -> str:
        monkeypatch.setattr(tenant.projects, "_keep", keep)
        base = before.branches[MAIN]
        await tenant.projects.commit(project_id, MAIN, base, {"b": b"between"}, "", ANN)
        return await keep(project_id, content)

    monkeypatch.setattr(tenant.projects, "_keep", late)
    stored = await tenant.projects.join_packs(project.id)
    assert len(stored.packs) == 2
    assert stored.pending.keys() == before.packs.keys()
    for document in (before, stored):
        shutil.rmtree(cache)
        async with tenant.projects.history(document) as repository:
            log = [*repository.log(document.branches[MAIN], 9)]
    assert len(log) == 6
    assert await files(tenant, project.id) == FILES | {"a": b"3", "b": b"between"}

    monkeypatch.setattr("storage.projects.now", lambda: now() + timedelta(hours=2))
    monkeypatch.setattr("storage.projects.MANY_PACKS", len(stored.packs) + 4)
    for number in range(4):
        base = stored.branches[MAIN]
        stored = await tenant.projects.commit(
            project.id, MAIN, base, {"c": b"%d" % number}, "", ANN
        )
    await asyncio.gather(*tenant.projects.joining.values())  # which the last of them began
    stored = await tenant.projects.get(project.id)
    assert len(stored.packs) == 1
    with pytest.raises(NotFoundError):
        await tenant.projects._blobs.get(next(iter(before.packs)), 2**20)
    shutil.rmtree(cache)
    async with tenant.projects.history(stored) as repository:
        assert len([*repository.log(stored.branches[MAIN], 20)]) == 10


async def test_more_packs_than_one_change_takes_become_one(
    tenant: TenantStorage, settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And where it is cut off in the middle, the next time finishes it."""
    project = await begun(tenant)
    monkeypatch.setattr("storage.projects.MANY_PACKS", 1_000)
    for number in range(110):
        base = project.branches[MAIN]
        change = {"a": b"%d" % number}
        project = await tenant.projects.commit(project.id, MAIN, base, change, "", ANN)
    update, calls = tenant.projects._projects.update, itertools.count()

    async def cut(*args: Any, **fields: Any) -> Any:
        if next(calls) > 2:
            raise CutOffError
        return await update(*args, **fields)

    with monkeypatch.context() as away:
        away.setattr(tenant.projects._projects, "update", cut)
        with pytest.raises(CutOffError):
            await tenant.projects.join_packs(project.id)
    left = await tenant.projects.get(project.id)
    assert 2 < len(left.packs) < 111
    assert len((await tenant.projects.join_packs(project.id)).packs) == 1
    shutil.rmtree(settings.data_dir / "cache" / "projects" / tenant.tenant_id)
    assert await files(tenant, project.id) == FILES | {"a": b"109"}


async def test_closing_ends_what_joins_packs(
    fresh: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    projects = fresh.tenant(new_id()).projects
    monkeypatch.setattr("storage.projects.MANY_PACKS", 2)
    project = await projects.create(Project(id=new_id(), name="Groceries"), FILES, ANN)
    await projects.commit(project.id, MAIN, project.branches[MAIN], {"a": b"1"}, "", ANN)
    assert projects.joining
    await fresh.close()
    assert not projects.joining


async def test_of_two_that_join_packs_one_is_refused(
    tenant: TenantStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = await begun(tenant)
    base = project.branches[MAIN]
    project = await tenant.projects.commit(project.id, MAIN, base, {"a": b"1"}, "", ANN)
    keep = tenant.projects._keep

    async def late(project_id: str, content: bytes) -> str:
        monkeypatch.setattr(tenant.projects, "_keep", keep)
        await tenant.projects.join_packs(project_id)
        base = project.branches[MAIN]
        await tenant.projects.commit(project_id, MAIN, base, {"a": b"2"}, "", ANN)
        await tenant.projects.join_packs(project_id)
        return await keep(project_id, content)

    monkeypatch.setattr(tenant.projects, "_keep", late)
    with pytest.raises(ConflictError):
        await tenant.projects.join_packs(project.id)
    assert await files(tenant, project.id) == FILES | {"a": b"2"}
    assert len((await tenant.projects.get(project.id)).packs) == 1


async def test_the_same_project_twice_is_one(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    assert await begun(tenant, id=project.id, name="Else") == project


async def test_a_creation_that_was_cut_off_is_not_seen_and_may_be_repeated(
    fresh: Storage, storage: Storage
) -> None:
    tenant, project_id = fresh.tenant(new_id()), new_id()

    async def broken(*_arguments: Any) -> Any:
        raise CutOffError

    tenant.projects._blobs.put = broken  # type: ignore[method-assign]
    with pytest.raises(CutOffError):
        await begun(tenant, id=project_id)
    whole = storage.tenant(tenant.tenant_id)
    assert (await whole.projects.list(9)).items == ()
    with pytest.raises(NotFoundError):
        await whole.projects.get(project_id)
    again = await begun(whole, id=project_id)
    assert await files(whole, project_id) == FILES
    assert (await whole.projects.list(9)).items == (again,)


async def test_the_newest_come_first_by_pages(tenant: TenantStorage) -> None:
    made = [
        await begun(tenant, created_at=now() + timedelta(seconds=second)) for second in range(3)
    ]
    first = await tenant.projects.list(2)
    assert [each.id for each in first.items] == [made[2].id, made[1].id]
    last = await tenant.projects.list(2, first.next_cursor)
    assert ([each.id for each in last.items], last.next_cursor) == ([made[0].id], None)


async def test_a_project_goes_with_its_bytes(
    tenant: TenantStorage, settings: StorageSettings
) -> None:
    project = await begun(tenant)
    await tenant.projects.delete(project.id)
    with pytest.raises(NotFoundError):
        await tenant.projects.get(project.id)
    with pytest.raises(NotFoundError):
        await tenant.blobs.for_purpose("projects").stat(next(iter(project.packs)))
    cache = settings.data_dir / "cache" / "projects" / tenant.tenant_id
    assert list(cache.iterdir()) == []
    with pytest.raises(NotFoundError):
        await tenant.projects.commit(project.id, MAIN, None, {}, "Never", ANN)


async def test_a_deletion_that_was_cut_off_is_finished(
    tenant: TenantStorage, storage: Storage
) -> None:
    project = await begun(tenant)
    await tenant.projects._projects.update(project.id, {"$set": {"deleting": True}})
    with pytest.raises(NotFoundError):
        await tenant.projects.rename(project.id, "Never")
    await storage.prepare()
    assert await tenant.projects._projects.get(project.id) is None


async def test_nobody_else_has_it(tenant: TenantStorage, storage: Storage) -> None:
    project = await begun(tenant)
    other = storage.tenant(new_id())
    with pytest.raises(NotFoundError):
        await other.projects.get(project.id)
    with pytest.raises(ConflictError):
        await begun(other, id=project.id)
    assert (await other.projects.list(9)).items == ()


async def test_a_name_changes(tenant: TenantStorage) -> None:
    project = await begun(tenant)
    assert (await tenant.projects.rename(project.id, "Shopping")).name == "Shopping"


@pytest.mark.parametrize("branch", ["", "a.b", "$x", "-a", "a/", "a" * 101, "a b"])
async def test_a_branch_has_a_plain_name(tenant: TenantStorage, branch: str) -> None:
    project = await begun(tenant)
    with pytest.raises(ValueError, match="branch"):
        await tenant.projects.commit(project.id, branch, None, {}, "Never", ANN)
    with pytest.raises(ValueError, match="branch"):
        await tenant.projects.point(project.id, branch, None, project.branches[MAIN])


async def test_without_git_it_is_told_so(
    tenant: TenantStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitMissingError, match="need git"):
        await begun(tenant)
