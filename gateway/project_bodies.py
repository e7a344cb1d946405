"""Bodies of the projects' routes."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from actors.studio.templates import Template
from gateway.bodies import Body, Branch, Id, ModelId
from gateway.turns import derived
from storage.documents import Project
from storage.git import MAIN, Commit, Entry

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
HASH = "^[0-9a-f]{40}$"
Sha = Annotated[str, StringConstraints(pattern=HASH)]


def conversation_of(project_id: str) -> str:
    """The id of the one conversation that a project has."""
    return derived(project_id, "conversation")


class NewProject(Body):
    id: Id | None = None
    name: Name
    template: Template = "react"
    model: ModelId | None = None


class ProjectChange(Body):
    name: Name


class Restore(Body):
    """Go back to the files of `commit`, from `base`, the newest of the branch."""

    commit: Sha
    base: Sha
    branch: Branch = MAIN


class ProjectView(BaseModel):
    """`commit` is the newest of `branch`. Answers in the conversation change the branch that is
    asked for."""

    id: str
    name: str
    conversation_id: str
    branch: str
    commit: str
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, project: Project, branch: str = MAIN) -> "ProjectView":
        return cls(
            id=project.id,
            name=project.name,
            conversation_id=conversation_of(project.id),
            branch=branch,
            commit=project.branches[branch],
            created_at=project.created_at,
            updated_at=project.updated_at,
        )


class ProjectPage(BaseModel):
    items: list[ProjectView]
    next_cursor: str | None


class FileView(BaseModel):
    """`sha` names the content, as git does; `size` is bytes."""

    path: str
    sha: str
    size: int

    @classmethod
    def of(cls, entry: Entry) -> "FileView":
        return cls(path=entry.path, sha=entry.sha, size=entry.size)


class FileList(BaseModel):
    commit: str
    items: list[FileView]


class CommitView(BaseModel):
    sha: str
    parents: list[str]
    message: str
    author: str
    at: datetime

    @classmethod
    def of(cls, commit: Commit) -> "CommitView":
        return cls(
            sha=commit.sha,
            parents=list(commit.parents),
            message=commit.message,
            author=commit.author.name,
            at=commit.at,
        )


class CommitList(BaseModel):
    """The newest first; `next` is where the following ones begin."""

    items: list[CommitView]
    next: str | None = Field(None, description="`from` of the commits before these")


class Found(BaseModel):
    """A line that has what was looked for; `line` counts from 1."""

    path: str
    line: int
    text: str


class FoundList(BaseModel):
    """`more`: there are others, that are not listed."""

    items: list[Found]
    more: bool
