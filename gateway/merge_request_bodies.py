"""Bodies of the routes of merge requests."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from gateway.bodies import Body, Branch, Id
from storage.documents import Comment, MergeRequest, RequestState, Review, Verdict
from storage.git import MAIN

MAX_SAID = 500
"""Comments or reviews of one request."""
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Description = Annotated[str, StringConstraints(max_length=20_000)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000)]
CommentPath = Annotated[str, StringConstraints(min_length=1, max_length=512, pattern=r"^[^\x00]*$")]


class NewMergeRequest(Body):
    id: Id | None = None
    source: Branch
    target: Branch = MAIN
    title: Title
    description: Description = ""


class MergeRequestChange(Body):
    """What is absent stays as it is."""

    title: Title | None = None
    description: Description | None = None
    state: Literal["open", "closed"] | None = None


class NewComment(Body):
    """On the whole, or on a line: of the file `path` as the source has it (`new`) or the target
    (`old`), counted from 1."""

    id: Id | None = None
    text: Words
    path: CommentPath | None = None
    side: Literal["old", "new"] = "new"
    line: int | None = Field(None, ge=1, le=10_000_000)


class NewReview(Body):
    id: Id | None = None
    verdict: Verdict
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=5_000)] = ""


class CommentView(BaseModel):
    id: str
    text: str
    path: str | None
    side: Literal["old", "new"]
    line: int | None
    commit: str
    at: datetime

    @classmethod
    def of(cls, comment: Comment) -> "CommentView":
        return cls.model_validate(comment.model_dump())


class ReviewView(BaseModel):
    id: str
    verdict: Verdict
    text: str
    commit: str
    at: datetime

    @classmethod
    def of(cls, review: Review) -> "ReviewView":
        return cls.model_validate(review.model_dump())


class MergeRequestItem(BaseModel):
    """`verdict` is that of the last review; `commit` the newest of the target once it is merged."""

    id: str
    source: str
    target: str
    title: str
    description: str
    state: RequestState
    verdict: Verdict | None
    commit: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, request: MergeRequest) -> "MergeRequestItem":
        return cls(**_facts(request))


class MergeRequestView(MergeRequestItem):
    """With all that was said, the oldest first."""

    comments: list[CommentView]
    reviews: list[ReviewView]

    @classmethod
    def of(cls, request: MergeRequest) -> "MergeRequestView":
        comments = sorted(request.comments.values(), key=lambda each: each.at)
        return cls(
            **_facts(request),
            comments=[CommentView.of(each) for each in comments],
            reviews=[ReviewView.of(each) for each in reviews_of(request)],
        )


class MergeRequestPage(BaseModel):
    items: list[MergeRequestItem]
    next_cursor: str | None


def reviews_of(request: MergeRequest) -> list[Review]:
    """The oldest first."""
    return sorted(request.reviews.values(), key=lambda each: each.at)


def verdict_of(request: MergeRequest) -> Verdict | None:
    """That of the last review."""
    reviews = reviews_of(request)
    return reviews[-1].verdict if reviews else None


def _facts(request: MergeRequest) -> dict[str, object]:
    names = MergeRequestItem.model_fields.keys() - {"verdict"}
    return request.model_dump(include=names) | {"verdict": verdict_of(request)}
