"""An answer that changes a project: the model's protocol → events, then one commit or reasons.

The raw answer is the run's text, as of every answer; what its parser reads in it is told beside it,
in the same write. So whoever takes the run up feeds the parser what is stored, and goes on.
"""

from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

from actors.agent_session import AgentSession
from actors.build_snapshot import Fitting
from actors.context import Prompt, fit
from actors.errors import BuildBudgetError, EditsRefusedError
from actors.meter import Meter
from actors.planning import PLAN_TOKENS, Planner
from actors.project_turn import Applied, Files, Unsound, at, bring_in, tip
from actors.run_log import RunWriter
from actors.session import Past
from actors.snapshots import History
from actors.studio.checks import Finding
from actors.studio.edits import Assembler
from actors.studio.parser import Parser
from actors.studio.prompt import PLAN_FOLLOWS, PLAN_ONLY, instructions, planned, reasons, wish
from actors.studio.telling import Teller, Told
from actors.studio.turn import Refused
from actors.verify.verifier import Checked, Verifier
from serve.chat import Message, Notice
from serve.errors import ModelError
from serve.model_entry import Price
from storage.events import EventChunk
from storage.git import MAIN, Author

ATTEMPTS = 3
TAKEN = ATTEMPTS + 1
"""The number of an attempt that is an earlier one once more, as it was."""
ANOTHER_WAY = 0.6
"""Temperature of a model that cannot be told what was wrong, from its second attempt on."""
FILES_SHARE = 0.6
"""Of the prompt's room, for the project's files."""
LEAST_ANSWER = 64
"""Tokens; with less nothing can be changed."""
PLANNING = ("plan.step", "build.prose")
"""What is told of an answer that shall only plan."""
TITLE_CHARS = 72


class BuildSession(AgentSession):
    """Writes one answer that changes the project `project_id` of the run's request. With a
    `verifier` what it makes is run before it is brought in."""

    verifier: Verifier | None = None

    def _open_parser(self) -> None:
        self._parser, self._assembler, self._teller = Parser(), Assembler(), Teller()
        self._untold: Sequence[Told] = ()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        past = super()._recall(chunks)
        build = self._said.build
        self._meter.earlier_prompt_tokens = build.prompt_tokens
        self._meter.earlier_completion_tokens = build.completion_tokens
        if build.planned is not None:
            self._meter.planned(**build.planned["usage"])
        return past

    async def _make(self, writer: RunWriter) -> dict[str, Any]:
        self._entry = self._catalog.get(self.run.model)
        build = self._said.build
        self._open_parser()
        self._parse("".join(self._history.text))  # what of it is told is stored with it
        if self._history.prompt_token_ids:
            self._bound(self._meter.prompt_tokens)
        finish_reason = "stop"
        while build.applied is None and build.again:
            if build.attempt == len(build.failed):
                await self._begin(writer)
            if build.planned is None and "planner" in self.run.request:
                await self._plan(writer)
            finish_reason = await self._write_answer(writer)
            if await self._end(writer):
                break
        if build.failed and not build.again:
            raise EditsRefusedError("What the model wrote does not fit: nothing was changed.")
        return {"finish_reason": finish_reason}

    async def _plan(self, writer: RunWriter) -> None:
        """Have another model plan what this one writes. It is told in one event, so that whoever
        takes the run up asks at most once more."""
        planner = Planner(self.run, self.run.request["planner"], self._models, self._catalog)
        shown = await self._shown(planner.room_tokens, plan_only=True)
        told = await planner.plan(*shown, self._can_plan, partial(self._note, writer))
        self._meter.planned(**told["usage"])
        writer.emit("build.planned", told)
        await writer.flush()

    async def _write_answer(self, writer: RunWriter) -> str:
        """What is left of it; why it ended."""
        build = self._said.build
        if build.checking or build.checked or build.attempt == TAKEN:
            return "stop"
        try:
            finish_reason, _ = await self._stream(writer)
        except ModelError:
            if build.best is None:
                raise
            await self._take(writer, build.best)
            return "stop"
        return finish_reason

    async def _take(self, writer: RunWriter, best: Fitting) -> None:
        """Go back to an answer that fits, whatever else is wrong with it. In one write, so that
        nobody finds a half of it."""
        writer.emit("message.restarted", {"reason": "an earlier answer is taken as it was"})
        self._meter.again()
        writer.emit(
            "build.started", {"attempt": TAKEN, "branch": self._branch, "commit": best.base}
        )
        self._open_parser()
        writer.delta(best.text, 0)
        self._hear(writer, best.text)
        await writer.flush()

    async def _begin(self, writer: RunWriter) -> None:
        """One more attempt, upon the project as it is now."""
        build = self._said.build
        project = await self._tenant.projects.get(self._project_id)
        commit = tip(project, self._branch)
        started = {"attempt": build.attempt + 1, "branch": self._branch, "commit": commit}
        writer.emit("build.started", started)
        await writer.flush()
        self._history = History(writer.committed_seq, build=build)
        self._open_parser()

    async def _end(self, writer: RunWriter) -> bool:
        """Bring in what was written. False where the model shall try once more."""
        await writer.flush()
        build = self._said.build
        last = self._parse("", closing=True)
        self._untold = () if build.checking or build.checked else last
        turn = self._assembler.turn()
        if self._plans_only or not (turn.edits or turn.faults):
            self._tell_rest(writer)
            return True
        answer = "".join(self._said.text)
        again = build.attempt < ATTEMPTS and answer not in build.failed
        outcome = await bring_in(
            self._tenant,
            self._project_id,
            self._branch,
            self.run.id,
            build.base,
            turn,
            await self._title(),
            Author(self._name, "model@localhost"),
            partial(self._verify, writer),
            strict=again and self._can_go_on(),
        )
        self._tell_rest(writer)
        if isinstance(outcome, Applied):
            checked = build.checked and {name: build.checked[name] for name in ("stages", "why")}
            writer.emit("build.applied", outcome.told | {"checked": checked})
            await writer.flush()
            return True
        fits = isinstance(outcome, Unsound)
        refused = outcome.refused if isinstance(outcome, Unsound) else outcome
        best = None if again or build.attempt == TAKEN else build.best
        usage = {
            "prompt_tokens": self._meter.prompt_tokens,
            "completion_tokens": self._meter.completion_tokens,
        }
        refusal = {"attempt": build.attempt, "again": again or best is not None, "fits": fits}
        reasons = [_reason(each) for each in refused]
        writer.emit("build.refused", refusal | {"reasons": reasons, "usage": usage})
        if best is not None:
            await self._take(writer, best)
        elif again:
            why = "problems were found in it" if fits else "what was written does not fit the files"
            writer.emit("message.restarted", {"reason": why})
            self._meter.again()
        await writer.flush()
        return not again and best is None

    async def _verify(
        self, writer: RunWriter, commit: str, before: Files, after: Files
    ) -> list[Finding]:
        """What is found by running it: once for an attempt, whoever makes it and however often the
        project changes meanwhile."""
        build = self._said.build
        if build.checked is None and self.verifier is not None:
            looking = self.verifier.look(
                self.run.tenant_id, self._project_id, commit, before, after
            )
            async with aclosing(looking) as told:
                async for each in told:
                    self._tell_rest(writer)  # in one write with what proves that it was told
                    if isinstance(each, Checked):
                        writer.emit("build.checked", each.told)
                    else:
                        writer.emit("build.checking", {"stage": each})
            await writer.flush()
        return [Finding(**each) for each in (build.checked or {}).get("findings", ())]

    def _can_go_on(self) -> bool:
        """Whether the budget has one more call in it, which is shown this answer."""
        meter = replace(self._meter)
        meter.again()
        prompt_tokens = self._meter.prompt_tokens + self._meter.completion_tokens
        return self._left(meter, prompt_tokens) >= LEAST_ANSWER

    def _can_plan(self, price: Price, prompt_tokens: int) -> bool:
        """Whether the budget has a plan in it, at this price, and the call that builds it."""
        meter = replace(self._meter)
        meter.planned(prompt_tokens, PLAN_TOKENS, price.usd(prompt_tokens, PLAN_TOKENS))
        return self._left(meter, prompt_tokens + PLAN_TOKENS) >= LEAST_ANSWER

    def _left(self, meter: Meter, prompt_tokens: int) -> int:
        """Of the budget, for the answer to a prompt of so many tokens."""
        assert self._entry is not None  # _make looked it up
        budget = self.run.request.get("budget", {})
        return meter.left(self._entry.price, budget.get("tokens"), budget.get("usd"), prompt_tokens)

    def _tell_rest(self, writer: RunWriter) -> None:
        self._emit(writer, self._untold)
        self._untold = ()

    def _hear(self, writer: RunWriter, text: str) -> None:
        self._emit(writer, self._parse(text))

    def _note(self, writer: RunWriter, notice: Notice) -> None:
        super()._note(writer, notice)
        if notice.kind == "message.restarted":
            self._open_parser()

    def _parse(self, text: str, *, closing: bool = False) -> list[Told]:
        events = self._parser.close() if closing else self._parser.feed(text.encode())
        self._assembler.add(events)
        return self._teller.tell(events)

    def _emit(self, writer: RunWriter, told: Sequence[Told]) -> None:
        for kind, data in told:
            if self._is_told(kind):
                writer.emit(kind, data, patient=True)

    def _is_told(self, kind: str) -> bool:
        if self._plans_only:
            return kind in PLANNING
        return kind != "plan.step" or not self._said.build.planner

    def _temperature(self, settings: Mapping[str, Any]) -> float | None:
        assert self._entry is not None  # _make looked it up
        studio = self._entry.studio
        in_the_dark = studio.knows_protocol and self._said.build.attempt > 1
        return ANOTHER_WAY if in_the_dark else studio.temperature

    async def _prompt(self, settings: Mapping[str, Any], budget_tokens: int) -> Prompt:
        assert self._entry is not None  # _make looked it up
        build = self._said.build
        if self._entry.studio.knows_protocol:
            request = str((await self._conversation())[-1]["content"])
            asked: list[Message] = [{"role": "user", "content": wish(await self._files(), request)}]
            return await self._fitted("", asked, budget_tokens)
        system, history = await self._shown(budget_tokens, plan_only=self._plans_only)
        if build.failed:
            told = reasons(build.reasons)
            history += [
                {"role": "assistant", "content": build.failed[-1]},
                {"role": "user", "content": told},
            ]
        return await self._fitted(system, history, budget_tokens)

    async def _shown(self, room_tokens: int, *, plan_only: bool) -> tuple[str, list[Message]]:
        """What a model is told that did not learn the protocol: the files, then all that was said,
        the request last, with the plan where there is one."""
        history = await self._conversation()
        request = str(history[-1]["content"])
        system = instructions(await self._files(), request, int(FILES_SHARE * room_tokens))
        if plan_only:
            request += PLAN_ONLY
        elif self._said.build.planner:
            request = planned(request, self._said.build.plan)
        history[-1] = {"role": "user", "content": request}
        return system, history

    async def _files(self) -> Files:
        project = await self._tenant.projects.get(self._project_id)
        return await at(self._tenant, project, self._said.build.base)

    async def _fitted(self, system: str, history: Sequence[Message], room_tokens: int) -> Prompt:
        """The prompt, where the build's budget allows it; the answer has what is left."""
        count = self._models.model(self.run.model).count_tokens
        prompt = await fit(system, history, room_tokens, count)
        if "budget" in self.run.request:
            self._bound(prompt.prompt_tokens or await count(prompt.messages))
        return prompt

    def _bound(self, prompt_tokens: int) -> None:
        """Give the answer what is left of the budget after its prompt. Raises BuildBudgetError."""
        left = self._left(self._meter, prompt_tokens)
        if left < LEAST_ANSWER:
            detail = (
                f"The next call takes {prompt_tokens:,} tokens and its answer: more than is left."
            )
            raise BuildBudgetError(f"{detail} Allow more.")
        self._max_tokens = left

    async def _conversation(self) -> list[Message]:
        """All before this answer."""
        self._path = self._path or await self._read_path()
        return [*self._path]

    async def _title(self) -> str:
        request = str((await self._conversation())[-1]["content"])
        line = " ".join(request.split(PLAN_FOLLOWS, 1)[0].split())
        return line if len(line) <= TITLE_CHARS else line[: TITLE_CHARS - 1].rstrip() + "…"

    def _content(self) -> str:
        return self._said.build.summary

    @property
    def _project_id(self) -> str:
        return str(self.run.request["project_id"])

    @property
    def _branch(self) -> str:
        return str(self.run.request.get("branch", MAIN))

    @property
    def _plans_only(self) -> bool:
        return bool(self.run.request.get("plan_only"))

    @property
    def _name(self) -> str:
        return self._entry.name if self._entry else self.run.model


def _reason(refused: Refused) -> dict[str, Any]:
    refusal = refused.refusal
    return {"path": refused.path, "reason": refusal.reason, "lines": [*refusal.lines]}
