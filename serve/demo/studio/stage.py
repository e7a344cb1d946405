"""Runs apps: bundled by esbuild in one node process, opened in one Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actors.studio.templates import template_files

WEB = Path(__file__).parents[3] / "web"
BUNDLER = Path(__file__).parent / "bundle.mjs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PATIENCE_MS = 10_000
MOST_BUTTONS = 12
LOOK = """() => {
  const fields = [...document.querySelectorAll("input, textarea")];
  const texts = fields.flatMap(({ value, placeholder }) => [value, placeholder ?? ""]);
  const accent = (found) => found && getComputedStyle(found).getPropertyValue("--accent").trim();
  return {
    words: [document.body.innerText, ...texts].join("\\n"),
    accent: accent(document.querySelector("main")),
    buttons: [...document.querySelectorAll("button")].map(accent),
    dark: document.querySelector("main.dark") !== null,
  };
}"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title>
<script>addEventListener("error", () => {{ window.failed = true; }});</script>
<style>{style}</style></head><body><div id="root"></div></body></html>"""
START = """
const { createRoot } = window.shared["react-dom/client"];
const { jsx } = window.shared["react/jsx-runtime"];
createRoot(document.getElementById("root")).render(jsx(app.default, {}));
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows at first, and what went wrong until all its buttons were pressed.

    `accent` and `buttons` are colours as the style sheet writes them.
    """

    errors: tuple[str, ...]
    words: str = ""
    accent: str = ""
    buttons: tuple[str, ...] = ()
    dark: bool = False


class Stage:
    """The running bundler and browser."""

    def __init__(self, bundler: subprocess.Popen[str], browser: Any) -> None:
        self._bundler = bundler
        self._react = self._answer()["code"]
        self._page = PAGE.format(style=template_files("react")["src/style.css"].decode())
        self._context = browser.new_context()

    def run(self, source: str) -> Seen:
        """The app with this src/App.tsx, with its buttons pressed and its fields filled."""
        built = self._bundle(source)
        if "error" in built:
            return Seen((built["error"],))
        page = self._context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(f"{error.name}: {error.message}"))
        page.on(
            "console",
            lambda message: errors.append(message.text) if message.type == "error" else None,
        )
        try:
            page.set_content(self._page)
            page.add_script_tag(content=self._react)
            page.add_script_tag(content=built["code"] + START)
            page.wait_for_function("() => document.querySelector('main') || window.failed")
            seen = page.evaluate(LOOK)
            _use(page)
            page.evaluate("() => new Promise(requestAnimationFrame)")
        finally:
            page.close()
        return Seen(
            tuple(errors), seen["words"], seen["accent"] or "", tuple(seen["buttons"]), seen["dark"]
        )

    def _bundle(self, source: str) -> dict[str, str]:
        assert self._bundler.stdin is not None
        self._bundler.stdin.write(json.dumps(source) + "\n")
        self._bundler.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, str]:
        assert self._bundler.stdout is not None
        answer: dict[str, str] = json.loads(self._bundler.stdout.readline())
        return answer


def _use(page: Any) -> None:
    """Fill what is to be filled and press every button, as a person would who tries an app."""
    page.evaluate(
        """(most) => {
          for (const field of document.querySelectorAll("input:not([type]), textarea"))
            field.value = "Something new";
          for (const button of [...document.querySelectorAll("button")].slice(0, most))
            button.click();
        }""",
        MOST_BUTTONS,
    )


@contextmanager
def open_stage() -> Iterator[Stage]:
    """A stage that is closed afterwards. Needs `web/node_modules`, node and Chromium."""
    from playwright.sync_api import sync_playwright  # only the evaluation needs a browser

    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    command = ["node", str(BUNDLER), str(WEB)]
    with (
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as bundler,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield Stage(bundler, browser)
        finally:
            browser.close()
            bundler.terminate()
