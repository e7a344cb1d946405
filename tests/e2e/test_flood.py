"""An app that writes 10,000 lines a second to the console. By itself: it measures times."""

import re

from playwright.async_api import expect

from tests.e2e.chat_page import eventually
from tests.e2e.conftest import Complaints
from tests.previews import FLOOD, RESPONSIVE_MS, PreviewTab, app, counter

SLOWER = 3
"""Times the longest frame while a small app is shown, where that is more: a busy machine."""


async def test_a_flood_of_messages_is_counted_and_kept_in_order(
    preview: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect(".")
    flood = FLOOD + "export default function App() { return <h1>Flood</h1>; }"
    await preview.open_console()
    await preview.watch_frames()
    await preview.show_heading(counter("Calm"), "Calm")
    calm_ms = await preview.longest_frame_ms()
    await preview.watch_frames()
    await preview.show_heading(app(flood), "Flood")
    document = await preview.document()

    async def over() -> bool:
        return await document.title() == "over"

    await eventually(over, "the flood to end")
    await expect(preview.row("number 20000")).to_be_visible()
    assert await preview.longest_frame_ms() < max(RESPONSIVE_MS, SLOWER * calm_ms)
    await expect(preview.rows).to_have_count(200)
    dropped = await preview.console.locator(".console-note").inner_text()
    assert int(re.sub(r"\D", "", dropped)) == 20_000 - 2_000
    shown = await preview.rows.all_inner_texts()
    numbers = [int(found[1]) for text in shown if (found := re.search(r"number (\d+)", text))]
    assert numbers == list(range(20_001 - 200, 20_001))
