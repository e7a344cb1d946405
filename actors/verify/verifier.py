"""Has a turn's files checked in a sandbox, and tells what is wrong that was not before."""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from actors.errors import ActorError
from actors.studio.checks import Finding
from actors.verify.reports import Output, Report
from actors.verify.stages import Files, Name, Stage, settings, stages
from storage.errors import NotFoundError

MOST = 20
"""Findings that are told; one mistake may be found in many places."""


class Sandboxes(Protocol):
    def trial(
        self,
        tenant_id: str,
        project_id: str,
        commit: str,
        changes: Mapping[str, bytes | None],
        commands: Sequence[Mapping[str, Any]],
    ) -> AsyncGenerator[tuple[str, dict[str, Any]]]:
        """See `SandboxClient.trial`."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one stage: `problems` are new ones; with `why` it could not look."""

    stage: Name
    problems: int
    passed: int
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of all of them; with `why` none could be run."""

    stages: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    why: str = ""

    @property
    def told(self) -> dict[str, Any]:
        return {
            "stages": [asdict(each) for each in self.stages],
            "findings": [each.told for each in self.findings],
            "why": self.why,
        }


class Verifier:
    def __init__(self, sandboxes: Sandboxes) -> None:
        self._sandboxes = sandboxes

    async def look(
        self, tenant_id: str, project_id: str, commit: str, before: Files, after: Files
    ) -> AsyncGenerator[Name | Checked]:
        """The name of each stage as it begins, then what became of all; nothing where there is
        nothing to run. `before` are the files of `commit`."""
        changed = {p for p in before.keys() | after.keys() if before.get(p) != after.get(p)}
        wanted = stages(after, changed)
        if not wanted:
            return
        key = tenant_id, project_id, commit
        reports: list[tuple[Stage, Report]] = []
        try:
            changes = {path: after.get(path) for path in changed} | settings(after)
            async with aclosing(self._run(key, changes, wanted)) as told:
                async for each in told:
                    if isinstance(each, str):
                        yield each
                    else:
                        reports.append(each)
            known = await self._known(key, before, changed, reports)
        except (ActorError, NotFoundError) as error:
            yield Checked(why=str(error))
        else:
            yield _told(reports, known)

    async def _run(
        self, key: tuple[str, str, str], changes: Mapping[str, bytes | None], wanted: list[Stage]
    ) -> AsyncGenerator[Name | tuple[Stage, Report]]:
        commands = [{"command": each.command, "timeout_s": each.timeout_s} for each in wanted]
        async with aclosing(self._sandboxes.trial(*key, changes, commands)) as events:
            async for kind, data in events:
                stage = wanted[data["index"]]
                if kind == "trial.began":
                    yield stage.name
                else:
                    yield stage, await asyncio.to_thread(stage.read, Output.of(data))

    async def _known(
        self,
        key: tuple[str, str, str],
        before: Files,
        changed: set[str],
        reports: Sequence[tuple[Stage, Report]],
    ) -> set[tuple[str, str, str]]:
        """What of it was there before the turn."""
        failed = {stage.name for stage, report in reports if report.findings}
        wanted = [stage for stage in stages(before, changed) if stage.name in failed]
        known: set[tuple[str, str, str]] = set()
        if wanted:
            async with aclosing(self._run(key, settings(before), wanted)) as told:
                async for each in told:
                    if not isinstance(each, str):
                        known |= {finding.same for finding in each[1].findings}
        return known


def _told(reports: Sequence[tuple[Stage, Report]], known: set[tuple[str, str, str]]) -> Checked:
    outcomes: dict[Name, Outcome] = {}
    findings: list[Finding] = []
    for stage, report in reports:
        new = [finding for finding in report.findings if finding.same not in known]
        findings += new
        so_far = outcomes.get(stage.name, Outcome(stage.name, 0, 0, ""))
        outcomes[stage.name] = Outcome(
            stage.name,
            so_far.problems + len(new),
            so_far.passed + report.passed,
            so_far.why or report.why,
        )
    return Checked(tuple(outcomes.values()), tuple(findings[:MOST]))
