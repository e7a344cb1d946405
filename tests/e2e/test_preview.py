"""The studio's preview: apps run in the browser, offline, and can do nothing to the page."""

import asyncio
import json
import re
from pathlib import Path

import httpx
import pytest
from playwright.async_api import BrowserContext, expect

from tests.e2e.author import Author
from tests.e2e.chat_page import eventually
from tests.e2e.conftest import Complaints, NewContext
from tests.e2e.test_accessibility import PHONE, violations
from tests.previews import COUNTER, FLOOD, PreviewTab, app, counter
from tests.providers import Behaviour
from tests.system import System


async def test_an_app_runs_and_follows_its_files(preview: PreviewTab, offline: list[str]) -> None:
    files = counter("One")
    await preview.show_heading(files, "One")
    await preview.app.get_by_role("button", name="Add").click()
    await expect(preview.app.get_by_text("Count: 1")).to_be_visible()

    files["src/style.css"] = "h1 { color: rgb(1, 2, 3); }"
    await preview.show(files)
    heading = preview.app.get_by_role("heading")
    await expect(heading).to_have_css("color", "rgb(1, 2, 3)")
    await expect(preview.app.get_by_text("Count: 1")).to_be_visible()

    await preview.show_heading({**files, **counter("Two")}, "Two")
    await expect(preview.app.get_by_text("Count: 1")).to_be_visible()
    assert offline == []


async def test_components_keep_their_state_where_it_fits(
    preview: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect("nmes is not defined")
    code = """import { memo, useEffect, useReducer, useState } from "react";
const Row = memo(({ name }) => {
  const [count, add] = useReducer((count) => count + 1, 0);
  return <li><button onClick={add}>{name}</button> <b>{name} has {count}</b></li>;
});
function Box() {
  const [open, setOpen] = useState(false);
  const [made] = useState(() => new Map());
  return <>
    <button onClick={() => setOpen(!open)}>Box</button>
    {open && <ul><Row key="c" name="Cherry" /></ul>}
  </>;
}
export default function App() {
  const [names, setNames] = useState(["Apple"]);
  const [start, setStart] = useState(START);
  useEffect(() => { document.title = names.join(); }, [names]);
  return <>
    <h1>HEADING</h1>
    <button onClick={() => setNames([...names, "Berry"])}>More</button>
    <button onClick={() => setStart(start + 1)}>Start</button>
    <p>Starts at {start}</p>
    <ul>{names.map((name) => <Row key={name} name={name} />)}</ul>
    <Box />
  </>;
}
"""

    def version(heading: str, start: int = 1) -> dict[str, str]:
        return dict(app(code.replace("HEADING", heading).replace("START", str(start))))

    async def shows(*texts: str) -> None:
        for text in texts:
            await expect(preview.app.get_by_text(text, exact=True)).to_be_visible()

    await preview.show_heading(version("One"), "One")
    for button in ("More", "Berry", "Berry", "Start", "Box", "Cherry"):
        await preview.app.get_by_role("button", name=button).click()
    everything = ("Apple has 0", "Berry has 2", "Cherry has 1")
    await shows(*everything, "Starts at 2")
    await preview.show_heading(version("Two"), "Two")
    await shows(*everything, "Starts at 2")
    await preview.show_heading(version("Three", start=5), "Three")
    await shows(*everything, "Starts at 5")

    broken = version("Four", start=5)
    broken["src/App.tsx"] = broken["src/App.tsx"].replace("{names.map", "{nmes.map")
    await preview.show(broken)
    await expect(preview.notice).to_contain_text("nmes is not defined")
    await preview.show_heading(version("Four", start=5), "Four")
    await shows(*everything)

    await preview.page.get_by_role("button", name="Start the app again").click()
    await shows("Apple has 0", "Starts at 5")
    await expect(preview.app.get_by_text("Berry has")).to_have_count(0)


async def test_what_stays_when_code_changes(preview: PreviewTab) -> None:
    code = """import { useState } from "react";
const kept = localStorage.getItem("name") ?? "";
export default function App() {
  const [name, setName] = useState(kept);
  const keep = (to) => { setName(to); localStorage.setItem("name", to); };
  return (
    <main style={{ height: 5000 }}>
      <h1>HEADING</h1>
      <p>Kept: {kept}, at {location.hash}</p>
      <label>Name <input value={name} onChange={(event) => keep(event.target.value)} /></label>
      <a href="#there">There</a>
      <button onClick={() => location.reload()}>Reload</button>
    </main>
  );
}
"""
    await preview.show_heading(app(code.replace("HEADING", "One")), "One")
    await preview.app.get_by_role("link").click()
    await preview.app.get_by_role("textbox").click()
    await preview.page.keyboard.type("Ann")
    await (await preview.document()).evaluate("scrollTo(0, 70)")
    await preview.show_heading(app(code.replace("HEADING", "Two")), "Two")
    await expect(preview.app.get_by_text("Kept: Ann, at #there")).to_be_visible()
    await expect(preview.app.get_by_role("textbox")).to_be_focused()
    assert await (await preview.document()).evaluate("scrollY") == 70

    await preview.app.get_by_role("textbox").fill("Bob")
    await preview.app.get_by_role("button", name="Reload").click()
    await expect(preview.app.get_by_text("Kept: Bob")).to_be_visible()


async def test_an_app_does_not_take_the_focus(preview: PreviewTab) -> None:
    code = "export default () => <><h1>HEADING</h1><input autoFocus /></>;"
    await preview.open_console()
    search = preview.console.get_by_role("searchbox")
    await search.click()
    for heading in ("One", "Two"):
        await preview.show_heading(app(code.replace("HEADING", heading)), heading)
        await expect(preview.app.get_by_role("textbox")).to_have_count(1)
        await expect(search).to_be_focused()
        await preview.page.keyboard.type(heading)
    await expect(search).to_have_value("OneTwo")
    await preview.app.get_by_role("textbox").click()
    await preview.page.keyboard.type("mine")
    await expect(preview.app.get_by_role("textbox")).to_have_value("mine")


async def test_a_build_error_stands_over_the_last_good_version(preview: PreviewTab) -> None:
    await preview.show_heading(counter("Good"), "Good")
    broken = counter("Bad")
    broken["src/App.tsx"] = broken["src/App.tsx"].replace("useState(0)", "useState(0")
    await preview.show(broken)
    await expect(preview.notice).to_contain_text('Expected ")" but found ";"')
    await expect(preview.notice).to_contain_text("> 4 │   const [count, setCount] = useState(0;")
    await expect(preview.app.get_by_role("heading", name="Good")).to_be_visible()
    await preview.notice.get_by_role("button", name="src/App.tsx:4:39").click()
    await preview.notice.get_by_role("button", name="Fix this").click()
    assert await preview.heard() == [
        {"type": "open", "path": "src/App.tsx", "line": 4, "column": 39},
        {
            "type": "fix",
            "text": 'Fix this error:\n\n    Expected ")" but found ";"\n    src/App.tsx:4:38\n',
        },
    ]
    await preview.show(app('import _ from "lodash";\nexport default _;\n'))
    await expect(preview.notice).to_contain_text(
        'The preview has no package "lodash". It has react,'
    )
    await preview.show_heading(counter("Mended"), "Mended")
    await expect(preview.notice).to_have_count(0)


async def test_a_turn_that_arrives_does_not_flash(preview: PreviewTab) -> None:
    """Every state of it that builds is shown, errors of the others are not."""
    await preview.show_heading(counter("Old"), "Old")
    await preview.page.evaluate("""() => {
        window.flashed = false;
        new MutationObserver(() => { flashed ||= !!document.querySelector('.preview-notice'); })
            .observe(document.body, { childList: true, subtree: true });
    }""")
    whole = counter("New")["src/App.tsx"]
    lines = whole.splitlines(keepends=True)
    for count in range(1, len(lines) + 1):
        await preview.show(app("".join(lines[:count])))
        await asyncio.sleep(0.1)
    await expect(preview.app.get_by_role("heading", name="New")).to_be_visible()
    assert not await preview.page.evaluate("flashed")


async def test_an_error_is_shown_where_it_is_and_handed_on(
    preview: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect("setCuont is not defined")
    await preview.show_heading(counter("Counter"), "Counter")
    for _ in range(3):
        await preview.app.get_by_role("button", name="Break").click()
    await expect(preview.console).to_contain_text("1 error")
    await preview.open_console()
    row = preview.row("ReferenceError: setCuont is not defined")
    await expect(row.locator(".console-times")).to_have_text("3")
    await row.get_by_role("button", name="App.tsx:10").click()
    await row.get_by_role("button", name="Fix this").click()
    assert await preview.heard() == [
        {"type": "open", "path": "src/App.tsx", "line": 10, "column": 30},
        {
            "type": "fix",
            "text": "Fix this error:\n\n    ReferenceError: setCuont is not defined\n"
            "    src/App.tsx:10:29\n",
        },
    ]
    await preview.show_heading(counter("Again"), "Again")
    await expect(preview.rows).to_have_count(0)


async def test_an_app_that_shows_nothing_says_why(
    preview: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect("missing is not defined|Late")
    await preview.show(app("export default function App() { return null; }"))
    await expect(preview.notice).to_contain_text("Is anything put into #root?")
    await preview.show(app("export default function App() { return missing; }"))
    await expect(preview.notice).to_contain_text("ReferenceError: missing is not defined")
    await preview.show_heading(counter("Fine"), "Fine")
    await expect(preview.notice).to_have_count(0)
    late = """import { useState } from "react";
export default function App() {
  const [on, setOn] = useState(false);
  if (on) throw new Error("Late");
  return <button onClick={() => setOn(true)}>Go</button>;
}
"""
    await preview.show(app(late))
    await preview.app.get_by_role("button", name="Go").click()
    await expect(preview.notice).to_contain_text("Error: Late")
    await preview.show({"README.md": "nothing"})
    await expect(preview.notice).to_contain_text("neither an index.html nor a src/main.tsx")


async def test_the_console(preview: PreviewTab, complaints: Complaints, tmp_path: Path) -> None:
    complaints.expect(".")
    code = """const cyclic = { name: "cyclic", list: [1, { deep: new Map([["key", "inner"]]) }] };
cyclic.self = cyclic;
console.log("plain", 1, true);
console.info("%s has %d", "Ann", 3);
console.warn("careful", cyclic);
console.debug("quiet");
console.table([{ a: 1 }]);
console.assert(1 > 2, "not so");
console.group("Group");
console.log("inside");
console.groupEnd();
console.count("times"); console.count("times");
console.time("t"); console.timeEnd("t");
console.error(new TypeError("told"));
Promise.reject(new Error("rejected"));
fetch("https://example.org/data").catch(() => {});
const picture = new Image(); picture.src = "https://example.org/x.png";
alert("hello");
export default function App() { return <h1>Ready</h1>; }
"""
    await preview.show_heading(app(code), "Ready")
    await preview.open_console()
    for text in (
        "plain 1 true",
        "Ann has 3",
        "quiet",
        "Assertion failed: not so",
        "inside",
        "times: 2",
        "TypeError: told",
        "Unhandled rejection: Error: rejected",
        "https://example.org/data",
        "https://example.org/x.png",
        "alert: hello",
    ):
        await expect(preview.row(text)).to_have_count(1)
    careful = preview.row("careful")
    await careful.locator("summary").first.click()
    await expect(careful).to_contain_text("self: [circular]")
    await careful.locator("summary").nth(1).click()
    await careful.locator("summary").nth(2).click()
    await careful.locator("summary").nth(3).click()
    await expect(careful).to_contain_text('key: "inner"')

    search = preview.console.get_by_role("searchbox")
    await search.fill("TYPEERROR")
    await expect(preview.rows).to_have_count(1)
    await search.press("Escape")
    await preview.console.get_by_role("button", name=re.compile("^Errors")).click()
    await expect(preview.row("TypeError: told")).to_have_count(0)
    await expect(preview.row("plain 1 true")).to_be_visible()

    async with preview.page.expect_download() as download:
        await preview.console.get_by_role("button", name="Save as JSON").click()
    await (await download.value).save_as(tmp_path / "console.json")
    saved = json.loads((tmp_path / "console.json").read_text())
    told = next(each for each in saved["messages"] if each["text"] == "TypeError: told")
    assert told["level"] == "error"
    assert told["at"] == {"path": "src/App.tsx", "line": 14, "column": 15}
    seqs = [each["seq"] for each in saved["messages"]]
    assert seqs == sorted(seqs)
    await preview.console.get_by_role("button", name="Clear").click()
    await expect(preview.rows).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark phone"])
async def test_accessibility(new_context: NewContext, preview_url: str, look: str) -> None:
    dark = {"color_scheme": "dark" if "dark" in look else "light"}
    context = await new_context(**dark, **(PHONE if "phone" in look else {}))
    preview = await PreviewTab(await context.new_page()).open(preview_url)
    await preview.show_heading(counter("Counter"), "Counter")
    await preview.open_console()
    await preview.show(app("export default 1 +;"))
    await expect(preview.notice).to_be_visible()
    assert await violations(preview.page) == []


def answer(code: str) -> Behaviour:
    """A coder's, which writes the app; slow enough to be seen at work."""
    text = f"""<file path="src/App.tsx">
<content>
{code}</content>
<why>It was asked for.</why>
</file>
"""
    return Behaviour(text=tuple(text.splitlines(keepends=True)), tokens_per_s=10)


async def test_the_studio_keeps_the_console_and_fixes_what_a_turn_broke(
    context: BrowserContext,
    studio: System,
    api: httpx.AsyncClient,
    author: Author,
    complaints: Complaints,
) -> None:
    complaints.expect(".")
    project = (await api.post("/api/projects", json={"name": "Flood"})).json()
    path, console = f"/api/projects/{project['id']}", f"/api/projects/{project['id']}/console"
    files = (await api.get(f"{path}/files")).json()["items"]
    base = next(each["sha"] for each in files if each["path"] == "src/App.tsx")
    flood = FLOOD.replace("20000", "4000") + COUNTER.replace("HEADING", "Flood")
    query = {"path": "src/App.tsx", "base": base}
    (await api.put(f"{path}/file", params=query, content=flood.encode())).raise_for_status()

    preview = PreviewTab(await context.new_page())
    await preview.page.goto(f"{studio.url}/studio/{project['id']}")
    await expect(preview.app.get_by_role("heading", name="Flood")).to_be_visible()
    await preview.open_console()
    await preview.app.get_by_role("button", name="Break").click()
    await expect(preview.row("number 4000")).to_be_visible()
    logs = preview.console.get_by_role("button", name=re.compile(r"^Logs \d{4}$"))
    await expect(logs).to_be_visible()
    search = preview.console.get_by_role("searchbox")
    await search.fill("setCuont")
    await expect(preview.rows).to_have_count(1)

    async def kept() -> bool:
        told = (await api.get(f"{console}/errors")).json()["items"]
        return [each["text"] for each in told] == ["ReferenceError: setCuont is not defined"]

    await eventually(kept, "the error to be on the server")
    told = (await api.get(f"{console}/stats")).json()
    assert told["entries"] < 2_000
    assert told["entries"] + told["dropped"] > 3_000
    await preview.page.reload()
    await search.fill("setCuont")
    await expect(preview.console).to_contain_text("Before this page was loaded:")
    await expect(preview.rows).to_have_count(1)
    await preview.rows.get_by_role("button", name="App.tsx:15").click()
    await expect(preview.page.locator(".tab.current")).to_contain_text("App.tsx")
    await preview.console.get_by_role("button", name="Clear").click()
    await expect(preview.rows).to_have_count(0)

    async def cleared() -> bool:
        return (await api.get(console, params={"q": "setCuont"})).json()["items"] == []

    await eventually(cleared, "the server to forget the error")

    await search.fill("")
    await preview.console.get_by_role("button", name="Fix by itself").click()
    mended = counter("Mended")["src/App.tsx"].replace("setCuont", "setCount")
    later = "setTimeout(() => JSON.parse('{}').a.b, 1_000);"  # than its first view is checked
    broken = mended.replace("  return (", f"  {later}\n  return (", 1)
    author.script(answer(broken), answer(mended))
    ask = preview.page.get_by_role("textbox", name="Ask for a change")
    await ask.fill("Count from b")
    await ask.press("Enter")
    await expect(preview.page.get_by_text("Fixing by itself, 1 of 3")).to_be_visible()
    await expect(preview.app.get_by_role("heading", name="Mended")).to_be_visible()
    await expect(preview.page.locator(".applied-what")).to_have_count(2)
    await expect(preview.page.get_by_text("Fixing by itself")).to_have_count(0)
    messages = f"/api/conversations/{project['conversation_id']}/messages"
    said = (await api.get(messages)).json()["items"]
    first, second = [each for each in said if each["role"] == "user"]
    assert (first["content"], first["automatic"]) == ("Count from b", False)
    assert second["automatic"]
    error = "Fix this error:\n\n    TypeError: Cannot read properties of undefined"
    assert second["content"].startswith(error)
    await expect(preview.page.get_by_text("Sent by “Fix by itself”")).to_have_count(1)
