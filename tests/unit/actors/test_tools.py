"""What a model asks for when it calls."""

import pytest

from actors.tools import DRAW_IMAGE, Wish, wish
from serve.chat import ToolCalls
from serve.errors import BadRequestError


def calls(*parts: tuple[int, str, str]) -> ToolCalls:
    """Calls that come in pieces: (index, name, arguments)."""
    made = ToolCalls()
    for index, name, arguments in parts:
        made.add([{"index": index, "function": {"name": name, "arguments": arguments}}])
    return made


def test_a_call_is_put_together_from_its_pieces() -> None:
    pieces = calls(
        (0, "draw_image", '{"prompt": "two'), (0, "", ' boats", "coun'), (0, "", 't": 2}')
    )
    assert wish(pieces) == Wish(prompt="two boats", count=2)


def test_what_is_not_ours_is_left_aside() -> None:
    assert wish(ToolCalls()) is None
    assert wish(calls((0, "look_up", "{"))) is None
    both = calls((0, "look_up", "{}"), (1, "draw_image", '{"prompt": " a house ", "style": "oil"}'))
    assert wish(both) == Wish(prompt="a house")


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ("", "arguments"),
        ('{"prompt": "two', "arguments"),
        ("{}", "prompt"),
        ('{"prompt": " "}', "prompt"),
        ('{"prompt": "a house", "count": 5}', "count"),
    ],
)
def test_a_call_that_makes_no_sense_is_an_error_that_says_why(arguments: str, where: str) -> None:
    with pytest.raises(BadRequestError, match=rf"\({where}: .*/image"):
        wish(calls((0, "draw_image", arguments)))


def test_the_model_is_told_what_the_arguments_mean() -> None:
    parameters = DRAW_IMAGE["function"]["parameters"]
    assert set(parameters["properties"]) == {"prompt", "count"}
    assert parameters["required"] == ["prompt"]
    assert all(field["description"] for field in parameters["properties"].values())
