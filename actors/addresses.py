"""Which addresses are the public internet's."""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

HTTPS_PORT = 443
_UNCHECKED = tuple(map(ipaddress.ip_network, ("2002::/16", "64:ff9b::/96")))
"""Addresses of IPv6 that stand for any of IPv4."""

Resolve = Callable[[str], Awaitable[Sequence[str]]]


async def addresses(host: str) -> Sequence[str]:
    """What a name stands for; nothing where it stands for nothing."""
    with suppress(OSError):
        found = await asyncio.get_running_loop().getaddrinfo(
            host, HTTPS_PORT, type=socket.SOCK_STREAM
        )
        return sorted({str(each[4][0]) for each in found})
    return ()


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and stands for no other one."""
    found = ipaddress.ip_address(address)
    beyond = any(found in network for network in _UNCHECKED if network.version == found.version)
    return found.is_global and not found.is_multicast and not beyond
