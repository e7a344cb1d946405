"""Addresses of servers inside sandboxes: a signed host name for each, for a while. Pure.

The name is `TOKEN.TENANT.localhost`, which browsers take to this machine; another name is another
origin, so what a sandbox serves shares nothing with our own pages. The token holds the project, the
port, the time until which it is valid (Unix seconds) and what proves that it is ours.
"""

import base64
import hmac
import struct
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

SUFFIX = ".localhost"
_FACTS = struct.Struct("!16sHI")
_PROOF_BYTES = 16


@dataclass(frozen=True, slots=True)
class PreviewAddress:
    tenant_id: str
    project_id: str
    port: int
    expires_at: int

    def host_name(self, secret: str) -> str:
        facts = _FACTS.pack(UUID(self.project_id).bytes, self.port, self.expires_at)
        return f"{_word(facts + _proof(secret, self.tenant_id, facts))}.{_tenant(self)}{SUFFIX}"

    @classmethod
    def of(cls, host_name: str, secret: str, now: float) -> "PreviewAddress | None":
        """What a name stands for; None for one that is not ours, or too old."""
        token, _, tenant = host_name.removesuffix(SUFFIX).partition(".")
        try:
            data, tenant_id = _bytes(token), _bytes(tenant).decode()
            project, port, expires_at = _FACTS.unpack(data[: _FACTS.size])
        except (ValueError, struct.error):
            return None
        proof = _proof(secret, tenant_id, data[: _FACTS.size])
        if not hmac.compare_digest(data[_FACTS.size :], proof) or expires_at < now:
            return None
        return cls(tenant_id, str(UUID(bytes=project)), port, expires_at)


def _proof(secret: str, tenant_id: str, facts: bytes) -> bytes:
    said = b"preview\0" + tenant_id.encode() + b"\0" + facts
    return hmac.new(secret.encode(), said, sha256).digest()[:_PROOF_BYTES]


def _tenant(address: PreviewAddress) -> str:
    return _word(address.tenant_id.encode())


def _word(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()


def _bytes(word: str) -> bytes:
    return base64.b32decode(word.upper() + "=" * (-len(word) % 8))
