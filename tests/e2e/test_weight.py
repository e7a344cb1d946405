"""How much JavaScript a chat costs."""

import gzip

from playwright.async_api import BrowserContext, expect

from gateway.settings import GatewaySettings
from tests.e2e.author import Author
from tests.e2e.chat_page import ChatPage
from tests.e2e.wire import Wire

BUDGET = 90_000


async def test_a_chat_loads_at_most_90_kb(
    context: BrowserContext, wire: Wire, author: Author
) -> None:
    """Everything that the browser asked for, worker and highlighter too, each counted once."""
    author.tell("```python\ndef add(a, b):\n    return a + b\n```\n")
    chat = await ChatPage(await context.new_page()).open(wire.url)
    await chat.ask("Write a function")
    await expect(chat.answers.locator("pre code span").first).to_be_visible()

    scripts = {path for path in wire.requested if path.endswith(".js")}
    for name in ("index", "worker", "highlighter", "python"):
        assert any(f"/{name}-" in path for path in scripts), f"{name} was not loaded"
    root = GatewaySettings().web_root
    sizes = {path: len(gzip.compress((root / path[1:]).read_bytes())) for path in scripts}
    assert sum(sizes.values()) <= BUDGET, sizes
    assert all(count == 1 for path, count in wire.requested.items() if path in scripts)
