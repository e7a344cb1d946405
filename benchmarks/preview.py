"""How soon the studio's preview shows an app, and what a flood of its messages costs the page.

One small app of each kind that the demo coder knows, in Chromium, with nothing but our own files:

- cold: a tab is opened and given files; the clock runs from there, so WebAssembly is compiled too;
- first paint: the files of an app it has not seen reach a page whose bundler runs;
- repaint: one line of it changes, some times; and a line of its style sheet.

The page's own clock is read, from the change of the files until a frame with the new app was
drawn. Then an app logs 10,000 messages a second, of which the page keeps 2,000.
"""

import asyncio
import re
import shutil
import time
from itertools import pairwise
from typing import Any

import uvloop
from matplotlib.figure import Figure
from playwright.async_api import Page, async_playwright, expect

from benchmarks import plots
from benchmarks.report import Claim, Report, Table
from benchmarks.stats import curve, median, quantile
from serve.demo.studio.kinds import KINDS
from serve.demo.studio.options import Kind
from tests.previews import PreviewTab, app, preview_site

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
COLD, FIRST, CODE, STYLE = "cold", "first paint", "repaint, code", "repaint, style"
FIRST_GOAL_MS, REPAINT_GOAL_MS, FRAME_GOAL_MS = 1000.0, 300.0, 200.0
PATIENCE_MS = 60_000
A_SECOND = 10_000
KEPT = 2_000
NEWEST = "(text) => [...document.querySelectorAll('.console-row')].at(-1)?.innerText.includes(text)"
FLOOD = """
let number = 0;
const began = performance.now();
const timer = setInterval(() => {
  const due = Math.min(TOTAL, ((performance.now() - began) / 1000) * 10000);
  while (number < due) console.log("number", ++number, { inside: number });
  if (number >= TOTAL) { clearInterval(timer); document.title = "over"; }
}, 10);
export default function App() { return <h1>Flood</h1>; }
"""


def run(quick: bool) -> Report:
    kinds = KINDS[:2] if quick else KINDS
    return _report(
        *uvloop.run(_measure(kinds, edits=2 if quick else 10, flood_s=1 if quick else 10))
    )


async def _measure(
    kinds: tuple[Kind, ...], edits: int, flood_s: int
) -> tuple[dict[str, list[float]], dict[str, float]]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    expect.set_options(timeout=PATIENCE_MS)
    took: dict[str, list[float]] = {COLD: [], FIRST: [], CODE: [], STYLE: []}
    async with preview_site() as site, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        for kind in kinds:
            page = await browser.new_page()
            await _one(page, site, kind, edits, took)
            await page.close()
        flood = await _flood(await browser.new_page(), site, flood_s)
        await browser.close()
    return took, flood


async def _one(page: Page, site: str, kind: Kind, edits: int, took: dict[str, list[float]]) -> None:
    began = time.monotonic()
    tab = await PreviewTab(page).open(site)
    await tab.show_heading(app("export default () => <h1>Before</h1>;"), "Before")
    took[COLD].append(1e3 * (time.monotonic() - began))
    source, title = kind.render(kind.defaults), kind.defaults.title
    took[FIRST].append(await _shown(tab, dict(app(source)), 2))
    for edit in range(edits):
        changed = dict(app(source.replace(f"<h1>{title}<", f"<h1>Edit {edit}<")))
        took[CODE].append(await _shown(tab, changed, 3 + edit))
    for edit in range(edits):
        changed["src/style.css"] += f"main {{ outline-width: {edit + 1}px; }}\n"
        took[STYLE].append(await _shown(tab, changed, 3 + edits + edit))


async def _shown(tab: PreviewTab, files: dict[str, str], count: int) -> float:
    """Show them, until that many versions were drawn; ms of the last."""
    await tab.show(files)
    async with asyncio.timeout(PATIENCE_MS / 1e3):
        while len(times := await tab.repaints_ms()) < count:
            await asyncio.sleep(0.02)
    return times[-1]


async def _flood(page: Page, site: str, seconds: int) -> dict[str, float]:
    total = seconds * A_SECOND
    tab = await PreviewTab(page).open(site)
    await tab.open_console()
    await tab.show_heading(app("export default () => <h1>Before</h1>;"), "Before")
    await tab.watch_frames()
    began = time.monotonic()
    await tab.show_heading(app(FLOOD.replace("TOTAL", str(total))), "Flood")
    # A test that looks for a row makes the page compute all of them: not while frames are watched.
    await page.wait_for_function(NEWEST, arg=str(total), polling=200, timeout=PATIENCE_MS)
    took_s = time.monotonic() - began
    longest = await tab.longest_frame_ms()
    dropped = re.sub(r"\D", "", await tab.console.locator(".console-note").inner_text())
    while await tab.console.locator(".console-older").count():
        await tab.console.locator(".console-older").click()
    await expect(tab.rows).to_have_count(KEPT)
    shown = " ".join(await tab.rows.all_inner_texts())
    numbers = [int(each) for each in re.findall(r"number (\d+)", shown)]
    disorder = sum(later <= earlier for earlier, later in pairwise(numbers))
    return {
        "messages": total,
        "a_second": total / took_s,
        "kept": len(numbers),
        "uncounted": total - len(numbers) - int(dropped),
        "out_of_order": disorder,
        "longest_frame_ms": longest,
    }


def _report(took: dict[str, list[float]], flood: dict[str, float]) -> Report:
    claims = [
        Claim("first paint of an app, p95", quantile(took[FIRST], 0.95), FIRST_GOAL_MS, "ms"),
        Claim("edit → repaint, p95", quantile(took[CODE], 0.95), REPAINT_GOAL_MS, "ms"),
        Claim("edit of a style → repaint, p95", quantile(took[STYLE], 0.95), REPAINT_GOAL_MS, "ms"),
        Claim("10,000 messages/s: longest wait for a frame of the page",
              flood["longest_frame_ms"], FRAME_GOAL_MS, "ms"),
        Claim("… kept out of order, or dropped uncounted",
              flood["out_of_order"] + abs(flood["uncounted"]), 0.0, "messages"),
    ]  # fmt: skip
    rows: list[tuple[Any, ...]] = [
        (name, len(ms), median(ms), quantile(ms, 0.95), max(ms)) for name, ms in took.items()
    ]
    table = Table("Until it was drawn", ("what", "times", "p50 ms", "p95 ms", "most ms"), rows)
    flooded = Table("A flood of messages", ("what", "measured"), list(flood.items()))
    return Report(
        "preview", "Live preview", claims, [table, flooded], {"ms": took, "flood": flood},
        lambda figure: _draw(figure, took),
    )  # fmt: skip


def _draw(figure: Figure, took: dict[str, list[float]]) -> None:
    axes = figure.subplots()
    for index, name in enumerate((FIRST, CODE, STYLE)):
        plots.distribution(axes, name, curve(took[name]), index)
    plots.goal(axes, REPAINT_GOAL_MS, "goal of a repaint")
    plots.label(axes, "", x="ms since the files changed")
