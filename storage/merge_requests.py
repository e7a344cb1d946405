"""Merge requests of one tenant's projects, newest first, with what was said about them."""

from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.codec import from_document, stored_fields, to_document
from storage.database import TenantCollection
from storage.documents import Comment, MergeRequest, RequestState, Review, now, to_ms
from storage.errors import ConflictError, NotFoundError
from storage.paging import Page, decode_cursor, encode_cursor, order_key
from storage.projects import Projects

INDEXES = (IndexModel([("project_id", ASCENDING), ("order", DESCENDING)], name="project_order"),)


class MergeRequests:
    """Stored beside the model's fields: `order`, the list's key. They go with their project."""

    def __init__(self, requests: TenantCollection, projects: Projects) -> None:
        self._requests = requests
        self._projects = projects

    async def create(self, merge_request: MergeRequest) -> MergeRequest:
        """Store it; the same id again returns what is stored. NotFoundError without its project;
        ConflictError when the id is taken by something else."""
        project_id, request_id = merge_request.project_id, merge_request.id
        await self._projects.get(project_id)
        order = order_key(merge_request.created_at, request_id)
        if not await self._requests.insert(to_document(merge_request) | {"order": order}):
            stored = await self._requests.get(request_id, project_id=project_id)
            if stored is None:
                raise ConflictError(f"The id {request_id} cannot be used for a merge request.")
            return from_document(MergeRequest, stored)
        try:
            await self._projects.get(project_id)
        except NotFoundError:  # deleted meanwhile, with all requests that were there by then
            await self._requests.delete({"_id": request_id})
            raise
        return merge_request.model_copy(update={"tenant_id": self._requests.tenant_id})

    async def get(self, project_id: str, request_id: str) -> MergeRequest:
        return _request(request_id, await self._requests.get(request_id, project_id=project_id))

    async def list(
        self, project_id: str, limit: int, cursor: str | None = None, state: str | None = None
    ) -> Page[MergeRequest]:
        """Of a project, the newest first. BadCursorError."""
        where: dict[str, Any] = {"project_id": project_id}
        where |= {"state": state} if state else {}
        where |= {"order": {"$lt": decode_cursor(cursor)}} if cursor else {}
        found = await self._requests.find(where, limit=limit + 1, sort=("order", DESCENDING))
        items = tuple(from_document(MergeRequest, document) for document in found[:limit])
        more = len(found) > limit
        return Page(items, encode_cursor(found[limit - 1]["order"]) if more else None)

    async def change(
        self, project_id: str, request_id: str, title: str | None, description: str | None
    ) -> MergeRequest:
        """Other words for it; None: as they are."""
        given = {"title": title, "description": description}
        fields = {name: value for name, value in given.items() if value is not None}
        return _request(request_id, await self._set(project_id, request_id, fields))

    async def turn(
        self, project_id: str, request_id: str, state: RequestState, commit: str | None = None
    ) -> MergeRequest:
        """Close it, open it again, or say as which commit it was merged. ConflictError when it was
        merged before."""
        fields = {"state": state, "commit": commit}
        not_merged = {"state": {"$ne": "merged"}}
        found = await self._set(project_id, request_id, fields, **not_merged)
        stored = found or await self._requests.get(request_id, project_id=project_id)
        request = _request(request_id, stored)
        if (request.state, request.commit) != (state, commit):
            raise ConflictError("The merge request is merged.")
        return request

    async def comment(self, project_id: str, request_id: str, comment: Comment) -> MergeRequest:
        """Add a comment; the same id again changes nothing."""
        return await self._add(project_id, request_id, f"comments.{comment.id}", comment)

    async def uncomment(self, project_id: str, request_id: str, comment_id: str) -> MergeRequest:
        """Take a comment away; NotFoundError without the request."""
        change = {"$unset": {f"comments.{comment_id}": ""}}
        found = await self._requests.update(request_id, change, project_id=project_id)
        return _request(request_id, found)

    async def review(self, project_id: str, request_id: str, review: Review) -> MergeRequest:
        """Add a review; the same id again changes nothing."""
        return await self._add(project_id, request_id, f"reviews.{review.id}", review)

    async def _add(
        self, project_id: str, request_id: str, place: str, said: Comment | Review
    ) -> MergeRequest:
        fields = {place: stored_fields(said.model_dump())}
        new = {place: {"$exists": False}}
        found = await self._set(project_id, request_id, fields, **new)
        return _request(request_id, found) if found else await self.get(project_id, request_id)

    async def _set(
        self, project_id: str, request_id: str, fields: dict[str, Any], **expected: Any
    ) -> dict[str, Any] | None:
        change = {"$set": {**fields, "updated_at": to_ms(now())}}
        return await self._requests.update(request_id, change, project_id=project_id, **expected)


def _request(request_id: str, found: dict[str, Any] | None) -> MergeRequest:
    if found is None:
        raise NotFoundError("merge_request", request_id)
    return from_document(MergeRequest, found)
