"""Bodies of the routes of branches, merges and single commits."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from gateway.bodies import Body, Branch, FileChange, Id, ModelId
from gateway.project_bodies import CommitView, Name, Sha
from storage.git import MAIN, Entry, Side
from storage.merging import Conflict, ConflictKind, MergeKind

MAX_RESOLUTIONS = 2_000
Message = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=10_000, pattern=r"^[^\x00]*$")
]
Url = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[!-~]*$")]
RemoteBranch = Annotated[
    str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_][A-Za-z0-9_./-]*$")
]
Token = Annotated[SecretStr, Field(max_length=500)]
Strategy = Literal["merge", "squash", "fast_forward"]


class NewBranch(Body):
    """`from` is a commit of any branch; absent, the newest of `main`."""

    name: Branch
    start: Sha | None = Field(None, alias="from")


class BranchView(BaseModel):
    """`ahead` are the commits that `main` lacks, `behind` those that only `main` has."""

    name: str
    commit: CommitView
    ahead: int
    behind: int


class BranchList(BaseModel):
    items: list[BranchView]


class Seen(Body):
    """The newest commits as you saw them, of the branch merged into and of the other."""

    ours: Sha
    theirs: Sha


class Resolution(Body):
    """What a file in conflict becomes: what one side has there, nothing, or another text."""

    take: Literal["ours", "theirs", "delete", "content"]
    content: str | None = Field(None, description="with `content` only")


class MergeChoices(Body):
    """`favour` lets one side win each line that both changed; `resolutions` say of single files, by
    path, what they become."""

    base: Seen
    strategy: Strategy = "merge"
    favour: Side | None = None
    resolutions: dict[str, Resolution] = Field(default_factory=dict, max_length=MAX_RESOLUTIONS)
    message: Message = ""


class MergeBody(MergeChoices):
    into: Branch = MAIN


class ConflictView(BaseModel):
    """A file that somebody has to decide about. Of each side the `sha` of the content, or null."""

    path: str
    kind: ConflictKind
    base: str | None
    ours: str | None
    theirs: str | None

    @classmethod
    def of(cls, conflict: Conflict) -> "ConflictView":
        return cls(
            path=conflict.path,
            kind=conflict.kind,
            base=_sha(conflict.base),
            ours=_sha(conflict.ours),
            theirs=_sha(conflict.theirs),
        )


class MergeView(BaseModel):
    """What a merge would do to the branch `into`: `files` change, `conflicts` are undecided. `base`
    is the newest commit of both, or null; `ours` that of `into`, `theirs` that of the other."""

    kind: MergeKind
    base: str | None
    ours: str
    theirs: str
    files: list[FileChange]
    conflicts: list[ConflictView]


class ConflictTexts(BaseModel):
    """Each side's text, null where it has none or one that is not UTF-8; `merged` is both, with
    conflict markers."""

    path: str
    kind: ConflictKind
    base: str | None
    ours: str | None
    theirs: str | None
    merged: str | None


class Revert(Body):
    """Take back what `commit` changed, upon `base`, the newest of the branch."""

    commit: Sha
    base: Sha
    branch: Branch = MAIN


class GitImport(Body):
    """`branch` is one of the repository at `url`, its default one if absent. The token, where one
    is needed, is used once and not kept."""

    id: Id | None = None
    name: Name
    url: Url
    branch: RemoteBranch | None = None
    token: Token = SecretStr("")
    model: ModelId | None = None


class Push(Body):
    """`branch` goes to the branch `to` at `url`, of the same name if absent."""

    url: Url
    token: Token = SecretStr("")
    branch: Branch = MAIN
    to: RemoteBranch | None = None


class Pushed(BaseModel):
    branch: str
    commit: str


class BlamedLines(BaseModel):
    """`count` lines from `line` on, counted from 1, are as `commit` left them."""

    line: int
    count: int
    commit: str


class Blame(BaseModel):
    """`commits` are those of the lines, in their order."""

    lines: list[BlamedLines]
    commits: list[CommitView]


def _sha(entry: Entry | None) -> str | None:
    return entry.sha if entry else None
