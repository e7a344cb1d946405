"""An answer that changes a project: the model's protocol → events, then one commit or reasons.

The raw answer is the run's text, as of every answer; what its parser reads in it is told beside it,
in the same write. So whoever takes the run up feeds the parser what is stored, and goes on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from actors.agent_session import AgentSession
from actors.context import Prompt, fit
from actors.errors import BuildBudgetError, EditsRefusedError
from actors.project_turn import Applied, at, bring_in
from actors.run_log import RunWriter
from actors.session import Past
from actors.snapshots import History
from actors.studio.edits import Assembler
from actors.studio.parser import Parser
from actors.studio.prompt import PLAN_ONLY, instructions, reasons, wish
from actors.studio.telling import Teller, Told
from actors.studio.turn import Refused
from serve.chat import Message, Notice
from storage.events import EventChunk
from storage.git import MAIN, Author

ATTEMPTS = 3
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
    """Writes one answer that changes the project `project_id` of the run's request."""

    def _open_parser(self) -> None:
        self._parser, self._assembler, self._teller = Parser(), Assembler(), Teller()

    def _recall(self, chunks: Sequence[EventChunk]) -> Past:
        past = super()._recall(chunks)
        build = self._said.build
        self._meter.earlier_prompt_tokens = build.prompt_tokens
        self._meter.earlier_completion_tokens = build.completion_tokens
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
            finish_reason, _ = await self._stream(writer)
            if await self._end(writer):
                break
        if build.failed and not build.again:
            raise EditsRefusedError("What the model wrote does not fit: nothing was changed.")
        return {"finish_reason": finish_reason}

    async def _begin(self, writer: RunWriter) -> None:
        """One more attempt, upon the project as it is now."""
        build = self._said.build
        project = await self._tenant.projects.get(self._project_id)
        started = {"attempt": build.attempt + 1, "commit": project.branches[MAIN]}
        writer.emit("build.started", started)
        await writer.flush()
        self._history = History(writer.committed_seq, build=build)
        self._open_parser()

    async def _end(self, writer: RunWriter) -> bool:
        """Bring in what was written. False where the model shall try once more."""
        await writer.flush()
        last = self._parse("", closing=True)
        turn = self._assembler.turn()
        if self._plans_only or not (turn.edits or turn.faults):
            self._emit(writer, last)
            return True
        build = self._said.build
        outcome = await bring_in(
            self._tenant,
            self._project_id,
            self.run.id,
            build.base,
            turn,
            await self._title(),
            Author(self._name, "model@localhost"),
            strict=build.attempt < ATTEMPTS,
        )
        self._emit(writer, last)
        if isinstance(outcome, Applied):
            writer.emit("build.applied", outcome.told)
            await writer.flush()
            return True
        answer = "".join(self._said.text)
        again = build.attempt < ATTEMPTS and answer not in build.failed
        told = [_reason(refused) for refused in outcome]
        usage = {
            "prompt_tokens": self._meter.prompt_tokens,
            "completion_tokens": self._meter.completion_tokens,
        }
        refusal = {"attempt": build.attempt, "again": again, "reasons": told, "usage": usage}
        writer.emit("build.refused", refusal)
        if again:
            writer.emit("message.restarted", {"reason": "what was written does not fit the files"})
            self._meter.again()
        await writer.flush()
        return not again

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
            if not self._plans_only or kind in PLANNING:
                writer.emit(kind, data, patient=True)

    def _temperature(self, settings: Mapping[str, Any]) -> float | None:
        assert self._entry is not None  # _make looked it up
        studio = self._entry.studio
        in_the_dark = studio.knows_protocol and self._said.build.attempt > 1
        return ANOTHER_WAY if in_the_dark else studio.temperature

    async def _prompt(self, settings: Mapping[str, Any], budget_tokens: int) -> Prompt:
        assert self._entry is not None  # _make looked it up
        build = self._said.build
        project = await self._tenant.projects.get(self._project_id)
        files = await at(self._tenant, project, build.base)
        history = await self._conversation()
        request = str(history[-1]["content"])
        if self._entry.studio.knows_protocol:
            asked: list[Message] = [{"role": "user", "content": wish(files, request)}]
            return await self._fitted("", asked, budget_tokens)
        system = instructions(files, request, int(FILES_SHARE * budget_tokens))
        if self._plans_only:
            history[-1] = {"role": "user", "content": request + PLAN_ONLY}
        if build.failed:
            told = reasons(build.reasons)
            history += [
                {"role": "assistant", "content": build.failed[-1]},
                {"role": "user", "content": told},
            ]
        return await self._fitted(system, history, budget_tokens)

    async def _fitted(self, system: str, history: Sequence[Message], room_tokens: int) -> Prompt:
        """The prompt, where the build's budget allows it; the answer has what is left."""
        count = self._models.model(self.run.model).count_tokens
        prompt = await fit(system, history, room_tokens, count)
        if "budget" in self.run.request:
            self._bound(prompt.prompt_tokens or await count(prompt.messages))
        return prompt

    def _bound(self, prompt_tokens: int) -> None:
        """Give the answer what is left of the budget after its prompt. Raises BuildBudgetError."""
        assert self._entry is not None  # _make looked it up
        budget, price = self.run.request.get("budget", {}), self._entry.price
        left = self._meter.left(price, budget.get("tokens"), budget.get("usd"), prompt_tokens)
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
        line = " ".join(str((await self._conversation())[-1]["content"]).split())
        return line if len(line) <= TITLE_CHARS else line[: TITLE_CHARS - 1].rstrip() + "…"

    def _content(self) -> str:
        return self._said.build.summary

    @property
    def _project_id(self) -> str:
        return str(self.run.request["project_id"])

    @property
    def _plans_only(self) -> bool:
        return bool(self.run.request.get("plan_only"))

    @property
    def _name(self) -> str:
        return self._entry.name if self._entry else self.run.model


def _reason(refused: Refused) -> dict[str, Any]:
    refusal = refused.refusal
    return {"path": refused.path, "reason": refusal.reason, "lines": [*refusal.lines]}
