"""What a long history costs a machine that has no copy of it, with its packs joined and without.

Two projects get commits in turn, as a person who edits makes them: each changes one line of a file
of the React template. Then the copies are deleted, and read again from the object store.
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
from benchmarks.stats import curve, median
from storage.documents import Project
from storage.embedded import EmbeddedStores
from storage.git import MAIN, Author
from storage.ids import new_id
from storage.storage import Storage

ANN = Author("Ann", "ann@example.org")
JOINED, APART, PEER = "joined", "apart", "git clone"
READ_GOAL, COMMIT_GOAL = 5.0, 1.0
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
    """A project with the lines of its file; seconds of each commit, and of each read without a
    copy; a repository that has it."""

    project: Project
    code: list[str]
    rng: Random
    commit_s: list[float] = field(default_factory=list)
    read_s: list[float] = field(default_factory=list)
    copy: Path = Path()


def run(quick: bool) -> Report:
    size = QUICK if quick else FULL
    return _report(uvloop.run(_measure(size)), size)


async def _measure(size: Size) -> dict[str, History]:
    enough = {JOINED: kept.MANY_PACKS, APART: 2 * size.commits}
    with tempfile.TemporaryDirectory() as folder:
        async with EmbeddedStores(folder) as stores:
            storage = await Storage.open(stores.settings)
            await storage.prepare()
            projects = storage.tenant(new_id()).projects
            found = {name: await _begun(projects, name) for name in enough}
            for number in range(size.commits):
                for name, made in found.items():
                    kept.MANY_PACKS = enough[name]
                    await _add(projects, made, number)
            await asyncio.gather(*projects.joining.values())
            for made in found.values():
                await _read(projects, made, size)
            found[PEER] = await asyncio.to_thread(_cloned, found[JOINED], size)
            await storage.close()
    kept.MANY_PACKS = enough[JOINED]
    return found


async def _begun(projects: kept.Projects, name: str) -> History:
    files = template_files("react")
    project = await projects.create(Project(id=new_id(), name=name), files, ANN)
    return History(project, files["src/App.tsx"].decode().splitlines(), Random(SEED))


async def _add(projects: kept.Projects, made: History, number: int) -> None:
    code, project = made.code, made.project
    code[made.rng.randrange(len(code))] = f"// {number} {made.rng.random()}"
    change = {"src/App.tsx": "\n".join(code).encode()}
    began = time.perf_counter()
    made.project = await projects.commit(
        project.id, MAIN, project.branches[MAIN], change, f"Change {number}", ANN
    )
    made.commit_s.append(time.perf_counter() - began)


async def _read(projects: kept.Projects, made: History, size: Size) -> None:
    project = made.project = await projects.get(made.project.id)
    for _ in range(size.reads):
        shutil.rmtree(projects._path(project.id))
        began = time.perf_counter()
        async with projects.history(project) as repository:
            await asyncio.to_thread(repository.tree, project.branches[MAIN])
            made.copy = repository.path
        made.read_s.append(time.perf_counter() - began)


def _cloned(source: History, size: Size) -> History:
    made = History(source.project, [], source.rng)
    tip = source.project.branches[MAIN]
    name = ["git", "-C", str(source.copy), "update-ref", f"refs/heads/{MAIN}", tip]
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

    def by_tenth(made: History) -> list[float]:
        """Seconds of a commit."""
        taken = made.commit_s
        return [round(median(taken[at : at + tenth]), 4) for at in range(0, len(taken), tenth)]

    def late(name: str) -> float:
        return by_tenth(found[name])[-1]

    def draw(made: Figure) -> None:
        reads, commits = made.subplots(1, 2)
        values = {name: [1e3 * median(each.read_s)] for name, each in found.items()}
        plots.bars(reads, ["first read"], values)
        reads.set_ylabel("ms")
        reads.legend(frameon=False)
        for index, name in enumerate((JOINED, APART)):
            heights = [1e3 * seconds for seconds in by_tenth(found[name])]
            color = plots.COLORS[[*found].index(name)]
            steps = range(0, size.commits, tenth)
            commits.plot(list(steps), heights, color=color, label=name, linewidth=1 + index)
        commits.set_xlabel("commits before")
        commits.set_ylabel("ms of a commit, median")
        commits.set_ylim(bottom=0)
        commits.legend(frameon=False)

    read = {name: median(each.read_s) for name, each in found.items()}
    rows = [
        (
            name,
            1 if name == PEER else len(each.project.packs),
            1e3 * read[name],
            read[name] / read[PEER],
            1e3 * by_tenth(each)[0] if each.commit_s else "",
            1e3 * late(name) if each.commit_s else "",
        )
        for name, each in found.items()
    ]
    columns = ("kept", "blobs", "first read, ms", "of git's", "early commit, ms", "late commit, ms")
    return Report(
        name="histories",
        title=f"A history of {size.commits:,} commits",
        claims=[
            Claim(
                "first read, apart beside joined", read[APART] / read[JOINED], READ_GOAL, "×", False
            ),
            Claim(
                "a late commit, joined beside apart", late(JOINED) / late(APART), COMMIT_GOAL, "×"
            ),
        ],
        tables=[Table("Medians", columns, rows)],
        data={
            name: {"read_s": curve(each.read_s, size.reads), "commit_s_by_tenth": by_tenth(each)}
            for name, each in found.items()
        },
        draw=draw,
    )
