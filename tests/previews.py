"""The preview by itself: our pages without an API, and a tab that shows the files it is given.

The tab is the one that "Open in a new tab" opens. It hears of files over a channel between pages
of ours, where here the test speaks for the studio.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from playwright.async_api import Frame, Locator, Page, expect

from actors.studio.templates import template_files
from gateway.edge import Edge
from gateway.routes import pages
from gateway.settings import GatewaySettings

Files = Mapping[str, str]
TEMPLATE: Files = {path: data.decode() for path, data in template_files("react").items()}
PROJECT = "/studio/project"
PAINTED = "performance.getEntriesByName('atelier.preview.painted')"
_SPEAK = f"""files => {{
    window.studio ??= new BroadcastChannel('atelier.preview:{PROJECT}');
    window.heard ??= [];
    studio.onmessage = ({{ data }}) => data.type !== 'hello' && heard.push(data);
    studio.postMessage({{ type: 'files', files: Object.entries(files) }});
}}"""
_WATCH_FRAMES = """() => {
    window.longest = 0;
    let last = performance.now();
    const frame = (now) => {
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}"""
COUNTER = """import { useState } from "react";

export default function App() {
  const [count, setCount] = useState(0);
  return (
    <main>
      <h1>HEADING</h1>
      <p>Count: {count}</p>
      <button onClick={() => setCount(count + 1)}>Add</button>
      <button onClick={() => setCuont(5)}>Break</button>
    </main>
  );
}
"""
FLOOD = """let number = 0;
const timer = setInterval(() => {
  for (let i = 0; i < 100; i++) console.log("number", ++number, { inside: number });
  if (number >= 20000) { clearInterval(timer); document.title = "over"; }
}, 10);
"""
RESPONSIVE_MS = 1_000.0
"""Between two frames of our page, whatever an app does."""


def app(code: str) -> Files:
    """The template with this src/App.tsx."""
    return {**TEMPLATE, "src/App.tsx": code}


def counter(heading: str) -> dict[str, str]:
    """An app that counts clicks, and whose other button breaks it."""
    return dict(app(COUNTER.replace("HEADING", heading)))


@contextlib.asynccontextmanager
async def preview_site() -> AsyncGenerator[str]:
    """The address of a server that has the web client's files, and no more."""
    site = FastAPI()
    pages.install(site, Path(GatewaySettings().web_root))
    site.add_middleware(Edge, max_body_bytes=2**20, larger={})
    server = uvicorn.Server(uvicorn.Config(site, port=0, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await serving


class PreviewTab:
    """One tab with a preview."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.app = page.frame_locator(".preview-frame:not(.waiting)")
        self.notice = page.locator(".preview-notice")
        self.console = page.get_by_role("region", name="Console")
        self.rows = self.console.locator(".console-row")

    async def open(self, site: str) -> "PreviewTab":
        await self.page.goto(f"{site}/preview-window#{PROJECT}")
        await expect(self.page.get_by_role("region", name="Preview")).to_be_visible()
        return self

    async def show(self, files: Files) -> None:
        """What the studio has now."""
        await self.page.evaluate(_SPEAK, dict(files))

    async def show_heading(self, files: Files, heading: str) -> None:
        """Show them, until the app has this heading and takes clicks."""
        await self.show(files)
        await expect(self.app.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        await self.takes_clicks()

    async def takes_clicks(self) -> None:
        """Until the app that is shown does."""
        await expect(self.page.locator(".preview-frame:not(.waiting):not([inert])")).to_be_visible()

    async def open_console(self) -> None:
        toggle = self.console.locator(".console-toggle")
        if await toggle.get_attribute("aria-expanded") == "false":
            await toggle.click()

    def row(self, text: str) -> Locator:
        return self.rows.filter(has_text=text)

    async def heard(self) -> list[dict[str, Any]]:
        """What the preview has asked of the studio, once."""
        said: list[dict[str, Any]] = await self.page.evaluate("heard.splice(0)")
        return said

    async def repaints_ms(self) -> list[float]:
        """From a change until it was on the screen, for each so far."""
        times: list[float] = await self.page.evaluate(
            f"{PAINTED}.map(({{ duration }}) => duration)"
        )
        return times

    async def watch_frames(self) -> None:
        """From here on, note the longest time between two frames of our page."""
        await self.page.evaluate(_WATCH_FRAMES)

    async def longest_frame_ms(self) -> float:
        longest: float = await self.page.evaluate("window.longest")
        return longest

    async def document(self) -> Frame:
        """The app's own."""
        handle = await self.page.locator(".preview-frame:not(.waiting)").element_handle()
        assert handle is not None
        frame = await handle.content_frame()
        assert frame is not None
        return frame
