"""Merge requests: what is said stays said once, and they go with their project."""

from datetime import timedelta
from typing import Any

import pytest

from storage import ConflictError, NotFoundError, Project, TenantStorage, new_id, now
from storage.documents import Comment, MergeRequest, Review
from storage.git import Author


@pytest.fixture
async def project(tenant: TenantStorage) -> Project:
    made = Project(id=new_id(), name="Groceries")
    return await tenant.projects.create(made, {"a": b"1"}, Author("Ann", "ann@example.org"))


async def asked(tenant: TenantStorage, project: Project, **changes: Any) -> MergeRequest:
    fields = {"id": new_id(), "source": "x", "target": "main", "title": "Add x"} | changes
    return await tenant.merge_requests.create(MergeRequest(project_id=project.id, **fields))


async def test_what_is_said_is_kept_once(tenant: TenantStorage, project: Project) -> None:
    request = await asked(tenant, project)
    assert await asked(tenant, project, id=request.id, title="Else") == request
    comment = Comment(id=new_id(), text="Why?", path="a", line=1, commit="c")
    review = Review(id=new_id(), verdict="approved", commit="c")
    repository = tenant.merge_requests
    for text in ("Why?", "Else"):
        again = comment.model_copy(update={"text": text})
        await repository.comment(project.id, request.id, again)
    await repository.review(project.id, request.id, review)
    stored = await repository.get(project.id, request.id)
    assert (stored.comments, stored.reviews) == ({comment.id: comment}, {review.id: review})
    for _ in range(2):
        stored = await repository.uncomment(project.id, request.id, comment.id)
    assert stored.comments == {}


async def test_what_is_merged_stays_merged(tenant: TenantStorage, project: Project) -> None:
    request = await asked(tenant, project)
    repository = tenant.merge_requests
    for state in ("closed", "open"):
        assert (await repository.turn(project.id, request.id, state)).state == state  # type: ignore[arg-type]
    await repository.turn(project.id, request.id, "merged", "c")
    with pytest.raises(ConflictError):
        await repository.turn(project.id, request.id, "open")
    changed = await repository.change(project.id, request.id, "Words", None)
    assert (changed.state, changed.commit, changed.title) == ("merged", "c", "Words")


async def test_the_newest_come_first_by_pages(tenant: TenantStorage, project: Project) -> None:
    made = [
        await asked(tenant, project, created_at=now() + timedelta(seconds=second))
        for second in range(3)
    ]
    await tenant.merge_requests.turn(project.id, made[1].id, "closed")
    first = await tenant.merge_requests.list(project.id, 1, state="open")
    last = await tenant.merge_requests.list(project.id, 1, first.next_cursor, "open")
    assert [each.id for each in (*first.items, *last.items)] == [made[2].id, made[0].id]
    assert last.next_cursor is None


async def test_they_are_of_one_project_and_go_with_it(
    tenant: TenantStorage, project: Project
) -> None:
    request = await asked(tenant, project)
    with pytest.raises(NotFoundError):
        await tenant.merge_requests.get(new_id(), request.id)
    await tenant.projects.delete(project.id)
    with pytest.raises(NotFoundError):
        await tenant.merge_requests.get(project.id, request.id)
    with pytest.raises(NotFoundError):
        await asked(tenant, project)
