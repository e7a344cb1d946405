"""How much GPU time each tenant may have in a day (UTC): reserved before, settled after. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(slots=True)
class _Account:
    limit_ms: float | None = None
    spent_ms: float = 0.0
    reserved_ms: float = 0.0


class Budgets:
    """Amounts are GPU-milliseconds. What runs when a budget ends is not cut: it was reserved, and
    what it needs beyond that is spent all the same. `now` gives the time in UTC."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._day = now().date()
        self._accounts: dict[str, _Account] = {}

    @property
    def day(self) -> date:
        """The day that is being counted."""
        self._turn()
        return self._day

    @property
    def spent(self) -> dict[str, float]:
        """What each tenant has used of the day."""
        self._turn()
        return {tenant: account.spent_ms for tenant, account in self._accounts.items()}

    def limit(self, tenant: str) -> float | None:
        return self._account(tenant).limit_ms

    def set_limit(self, tenant: str, limit_ms: float | None) -> None:
        """From now on; None is without end."""
        self._account(tenant).limit_ms = limit_ms

    def fits(self, tenant: str, cost_ms: float) -> bool:
        """Whether so much is left, and not reserved."""
        account = self._account(tenant)
        free_ms = (account.limit_ms or 0.0) - account.spent_ms - account.reserved_ms
        return account.limit_ms is None or cost_ms <= free_ms

    def reserve(self, tenant: str, cost_ms: float) -> None:
        self._account(tenant).reserved_ms += cost_ms

    def settle(self, tenant: str, reserved_ms: float, spent_ms: float) -> None:
        """What was reserved ends as what was really used."""
        account = self._account(tenant)
        account.reserved_ms -= reserved_ms
        account.spent_ms += spent_ms

    def restore(self, day: date, spent: Mapping[str, float]) -> None:
        """Go on from what was spent, where it was today."""
        if day == self.day:
            for tenant, spent_ms in spent.items():
                self._account(tenant).spent_ms = spent_ms

    def next_day_s(self) -> float:
        """Seconds until every budget is whole again."""
        now = self._now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        return (tomorrow - now).total_seconds()

    def _account(self, tenant: str) -> _Account:
        self._turn()
        return self._accounts.setdefault(tenant, _Account())

    def _turn(self) -> None:
        if (today := self._now().date()) != self._day:
            self._day = today
            for account in self._accounts.values():
                account.spent_ms = 0.0
