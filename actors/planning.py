"""The first stage of a build, where the catalogue names a faster model that plans for another."""

from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Any

from actors.context import Prompt, fit
from actors.meter import Meter
from actors.studio.events import Step
from actors.studio.parser import Parser
from serve.catalog import Catalog
from serve.chat import ChatRequest, Message, Notice, Sampling
from serve.errors import ModelError
from serve.model_entry import Price
from serve.router import ModelRouter
from storage.documents import Run

PLAN_TOKENS = 1_024
"""A plan's length, at most."""
PATIENCE_S = 60.0
"""After this the model that writes the files does without a plan."""


CanPay = Callable[[Price, int], bool]
"""Whether a plan is paid for at this price, its prompt having so many tokens."""


class Planner:
    """Asks `model`, or whatever stands in for it, on behalf of one run."""

    def __init__(self, run: Run, model: str, models: ModelRouter, catalog: Catalog) -> None:
        self._run = run
        self._models = models
        self._catalog = catalog
        self._entry = catalog.get(model, "chat")
        self._meter = Meter()

    @property
    def room_tokens(self) -> int:
        """For the prompt."""
        return self._entry.context_tokens - self._answer_tokens

    async def plan(
        self,
        system: str,
        history: Sequence[Message],
        can_pay: CanPay,
        tell: Callable[[Notice], None],
    ) -> dict[str, Any]:
        """What `build.planned` says of its answer; `why` there is no plan, where it could not make
        one. `tell` is given what a person who waits should know meanwhile."""
        text, why = "", ""
        try:
            count = self._models.model(self._entry.id).count_tokens
            prompt = await fit(system, history, self.room_tokens, count)
            prompt_tokens = prompt.prompt_tokens or await count(prompt.messages)
            if can_pay(self._entry.price, prompt_tokens):
                text = await self._ask(prompt, tell)
            else:
                why = "The budget has no room for it."
        except ModelError as error:
            why = str(error)
        usage = self._meter.usage(self._entry)
        told = {name: usage[name] for name in ("prompt_tokens", "completion_tokens", "cost_usd")}
        return {"model": self._entry.id, "plan": _steps(text), "why": why, "usage": told}

    async def _ask(self, prompt: Prompt, tell: Callable[[Notice], None]) -> str:
        text = ""
        async with aclosing(self._models.stream(self._request(prompt))) as pieces:
            async for piece in pieces:
                if not isinstance(piece, Notice):
                    text += piece.text
                    self._meter.saw(piece)
                    if piece.usage is not None:
                        self._meter.settle(piece.usage)
                elif piece.kind == "message.restarted":
                    text, self._meter.completion_tokens = "", 0
                elif piece.kind == "model.fallback":
                    self._entry = self._catalog.get(piece.data["to"])
                elif piece.kind == "run.waiting":
                    tell(piece)
        return text

    @property
    def _answer_tokens(self) -> int:
        return min(PLAN_TOKENS, self._entry.max_output_tokens)

    def _request(self, prompt: Prompt) -> ChatRequest:
        return ChatRequest(
            request_id=f"{self._run.id}-plan",
            model=self._entry.id,
            messages=prompt.messages,
            sampling=Sampling(
                temperature=self._entry.studio.temperature,
                max_tokens=self._answer_tokens,
            ),
            deadline_s=PATIENCE_S,
            tenant=self._run.tenant_id,
        )


def _steps(text: str) -> list[dict[str, str]]:
    parser = Parser()
    events = [*parser.feed(text.encode()), *parser.close()]
    return [{"path": each.path, "text": each.text} for each in events if isinstance(each, Step)]
