"""An app that writes 10,000 lines a second to the console. By itself: it measures times."""

import re

from playwright.async_api import expect

from tests.e2e.chat_page import eventually
from tests.e2e.conftest import Complaints
from tests.e2e.test_preview import FLOOD, RESPONSIVE_MS, counter, offline, site, tab
from tests.previews import PreviewTab, app

__all__ = ["offline", "site", "tab"]

SLOWER = 3
"""Times the longest frame while a small app is shown, where that is more: a busy machine."""


async def test_a_flood_of_messages_is_counted_and_kept_in_order(
    tab: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect(".")
    flood = FLOOD + "export default function App() { return <h1>Flood</h1>; }"
    await tab.open_console()
    await tab.watch_frames()
    await tab.show_heading(counter("Calm"), "Calm")
    calm_ms = await tab.longest_frame_ms()
    await tab.watch_frames()
    await tab.show_heading(app(flood), "Flood")
    document = await tab.document()

    async def over() -> bool:
        return await document.title() == "over"

    await eventually(over, "the flood to end")
    await expect(tab.row("number 20000")).to_be_visible()
    assert await tab.longest_frame_ms() < max(RESPONSIVE_MS, SLOWER * calm_ms)
    dropped = await tab.console.locator(".console-note").inner_text()
    assert int(re.sub(r"\D", "", dropped)) == 20_000 - 2_000
    shown = await tab.rows.all_inner_texts()
    numbers = [int(found[1]) for text in shown if (found := re.search(r"number (\d+)", text))]
    assert numbers == list(range(20_001 - len(numbers), 20_001))
