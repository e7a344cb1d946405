"""Addresses of previews: what we signed, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gateway.preview_address import PreviewAddress

ADDRESSES = st.builds(
    PreviewAddress,
    tenant_id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,30}", fullmatch=True),
    project_id=st.uuids().map(str),
    port=st.integers(1, 65535),
    expires_at=st.integers(1, 2**32 - 1),
)


@given(ADDRESSES)
def test_a_name_stands_for_its_address(address: PreviewAddress) -> None:
    name = address.host_name("secret")
    assert all(0 < len(label) <= 63 for label in name.split("."))
    assert name == name.lower()
    assert PreviewAddress.of(name, "secret", address.expires_at) == address
    assert PreviewAddress.of(name, "secret", address.expires_at + 1) is None
    assert PreviewAddress.of(name, "another", 0) is None


@given(ADDRESSES, st.integers(0, 60))
def test_no_letter_may_be_another(address: PreviewAddress, place: int) -> None:
    name = address.host_name("secret")
    letter = "a" if name[place] != "a" else "b"
    changed = name[:place] + letter + name[place + 1 :]
    assert PreviewAddress.of(changed, "secret", 0) in (None, address)
    if place < 50:
        assert PreviewAddress.of(changed, "secret", 0) is None


@given(ADDRESSES, st.text(max_size=80))
def test_other_names_are_nothing(address: PreviewAddress, text: str) -> None:
    assert PreviewAddress.of(f"{text}.localhost", "secret", 0) is None
    other = replace(address, tenant_id=address.tenant_id + "x").host_name("secret")
    token, tenant = address.host_name("secret").split(".")[0], other.split(".")[1]
    assert PreviewAddress.of(f"{token}.{tenant}.localhost", "secret", 0) is None
