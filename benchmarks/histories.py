"""What a long history costs a machine that has no copy of it, with its packs joined and without.

A project gets commits one after the other, as a person who edits makes them: each changes one line
of a file of the React template. Then its copy is deleted, and read again from the object store, a few times.
*Joined* is how projects are kept; *apart* is each commit as a blob of its own for ever, which they
were before. The peer is git's own clone of the same history from this disk, with no store between.
"""

import asyncio
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import uvloop
from matplotlib.figure import Figure

import storage.projects as kept
from actors.studio.templates import template_files
from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import median
from storage.documents import Project
from storage.embedded import EmbeddedStores
from storage.git import MAIN, Author
from storage.ids import new_id
from storage.storage import Storage

ANN = Author("Ann", "ann@example.org")
JOINED, APART, PEER = "joined", "apart", "git clone"
READ_GOAL, COMMIT_GOAL = 5.0, 1.2
SEED = 20


@dataclass(frozen=True, slots=True)
class Size:
    commits: int
    """A multiple of ten."""
    reads: int


FULL = Size(commits=1_000, reads=5)
QUICK = Size(commits=10, reads=1)


@dataclass(slots=True)
class History:
    """Seconds of each commit, and of each read without a copy; how many blobs it is in the end;
    a repository that has it, and its newest commit."""

    commit_s: list[float] = field(default_factory=list)
    read_s: list[float] = field(default_factory=list)
    blobs: int = 0
    copy: Path = Path()
    tip: str = ""


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    return _report(uvloop.run(_measure(size)), size)


async def _measure(size: Size) -> dict[str, History]:
    found: dict[str, History] = {}
    many = kept.MANY_PACKS
    with tempfile.TemporaryDirectory() as folder:
        async with EmbeddedStores(folder) as stores:
            storage = await Storage.open(stores.settings)
            await storage.prepare()
            for name, enough in ((APART, size.commits * 2), (JOINED, many)):
                kept.MANY_PACKS = enough
                found[name] = await _history(storage, size)
            found[PEER] = await asyncio.to_thread(_cloned, found[JOINED], size)
            await storage.close()
    kept.MANY_PACKS = many
    return found


async def _history(storage: Storage, size: Size) -> History:
    projects, made = storage.tenant(new_id()).projects, History()
    project = Project(id=new_id(), name="Long")
    files = template_files("react")
    project = await projects.create(project, files, ANN)
    code, rng = files["src/App.tsx"].decode().splitlines(), Random(SEED)
    for number in range(size.commits):
        code[rng.randrange(len(code))] = f"// {number} {rng.random()}"
        change = {"src/App.tsx": "\n".join(code).encode()}
        began = time.perf_counter()
        project = await projects.commit(
            project.id, MAIN, project.branches[MAIN], change, f"Change {number}", ANN
        )
        made.commit_s.append(time.perf_counter() - began)
    if joining := kept._COMPACTING.get(project.id):
        await joining
    project = await projects.get(project.id)
    made.blobs, made.tip = len(project.packs), project.branches[MAIN]
    made.copy = projects._path(project.id)
    for _ in range(size.reads):
        shutil.rmtree(made.copy)
        began = time.perf_counter()
        async with projects.history(project) as repository:
            await asyncio.to_thread(repository.tree, made.tip)
        made.read_s.append(time.perf_counter() - began)
    return made


def _cloned(source: History, size: Size) -> History:
    made = History(blobs=1)
    name = ["git", "-C", str(source.copy), "update-ref", f"refs/heads/{MAIN}", source.tip]
    subprocess.run(name, check=True, timeout=60)
    for _ in range(size.reads):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            command = ["git", "clone", "--quiet", "--bare", "--no-local", str(source.copy), folder]
            subprocess.run(command, check=True, timeout=60)
            made.read_s.append(time.perf_counter() - began)
    return made


def _report(found: Mapping[str, History], size: Size) -> Report:
    tenth = size.commits // 10

    def growth(name: str) -> float:
        """A commit among the last tenth, beside one among the first."""
        taken = found[name].commit_s
        return median(taken[-tenth:]) / median(taken[:tenth])

    def draw(made: Figure) -> None:
        reads, commits = made.subplots(1, 2)
        values = {name: [1e3 * median(each.read_s)] for name, each in found.items()}
        plots.bars(reads, ["first read"], values)
        reads.set_ylabel("ms")
        reads.legend(frameon=False)
        for index, name in enumerate((JOINED, APART)):
            taken = found[name].commit_s
            steps = range(0, len(taken), tenth)
            heights = [1e3 * median(taken[at : at + tenth]) for at in steps]
            color = plots.COLORS[[*found].index(name)]
            commits.plot(list(steps), heights, color=color, label=name, linewidth=1 + index)
        commits.set_xlabel("commits before")
        commits.set_ylabel("ms of a commit, median")
        commits.set_ylim(bottom=0)
        commits.legend(frameon=False)

    read = {name: median(each.read_s) for name, each in found.items()}
    rows = [
        (
            name,
            each.blobs,
            1e3 * read[name],
            read[name] / read[PEER],
            1e3 * median(each.commit_s) if each.commit_s else "",
            growth(name) if each.commit_s else "",
        )
        for name, each in found.items()
    ]
    columns = ("kept", "blobs", "first read, ms", "of git's", "commit, ms", "last of first tenth")
    return Report(
        name="histories",
        title=f"A history of {size.commits:,} commits",
        claims=[
            Claim(
                "first read, apart beside joined", read[APART] / read[JOINED], READ_GOAL, "×", False
            ),
            Claim(
                "a commit at the end beside one at the beginning", growth(JOINED), COMMIT_GOAL, "×"
            ),
        ],
        tables=[Table("Medians", columns, rows)],
        data={
            name: {"read_s": each.read_s, "commit_s": each.commit_s} for name, each in found.items()
        },
        draw=draw,
    )
