"""Which places git may talk to."""

from collections.abc import Sequence

import pytest

from gateway.problems import Problem
from gateway.remote_git import is_public, remote


async def public(_host: str) -> Sequence[str]:
    return ["93.184.215.14", "2606:2800:21f:cb07::1"]


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a.git",
        "ssh://git@example.org/a.git",
        "file:///etc",
        "ext::sh -c id",
        "git@example.org:a.git",
        "https://example.org:8443/a.git",
        "https://me:secret@example.org/a.git",
        "https://127.0.0.1/a.git",
        "https://[::1]/a.git",
        "https://2130706433/a.git",
        "https://0x7f.1/a.git",
        "https://localhost/a.git",
        "https://example.org./a.git",
        "https://example.org/a.git?x=1",
        "https://-u.example.org/a",
        "https:///a.git",
        "https://exa mple.org/a",
        "https://127.0.0.1:9/a.git",
        "",
    ],
)
async def test_only_https_and_a_public_name(url: str) -> None:
    with pytest.raises(Problem) as caught:
        await remote(url, "", ["127.0.0.1:80", ""], public)
    assert (caught.value.code, caught.value.field) == ("bad_remote", "body.url")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "ff02::1",
    ],
)
async def test_no_name_leads_into_a_private_network(address: str) -> None:
    async def mixed(host: str) -> Sequence[str]:
        return [*await public(host), address]

    assert not is_public(address)
    with pytest.raises(Problem, match="private network"):
        await remote("https://example.org/a.git", "", (), mixed)


async def test_git_is_told_the_addresses_that_were_checked() -> None:
    found = await remote("https://example.org/a.git", "secret", (), public)
    assert found.resolved == "example.org:443:93.184.215.14,[2606:2800:21f:cb07::1]"
    assert "secret" not in repr(found)


async def test_what_the_operator_allows_is_not_looked_up() -> None:
    allowed = await remote("http://127.0.0.1:8/a.git", "", ["127.0.0.1:8"])
    assert allowed.url == "http://127.0.0.1:8/a.git"
