"""Which hosts are allowed, and what a proxy is asked for."""

import pytest

from actors.sandboxes.egress import Allowed, RefusedError, Target, read_head

ALLOWED = Allowed.of("Packages.example, *.files.example,mirror.internal:8081, 10.0.0.7:443")


@pytest.mark.parametrize(
    ("host", "port", "publicly", "anywhere"),
    [
        ("packages.example", 443, True, False),
        ("packages.example", 80, False, False),
        ("evil-packages.example", 443, False, False),
        ("packages.example.evil", 443, False, False),
        ("a.files.example", 443, True, False),
        ("a.b.files.example", 443, True, False),
        ("files.example", 443, False, False),
        ("mirror.internal", 8081, False, True),
        ("mirror.internal", 443, False, False),
        ("10.0.0.7", 443, False, True),
        ("example", 443, False, False),
    ],
)
def test_what_is_allowed(host: str, port: int, publicly: bool, anywhere: bool) -> None:
    target = Target(host, port)
    assert (ALLOWED.publicly(target), ALLOWED.anywhere(target)) == (publicly, anywhere)


@pytest.mark.parametrize(
    "text", ["https://a.example", "a b", "*", "a.*.example", "a:x", "a/b", "-a"]
)
def test_what_is_no_host_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no name of a host"):
        Allowed.of(text)
    assert Allowed.of(" , ") == Allowed()


def test_a_tunnel_passes_nothing_of_its_head_on() -> None:
    head = b"CONNECT Packages.example:443 HTTP/1.1\r\nHost: other\r\nProxy-Authorization: x\r\n\r\n"
    assert read_head(head) == (True, Target("packages.example", 443), b"")


def test_plain_http_goes_on_without_what_is_the_proxys() -> None:
    head = (
        b"GET http://mirror.internal:8081/simple/ HTTP/1.1\r\nHost: mirror.internal:8081\r\n"
        b"Proxy-Connection: keep-alive\r\nConnection: keep-alive\r\nAccept: */*\r\n\r\n"
    )
    forwarded = (
        b"GET http://mirror.internal:8081/simple/ HTTP/1.1\r\nHost: mirror.internal:8081\r\n"
        b"Accept: */*\r\nConnection: close\r\n\r\n"
    )
    assert read_head(head) == (False, Target("mirror.internal", 8081), forwarded)
    assert read_head(b"GET http://a.example HTTP/1.0\r\n\r\n")[1] == Target("a.example", 80)


@pytest.mark.parametrize(
    "line",
    [
        b"GET / HTTP/1.1",
        b"CONNECT a.example:443",
        b"CONNECT a.example:999999 HTTP/1.1",
        b"CONNECT :443 HTTP/1.1",
        b"CONNECT [::1]:443 HTTP/1.1",
        b"CONNECT a.example:4\xb2 HTTP/1.1",
        b"CONNECT user@a.example:443 HTTP/1.1",
        b"GET ftp://a.example/ HTTP/1.1",
        b"\x16\x03\x01",
    ],
)
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(RefusedError):
        read_head(line + b"\r\n\r\n")
