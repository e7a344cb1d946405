"""Characters that look alike, such as straight and curly quotes, of which a model often writes the
other one."""

import unicodedata
from difflib import SequenceMatcher

_PLAIN = {
    **dict.fromkeys("‘’‚‛′´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " "
    ),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    "…": "...",
    "×": "x",
    "⁄": "/",
}
# Letters of other scripts that are drawn like Latin ones.
_PLAIN |= dict(zip("АВЕЅІЈКМНОРСТУХасеіјорѕух", "ABESIJKMHOPCTYXaceijopsyx", strict=True))
_PLAIN |= dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))


def plain(text: str) -> str:
    """The same for all texts that look like this one."""
    return text if text.isascii() else "".join(map(_plain, text))


def carry_over(written: str, actual: str, added: str) -> str | None:
    """`added` as it would be if it had been written beside `actual`, not beside `written`, which
    looks like it: what it shares with `written` is taken from `actual`.

    None where it has a character that was mistaken once and is new here: nobody knows which of
    those that look alike is meant.
    """
    mistaken = _mistaken(written, actual)
    if not mistaken & set(added):
        return added
    places = _places(written)
    here = {place: index for index, place in _places(actual).items()}
    result = ""
    matcher = SequenceMatcher(None, written, added, autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "equal":
            start, end = here.get(places[i]), here.get(places[j])
            if start is None or end is None:
                return None
            result += actual[start:end]
        elif mistaken & set(added[k:m]):
            return None
        else:
            result += added[k:m]
    return result


def _plain(char: str) -> str:
    return _PLAIN[char] if char in _PLAIN else unicodedata.normalize("NFKD", char)


def _places(text: str) -> dict[int, int]:
    """Where in the plain text each index of the text is."""
    places, at = {}, 0
    for index, char in enumerate(text):
        places[index] = at
        at += len(_plain(char))
    places[len(text)] = at
    return places


def _mistaken(written: str, actual: str) -> set[str]:
    """Characters that stand in one where the other has another."""
    matcher = SequenceMatcher(None, written, actual, autojunk=False)
    changed = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    return {char for _, i, j, k, m in changed for char in written[i:j] + actual[k:m]}
