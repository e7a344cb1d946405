"""What every request passes through: ids, headers, origins, methods, connections."""

import json
import re
from urllib.parse import urlsplit

import httpx
import pytest

from gateway.settings import GatewaySettings
from tests.integration.gateway.talk import expect, problem
from tests.system import System


async def test_a_callers_request_id_comes_back(api: httpx.AsyncClient) -> None:
    answer = await api.get("/healthz", headers={"X-Request-Id": "my-request-7"})
    assert answer.headers["x-request-id"] == "my-request-7"
    for strange in ("a" * 65, "new\tline", "ümlaut", "<script>"):
        headers = {"X-Request-Id": strange.encode()}
        answer = await api.get("/healthz", headers=headers)
        assert re.fullmatch(r"[0-9a-f-]{36}", answer.headers["x-request-id"])
    refused = await api.get("/api/nothing", headers={"X-Request-Id": "mine"})
    assert problem(refused, 404, "not_found")["request_id"] == "mine"


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/models", "/api/nothing", "/api/docs"])
async def test_every_answer_is_locked_down(api: httpx.AsyncClient, path: str) -> None:
    headers = (await api.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


async def test_the_client_is_served_at_its_addresses(api: httpx.AsyncClient) -> None:
    for path in ("/", "/c/0190a6c0-7f1e-7c3a-9d2b-0a1b2c3d4e5f"):
        page = await api.get(path)
        assert page.status_code in (200, 503)  # 503 with a hint where it is not built
        assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
async def test_a_foreign_host_name_is_refused(api: httpx.AsyncClient, host: str) -> None:
    for method, path in (("GET", "/api/models"), ("POST", "/api/conversations"), ("GET", "/")):
        answer = await api.request(method, path, headers={"Host": host})
        problem(answer, 421, "unknown_host", "header.host")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1234", "[::1]:8000"])
async def test_local_names_are_ours(api: httpx.AsyncClient, host: str) -> None:
    await expect(api.get("/healthz", headers={"Host": host}), 200)


async def test_other_sites_may_not_change_things(api: httpx.AsyncClient, provided: System) -> None:
    other_port = f"http://127.0.0.1:{provided.port + 1}"
    for origin in ("https://evil.example", "null", other_port, "http://[broken"):
        headers = {"Origin": origin}
        for method, path in (("POST", "/api/conversations"), ("DELETE", "/api/conversations/x")):
            answer = await api.request(method, path, headers=headers, json={})
            problem(answer, 403, "cross_origin", "header.origin")
        answer = await api.post("/v1/chat/completions", headers=headers, json={})
        assert answer.status_code == 403
        assert answer.json()["error"]["code"] == "cross_origin"
    ours = {"Origin": provided.url}
    await expect(api.post("/api/conversations", headers=ours, json={}), 201)


@pytest.mark.parametrize(
    "path",
    ["/api", "/api/nothing", "/api/runs", "/nothing", "/assets/none.js", "/api/models/x/y/z"],
)
async def test_unknown_addresses_are_problems(api: httpx.AsyncClient, path: str) -> None:
    problem(await api.get(path), 404, "not_found")


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/assets/%00",
        f"/{'a' * 5000}",
        f"/assets/{'a' * 5000}",
        "/..%2f..%2fpyproject.toml",
        "/assets/..%2f..%2f..%2fpyproject.toml",
        "/%ff%fe",
        "/api/docs/..%2f..%2fmain.py",
    ],
)
async def test_strange_paths_find_nothing(api: httpx.AsyncClient, path: str) -> None:
    problem(await api.get(path), 404, "not_found")


async def test_files_of_the_client_come_gzipped_to_whom_takes_it(api: httpx.AsyncClient) -> None:
    assets = GatewaySettings().web_root / "assets"
    wanted = next(assets.glob("esbuild-*.wasm"))
    path = f"/assets/{wanted.name}"
    plain = wanted.read_bytes()
    for taken, encoding in (("gzip, br", "gzip"), ("identity", None)):
        answer = await api.get(path, headers={"Accept-Encoding": taken})
        assert answer.content == plain
        assert answer.headers.get("content-encoding") == encoding
        assert answer.headers["content-type"] == "application/wasm"
        assert answer.headers["vary"] == "Accept-Encoding"
        sent = int(answer.headers["content-length"])
        assert sent < len(plain) / 3 if encoding else sent == len(plain)
    part = await api.get(path, headers={"Accept-Encoding": "gzip", "Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, plain[4:8])


async def test_wrong_methods_name_the_right_ones(api: httpx.AsyncClient) -> None:
    answer = await api.delete("/api/conversations")
    problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD, POST"
    answer = await api.put("/v1/chat/completions", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.json()["error"]["type"] == "invalid_request_error"
    answer = await api.options("/api/models")
    problem(answer, 405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/api/models", "/api/models/events", "/healthz", "/api/docs"])
async def test_head_is_get_without_its_body(api: httpx.AsyncClient, path: str) -> None:
    head = await api.head(path)
    assert (head.status_code, head.content) == (200, b"")
    async with api.stream("GET", path) as get:
        assert get.headers["content-type"] == head.headers["content-type"]
        assert get.headers.get("content-length") == head.headers.get("content-length")


async def test_one_connection_serves_many_requests(provided: System) -> None:
    """Refusals do not cost the connection either."""
    limits = httpx.Limits(max_connections=1, max_keepalive_connections=1)
    ports = set()
    async with httpx.AsyncClient(base_url=provided.url, limits=limits) as client:
        for path in ("/healthz", "/api/nothing", "/api/models", "/healthz"):
            answer = await client.get(path)
            stream = answer.extensions["network_stream"]
            ports.add(stream.get_extra_info("client_addr"))
    assert len(ports) == 1


async def test_alive_ready_and_status(api: httpx.AsyncClient) -> None:
    assert await expect(api.get("/healthz"), 200) == {"status": "alive"}
    assert await expect(api.get("/readyz"), 200) == {"ready": True, "failing": []}
    status = await expect(api.get("/api/status"), 200)
    assert status["ready"] is True
    assert {part["name"] for part in status["parts"]} >= {"database", "blobs", "agents-0"}
    assert all(part["detail"] is None for part in status["parts"])


async def test_metrics_count_requests_by_route_and_name_no_ids(api: httpx.AsyncClient) -> None:
    async def count(route: str, status: str) -> float:
        text = (await api.get("/metrics")).text
        line = rf'atelier_http_requests_total{{method="GET",route="{re.escape(route)}",'
        found = re.search(line + rf'status="{status}"}} ([0-9.e+]+)', text)
        return float(found[1]) if found else 0.0

    conversation = await expect(api.post("/api/conversations", json={}), 201)
    route = "/api/conversations/{conversation_id}"
    before = await count(route, "200")
    await api.get(f"/api/conversations/{conversation['id']}")
    assert await count(route, "200") == before + 1
    answer = await api.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "atelier_http_first_byte_seconds_bucket" in answer.text
    assert conversation["id"] not in answer.text


async def test_the_description_page_works_without_a_network(api: httpx.AsyncClient) -> None:
    """Everything it needs comes from here, and nothing in it is inline."""
    page = await api.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    wanted = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert wanted
    for address in wanted:
        if address == "data:,":
            continue
        assert not urlsplit(address).netloc
        assert (await api.get(address)).status_code in (200, 503)
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page.text)
    script = (await api.get("/api/docs/page.js")).text
    assert "http" not in re.sub(r"//.*", "", script)


async def test_the_description_is_honest_about_problems(api: httpx.AsyncClient) -> None:
    document = await expect(api.get("/api/openapi.json"), 200)
    text = json.dumps(document)
    assert "HTTPValidationError" not in text
    for path, methods in document["paths"].items():
        for operation in methods.values():
            assert operation["tags"]
            assert operation["description"]
            for status, response in operation["responses"].items():
                kinds = set(response.get("content", {}))
                if int(status) >= 400 and path.startswith("/api/"):
                    assert kinds == {"application/problem+json"}, (path, status)
                for content in response.get("content", {}).values():
                    assert content.get("schema") or content.get("itemSchema"), (path, status)
