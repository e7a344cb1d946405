"""Models that share a GPU: who leaves for whom, and when."""

from dataclasses import dataclass, field

from serve.scheduling.scaling import Load
from serve.scheduling.swapping import SETTLE_S, Resident, Swapper

TURN_S = 30.0
IDLE = Load(0, 0, 0.0)
BUSY = Load(1, 0, 0.0)
WANTED = Load(0, 2, 100.0)


def up(model: str, load: Load = IDLE, *, pinned: bool = False, on_gpu: bool = True) -> Resident:
    return Resident(model, 1, load, on_gpu, pinned, TURN_S)


def down(model: str, load: Load = BUSY) -> Resident:
    return Resident(model, 0, load, True, False, TURN_S)


def test_nobody_leaves_while_there_is_room() -> None:
    assert Swapper().decide([up("a"), down("b")], (), 0.0) == frozenset()


def test_an_idle_model_leaves_at_once_the_least_recently_used_first() -> None:
    swapper = Swapper()
    swapper.decide([up("a", BUSY), up("b", IDLE), up("c", IDLE)], (), 0.0)
    swapper.decide([up("a", IDLE), up("b", BUSY), up("c", BUSY)], (), 1.0)
    residents = [up("a"), up("b"), up("c"), down("d")]
    assert swapper.decide(residents, {"d"}, 2.0) == {"a"}


def test_it_may_come_back_once_the_other_has_its_place() -> None:
    swapper = Swapper()
    assert swapper.decide([up("a"), down("b")], {"b"}, 0.0) == {"a"}
    assert swapper.decide([down("a", WANTED), down("b")], {"b"}, 1.0) == {"a"}
    assert swapper.decide([down("a", WANTED), down("b")], (), 2.0) == frozenset()


def test_one_at_a_time_leaves_and_another_only_when_that_was_not_enough() -> None:
    swapper = Swapper()
    residents = [up("a", BUSY), up("c"), down("b")]
    assert swapper.decide(residents, {"b"}, 0.0) == {"c"}
    assert swapper.decide([up("a", BUSY), up("c"), down("b")], {"b"}, 1.0) == {"c"}
    residents = [up("a"), down("c", IDLE), down("b")]
    assert swapper.decide(residents, {"b"}, 2.0) == {"a", "c"}


def test_a_model_at_work_leaves_after_its_turn_and_finishes_before() -> None:
    swapper = Swapper()
    both = [up("a", BUSY), down("b")]
    assert swapper.decide(both, (), 0.0) == frozenset()
    assert swapper.decide(both, {"b"}, TURN_S - 1) == frozenset()
    assert swapper.decide(both, {"b"}, TURN_S) == {"a"}
    # Its replica takes no more, but has something to finish: nobody else need leave.
    leaving = [down("a", BUSY), up("c"), down("b")]
    assert swapper.decide(leaving, {"b"}, TURN_S + 1) == {"a"}
    assert swapper.decide([down("a", IDLE), up("c"), down("b")], {"b"}, TURN_S + 2) == {"a"}
    gone = TURN_S + 1 + SETTLE_S
    assert swapper.decide([down("a", IDLE), up("c"), down("b")], {"b"}, gone) == {"a", "c"}


def test_nobody_at_work_leaves_for_what_nobody_waits_for() -> None:
    swapper = Swapper()
    for now_s in (0.0, 2 * TURN_S):
        assert swapper.decide([up("a", BUSY), down("b", IDLE)], {"b"}, now_s) == frozenset()
    more = Resident("b", 1, BUSY, on_gpu=True, pinned=False, turn_s=TURN_S)
    assert swapper.decide([up("a", BUSY), more], {"b"}, 3 * TURN_S) == frozenset()


def test_the_pinned_and_those_that_are_elsewhere_stay() -> None:
    residents = [up("a", pinned=True), up("b", on_gpu=False), down("c")]
    assert Swapper().decide(residents, {"c"}, 0.0) == frozenset()


@dataclass
class Card:
    """One GPU with room for one model; a model takes a while to load and finishes at once."""

    waiting: dict[str, int]
    swapper: Swapper = field(default_factory=Swapper)
    up: str | None = None
    ready_s: float = 0.0
    served: list[str] = field(default_factory=list)
    queue: dict[str, None] = field(default_factory=dict)
    """Those that want up and are not, the first first, as Ray takes them."""

    def second(self, now_s: float) -> None:
        def load(model: str) -> Load:
            return Load(0, self.waiting[model], 100.0 * self.waiting[model])

        wanted = [model for model in self.waiting if self.waiting[model]]
        ready = self.up is not None and now_s >= self.ready_s
        residents = [
            Resident(model, int(ready and model == self.up), load(model), True, False, TURN_S)
            for model in self.waiting
        ]
        leaving = self.swapper.decide(residents, self.queue.keys(), now_s)
        if self.up in leaving or self.up not in self.waiting:
            self.up = None
        may = [model for model in wanted if model not in leaving and model != self.up]
        self.queue = {m: None for m in self.queue if m in may} | dict.fromkeys(may)
        if self.up is None and self.queue:
            self.up, self.ready_s = next(iter(self.queue)), now_s + 10
            del self.queue[self.up]
        elif ready and self.up is not None and self.waiting[self.up]:
            self.waiting[self.up] -= 1
            self.served.append(self.up)


def test_models_with_endless_work_take_turns() -> None:
    card = Card({"a": 10_000, "b": 10_000, "c": 10_000})
    for second in range(1200):
        card.second(float(second))
    turns = {model: card.served.count(model) for model in card.waiting}
    assert min(turns.values()) > 0.8 * max(turns.values()), turns
    assert len(card.served) > 0.6 * 1200, "most of the time goes into work, not into loading"
