"""Consoles: a batch is kept once, the window moves, and they go with their project."""

from typing import Any

import pytest

from storage import ConflictError, NotFoundError, Project, Storage, TenantStorage, new_id, now
from storage.console import CLEARED_EVERY, WINDOW
from storage.documents import ConsoleBatch, ConsoleCall, ConsoleEntry
from storage.git import Author

CALL = ConsoleCall(name="App", path="src/App.tsx", line=3, column=5)


@pytest.fixture
async def project(tenant: TenantStorage) -> Project:
    made = Project(id=new_id(), name="Groceries")
    return await tenant.projects.create(made, {"a": b"1"}, Author("Ann", "ann@example.org"))


def batch(project: Project, *texts: str, **fields: Any) -> ConsoleBatch:
    entries = tuple(
        ConsoleEntry(level="error", source="exception", text=text, calls=(CALL,), at=now())
        for text in texts
    )
    return ConsoleBatch(project_id=project.id, entries=entries, **{"id": new_id(), **fields})


async def texts(tenant: TenantStorage, project: Project) -> list[str]:
    found = await tenant.console.window(project.id)
    return [entry.text for batch in reversed(found) for entry in batch.entries]


async def test_a_batch_is_kept_once_as_it_was(tenant: TenantStorage, project: Project) -> None:
    said = batch(project, "one", "two \0 \ud800", dropped=3)
    for again in (said, said, batch(project, "else", id=said.id)):
        stored = await tenant.console.append(again)
        assert (stored.dropped, stored.entries[0]) == (3, said.entries[0])
    (kept,) = await tenant.console.window(project.id)
    assert kept == stored
    assert kept.tenant_id == tenant.tenant_id
    assert await texts(tenant, project) == ["one", "two \0 ?"]


async def test_the_newest_are_kept(
    storage: Storage, tenant: TenantStorage, project: Project
) -> None:
    size, more = 100, WINDOW + 3 * CLEARED_EVERY
    for first in range(0, more, size):
        numbers = map(str, range(first, first + size))
        await tenant.console.append(batch(project, *numbers))
    assert await texts(tenant, project) == [str(number) for number in range(more - WINDOW, more)]
    stored = await storage._database["console"].count_documents({"project_id": project.id})
    assert stored * size <= WINDOW + CLEARED_EVERY


async def test_they_are_of_one_project_and_go_with_it(
    storage: Storage, tenant: TenantStorage, project: Project
) -> None:
    said = await tenant.console.append(batch(project, "one"))
    other = await tenant.projects.create(
        Project(id=new_id(), name="Other"), {"a": b"1"}, Author("Ann", "ann@example.org")
    )
    with pytest.raises(ConflictError):
        await tenant.console.append(batch(other, "two", id=said.id))
    await tenant.console.append(batch(other, "two"))
    await tenant.console.clear(other.id)
    assert (await texts(tenant, other), await texts(tenant, project)) == ([], ["one"])
    await tenant.projects.delete(project.id)
    assert await storage._database["console"].find_one({"project_id": project.id}) is None
    for call in (tenant.console.window, tenant.console.clear):
        with pytest.raises(NotFoundError):
            await call(project.id)
    with pytest.raises(NotFoundError):
        await tenant.console.append(batch(project, "late"))
