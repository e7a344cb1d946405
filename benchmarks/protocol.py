"""How fast the studio's parser reads an answer, by how it is cut, beside expat on the same bytes.

The answer is one file of source code in the protocol's `<content>`, whose characters expat reads
too (they are escaped for it). Cut into pieces as a network brings them, into a model's few tokens,
and byte by byte. Linear time means that ten times as many bytes take ten times as long.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from matplotlib.figure import Figure

from actors.studio.parser import Parser
from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import median

GOAL_MB_S, GROWTH_GOAL = 20.0, 1.3
PIECES = {"4 KiB": 4096, "64 bytes": 64, "12 bytes, about three tokens": 12, "1 byte": 1}
OURS, PEER = "Atelier", "expat"


def run(quick: bool) -> Report:
    total, rounds = (200_000, 1) if quick else (10_000_000, 5)
    answer, document = _answer(total), _answer(total, escape)
    rates: dict[str, dict[str, float]] = {}
    for name, piece in PIECES.items():
        size = total if piece > 1 else total // 10
        rates[name] = {
            OURS: median([_rate(_parse, answer[:size], piece) for _ in range(rounds)]),
            PEER: median([_rate(_expat, document[:size], piece) for _ in range(rounds)]),
        }
    whole = median([_rate(_parse, answer, 4096) for _ in range(rounds)])
    tenth = median([_rate(_parse, answer[: total // 10], 4096) for _ in range(rounds)])
    return _report(rates, tenth / whole, total)


def _answer(size: int, write: Callable[[str], str] = str) -> bytes:
    """About so many bytes: this repository's own sources, over and over."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    code = "".join(path.read_text() for path in sources).replace("<content>", "")
    code = code.replace("</content>", "")
    text = write(code * (size // len(code) + 1))[:size]
    if write is not str:
        text = text[: text.rfind("\n")]
    return f'<file path="a.py"><content>\n{text}\n</content></file>\n'.encode()


def _parse(pieces: list[bytes]) -> None:
    parser = Parser()
    for piece in pieces:
        parser.feed(piece)


def _expat(pieces: list[bytes]) -> None:
    """With an event for each line, as ours."""
    parser = expat.ParserCreate()
    found: list[str] = []
    parser.StartElementHandler = lambda name, _attributes: found.append(name)
    parser.CharacterDataHandler = found.append
    for piece in pieces:
        parser.Parse(piece, False)


def _rate(parse: Callable[[list[bytes]], None], data: bytes, piece: int) -> float:
    """MB/s of processor time."""
    pieces = [data[at : at + piece] for at in range(0, len(data), piece)]
    started = time.process_time()
    parse(pieces)
    return len(data) / 1e6 / (time.process_time() - started)


def _report(rates: Mapping[str, Mapping[str, float]], growth: float, total: int) -> Report:
    def draw(made: Figure) -> None:
        axes = made.subplots()
        values = {who: [rate[who] for rate in rates.values()] for who in (OURS, PEER)}
        plots.bars(axes, list(rates), values, "{:.1f}")
        axes.axhline(GOAL_MB_S, color=plots.GOAL, linewidth=1)
        axes.set_ylabel("MB/s of processor time")
        axes.set_yscale("log")
        axes.legend(frameon=False)

    rows = [(name, rate[OURS], rate[PEER], rate[OURS] / rate[PEER]) for name, rate in rates.items()]
    return Report(
        name="protocol",
        title="The studio's parser",
        claims=[
            Claim("10 MB in pieces of 4 KiB", rates["4 KiB"][OURS], GOAL_MB_S, "MB/s", False),
            Claim("a byte of 10 MB beside a byte of 1 MB", growth, GROWTH_GOAL, "×"),
        ],
        tables=[Table(f"{total / 1e6:g} MB", ("pieces", "MB/s", "expat MB/s", "ratio"), rows)],
        data={"rates_mb_s": rates, "growth": growth},
        draw=draw,
    )
