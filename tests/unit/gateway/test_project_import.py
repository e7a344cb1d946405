"""Zips that people send: what is in them becomes files, or one sentence says why not."""

import io
import stat
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.problems import Problem
from gateway.project_files import MAX_FILES, zipped
from gateway.project_import import MAX_UNPACKED_BYTES, unzipped


def zip_of(
    *members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def link(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted(data: bytes) -> bytes:
    """Says so in the file's own header and in the directory."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data = data[:at] + b"\x01" + data[at + 1 :]
    return data


def test_what_was_zipped_comes_back() -> None:
    files = {"src/é.txt": b"1\r\n", "b.bin": bytes(range(256)), "empty": b""}
    assert unzipped(zipped(files)) == files


def test_what_is_around_the_files_is_left_out() -> None:
    content: Mapping[str, bytes] = {"it-main/package.json": b"{}", "it-main/src/a": b"1"}
    leavings = {"__MACOSX/it-main/._a": b"x", "it-main/.DS_Store": b"x", "it-main/src/": b""}
    packed = zip_of(*content.items(), *leavings.items())
    assert unzipped(packed) == {"package.json": b"{}", "src/a": b"1"}
    assert unzipped(zip_of(("src/a", b"1"))) == {"src/a": b"1"}


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "bad_zip", "no zip"),
        (b"PK\x05\x06 and nothing else", "bad_zip", "no zip"),
        (zip_of(("a", b"1" * 999))[:-60], "bad_zip", "no zip"),
        (zip_of(), "bad_zip", "no files"),
        (zip_of(("../x", b"")), "bad_path", "'../x'"),
        (zip_of(("/etc/passwd", b"")), "bad_path", "relative"),
        (zip_of(("a\\..\\x", b"")), "bad_path", "file names may not have"),
        (zip_of((".git/config", b"")), "bad_path", "git's own folder"),
        (zip_of(("C:/x", b"")), "bad_path", "file names may not have"),
        (zip_of((link("a"), b"/etc/passwd")), "bad_zip", "a is a link"),
        (zip_of(("A", b""), ("a", b"")), "bad_path", "A, a"),
        (zip_of(("a", b""), ("a/b", b"")), "bad_path", "a, a/b"),
        (zip_of(("a", b"1"), method=zipfile.ZIP_BZIP2), "bad_zip", "deflate"),
        (encrypted(zip_of(("a", b"1"))), "bad_zip", "without a password"),
        (zip_of(*((f"{n}", b"") for n in range(MAX_FILES + 1))), "too_many_files", "at most 2,000"),
        (zip_of(*((f"{n}/", b"") for n in range(20_001))), "too_many_files", "20,000"),
        (zip_of(("big", bytes(1_000_001))), "too_large", "big is too large"),
        (
            zip_of(*((f"{n}", bytes(1_000_000)) for n in range(MAX_UNPACKED_BYTES // 10**6 + 1))),
            "too_large",
            "together",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_a_project_is_refused(data: bytes, code: str, said: str) -> None:
    with pytest.raises(Problem) as caught:
        unzipped(data)
    assert (caught.value.code, caught.value.field) == (code, "body")
    assert said in caught.value.detail


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_is_refused() -> None:
    with pytest.raises(Problem, match="twice"):
        unzipped(zip_of(("a", b"1"), ("a", b"2")))


@given(data=st.data())
def test_a_broken_zip_is_refused_or_read(data: st.DataObject) -> None:
    """Whatever is wrong with it, one Problem says so."""
    packed = bytearray(zip_of(("a", b"one" * 50), ("b/c", b"two")))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Problem):
        unzipped(bytes(packed))
