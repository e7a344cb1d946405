"""Frames, however they are cut; and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.sandboxes import frames, inside
from actors.sandboxes.errors import SandboxGoneError
from actors.sandboxes.frames import Frame, FrameReader, Kind

FRAMES = st.lists(
    st.builds(Frame, st.sampled_from(Kind), st.integers(0, 2**32 - 1), st.binary(max_size=50)),
    max_size=8,
)


@given(FRAMES, st.data())
def test_every_cut_gives_the_same_frames(sent: list[Frame], data: st.DataObject) -> None:
    whole = b"".join(frame.packed() for frame in sent)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    reader, found = FrameReader(), []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        found += reader.feed(whole[start:end])
    assert found == sent


@pytest.mark.parametrize("data", [b"\xff" * 9, b"\0" * 9, b"\0\0\0\0\x0a\0\0\0\0"])
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(SandboxGoneError):
        list(FrameReader().feed(data))


def test_both_ends_mean_the_same() -> None:
    for kind in Kind:
        assert getattr(inside, kind.name) == kind
    assert inside.HEADER.format == frames.HEADER.format
    assert (inside.WINDOW, inside.PIECE) == (frames.WINDOW, frames.PIECE)
