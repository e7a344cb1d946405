"""Stories put together from parts, about 250 to 400 tokens, no two seeds alike."""

from __future__ import annotations

from random import Random

HEROES = (
    "a young baker", "an old sailor", "a small robot", "a curious fox", "a quiet painter",
    "a brave girl", "a tired king", "a kind teacher", "a little bear", "a clever mouse",
)  # fmt: skip
HOMES = (
    "in a village by the sea", "on a green hill", "at the edge of a forest", "in a noisy city",
    "beside a slow river", "under a tall mountain",
)  # fmt: skip
LOST = (
    "a silver key", "a red lantern", "an old map", "a singing clock", "a blue stone",
    "a letter without a name",
)  # fmt: skip
HELPERS = (
    "a goat with a wise face", "a girl with a drum", "a grey owl", "a ferryman",
    "a travelling cook", "two quarrelling geese",
)  # fmt: skip
TROUBLES = (
    "a storm broke the only bridge", "the fog hid every path", "the lamp went out",
    "the road was full of snow", "the boat had a hole in it", "the map fell into the water",
)  # fmt: skip
PLACES = (
    "a tower without doors", "a cave full of light", "an empty market", "a garden behind a wall",
    "an island shaped like a spoon", "a library made of ice",
)  # fmt: skip


def story(rng: Random) -> str:
    """A story of five paragraphs."""
    hero, home, lost = rng.choice(HEROES), rng.choice(HOMES), rng.choice(LOST)
    helper, trouble, place = rng.choice(HELPERS), rng.choice(TROUBLES), rng.choice(PLACES)
    who = "the " + hero.split(" ", 1)[1]
    friend = "the " + helper.split(" ", 1)[1]
    thing = "the " + lost.split(" ", 1)[1]
    return "\n\n".join(
        (
            f"Once upon a time there was {hero} who lived {home}. Every evening {who} looked "
            f"out of the window and wondered what was on the other side of the world. One "
            f"morning something lay on the doorstep: it was {lost}, and nobody knew where it "
            f"came from.",
            f'"Somebody must be missing this," said {who}. So {who} packed some bread, locked '
            f"the door and set out to find the owner. The first day was easy, for the sun was "
            f"warm and the road was wide. On the second day {trouble}, and there was no way "
            f"forward.",
            f'Then {helper} came along. "I know a way around," said {friend}, "but you must '
            f'promise to tell me how your journey ends." {who.capitalize()} promised. Together '
            f"they walked all night, and to stay awake they told each other every story they "
            f"knew, the good ones twice.",
            f"At sunrise they came to {place}. Inside sat a very old woman who smiled when she "
            f'saw {thing}. "I left it at your door myself," she said. "I wanted to know '
            f'whether anyone would still walk so far to give something back." She made tea for '
            f"all of them, and they talked until the stars came out.",
            f"When {who} came home, the house looked smaller and the world looked larger. "
            f"{friend.capitalize()} visited every winter, and {thing} stood on the shelf above "
            f"the fire. Whenever a child asked about it, {who} began in the same way: once "
            f"upon a time, something lay on the doorstep. The end.",
        )
    )
