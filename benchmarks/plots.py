"""Plots as SVG, readable on a light page and on a dark one.

The background is transparent, text and axes are a grey with about the same contrast to white
and to black, and the colours follow Okabe and Ito's, which colour-blind people tell apart
(https://jfly.uni-koeln.de/color/).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import LogFormatter

INK = "#7d8590"
COLORS = ("#0085d0", "#e69f00", "#00a67d", "#cc79a7", "#a09a30")
GOAL = "#d55e00"
STYLE: dict[Any, Any] = {
    "font.size": 10,
    "font.family": "sans-serif",
    "svg.fonttype": "none",
    "svg.hashsalt": "atelier",
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def figure(title: str) -> Figure:
    matplotlib.rcParams.update(STYLE)
    made = Figure(figsize=(9, 4.2), layout="constrained")
    made.suptitle(title, color=INK, fontsize=12)
    return made


def write(made: Figure, path: Path) -> None:
    made.savefig(path, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    # matplotlib ends some lines with a space
    path.write_text("\n".join(line.rstrip() for line in path.read_text().splitlines()) + "\n")


def bars(
    axes: Axes, groups: Sequence[str], values: Mapping[str, Sequence[float]], number: str = "{:.0f}"
) -> None:
    """Bars side by side: one group for each of `groups`, in it one bar for each name."""
    width = 0.8 / len(values)
    for index, (name, heights) in enumerate(values.items()):
        places = [place + (index - (len(values) - 1) / 2) * width for place in range(len(groups))]
        drawn = axes.bar(places, heights, width * 0.92, label=name, color=COLORS[index])
        axes.bar_label(drawn, fmt=number, fontsize=7, color=INK, padding=1)
    axes.set_xticks(range(len(groups)), groups)
    axes.margins(y=0.15)


def distribution(axes: Axes, name: str, values: Sequence[float], index: int) -> None:
    """The share of `values` at or below each value."""
    ordered = sorted(values)
    shares = [(place + 1) / len(ordered) for place in range(len(ordered))]
    axes.plot(ordered, shares, label=name, color=COLORS[index], linewidth=1.8)
    axes.set_ylim(0, 1.02)
    axes.set_ylabel("share at or below")


def goal(axes: Axes, value: float, text: str) -> None:
    """An upright dashed line at a goal."""
    axes.axvline(value, color=GOAL, linestyle="--", linewidth=1.2, label=text)


def goal_of_group(axes: Axes, group: int, value: float, text: str) -> None:
    """A dashed line at a goal, over one group of `bars`."""
    ends = (group - 0.48, group + 0.48)
    axes.plot(ends, (value, value), color=GOAL, linestyle="--", linewidth=1.4, label=text)


def log_axis(axis: Axis) -> None:
    """A logarithmic axis whose numbers are written out."""
    scale = axis.axes.set_xscale if axis is axis.axes.xaxis else axis.axes.set_yscale
    scale("log")
    axis.set_major_formatter("{x:g}")
    axis.set_minor_formatter(LogFormatter(minor_thresholds=(2, 0.6)))


def label(axes: Axes, title: str, x: str = "", y: str = "") -> None:
    """Title, axes' names and, below them, the legend."""
    axes.set_title(title, fontsize=10)
    axes.grid(color=INK, alpha=0.25, linewidth=0.6)
    axes.set_axisbelow(True)
    if x:
        axes.set_xlabel(x)
    if y:
        axes.set_ylabel(y)
    below = (0.5, -0.2 if x else -0.1)
    axes.legend(fontsize=8, frameon=False, loc="upper center", bbox_to_anchor=below, ncols=3)
