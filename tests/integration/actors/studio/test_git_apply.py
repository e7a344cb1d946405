"""Where git applies a diff, the file becomes the same here, unless its place was only a number."""

import subprocess
from difflib import unified_diff
from pathlib import Path
from random import Random

from actors.studio.hunks import read_diff
from actors.studio.matcher import Refusal, apply_hunks
from tests.diffs import a_file, edited, hunks_of, is_ambiguous, keep, lose_context, shift_numbers

CASES = 400


def git_apply(folder: Path, text: str, diff: list[str]) -> str | None:
    """The file after `git apply`; None where git refuses."""
    path = folder / "file.txt"
    path.write_bytes(text.encode())
    patch = "\n".join(["--- a/file.txt", "+++ b/file.txt", *diff, ""])
    run = ["git", "apply", "--recount", "-"]
    result = subprocess.run(run, cwd=folder, input=patch.encode(), capture_output=True, check=False)
    return path.read_bytes().decode() if result.returncode == 0 else None


def test_it_agrees_with_git(tmp_path: Path) -> None:
    accepted = 0
    for seed in range(CASES):
        rng = Random(seed)
        old = a_file(rng)
        hunks = hunks_of(list(unified_diff(old, edited(rng, old), lineterm="", n=3))[2:])
        mutate = rng.choice((keep, lose_context, shift_numbers))
        hunks = [mutate(rng, hunk) for hunk in hunks]
        if not hunks:
            continue
        text, diff = "".join(f"{line}\n" for line in old), [line for hunk in hunks for line in hunk]
        theirs = git_apply(tmp_path, text, diff)
        ours = apply_hunks(text, read_diff(diff))
        if theirs is None or any(is_ambiguous(old, hunk) for hunk in hunks):
            continue
        accepted += 1
        assert not isinstance(ours, Refusal), (seed, ours)
        assert ours == theirs, seed
    assert accepted > CASES // 3
