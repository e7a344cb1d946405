"""Everything else: saying plainly that a small demo model cannot help with it."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import sentence
from serve.demo.strangers import HELD_OUT_SUBJECTS, HELD_OUT_WHOLE, SUBJECTS, WHOLE
from serve.demo.topic import Intent, Slots, Topic

SORRY = (
    "I am only a small demo model and do not know enough to answer that. Choose a larger model "
    "in the model picker, or set `ANTHROPIC_API_KEY` or `OPENAI_API_KEY` and restart."
)
UNCLEAR = (
    "I did not understand that. I am only a small demo model: try a question about Atelier, or "
    "a small sum such as 12 + 7."
)


def subject_slots(rng: Random, held_out: bool) -> Slots:
    """Something that no other topic is about."""
    return {"x": rng.choice(HELD_OUT_SUBJECTS if held_out else SUBJECTS)}


def whole_slots(rng: Random, held_out: bool) -> Slots:
    """A whole question that fits no template."""
    return {"whole": rng.choice(HELD_OUT_WHOLE if held_out else WHOLE)}


def gibberish_slots(rng: Random, _held_out: bool) -> Slots:
    """Keys hit at random, lone signs, or meaningless syllables."""
    kind = rng.randrange(5)
    if kind == 0:
        return {"noise": "".join(rng.choices("asdfjklqwertyuiopzxcvbnmgh", k=rng.randint(2, 12)))}
    if kind == 1:
        return {"noise": rng.choice("?!.,;:-_#*+~^&/\\|<>()") * rng.randint(1, 5)}
    if kind == 2:
        row = rng.choice(("asdf", "qwerty", "jkl", "zxcv", "hjkl", "uiop", "fdsa", "asd", "lkj"))
        return {"noise": row * rng.randint(1, 4)}
    if kind == 3:
        pieces = ("bla", "foo", "bar", "hm", "uh", "lorem", "ipsum", "baz", "xyz", "qux", "ugh")
        return {"noise": " ".join(rng.choices(pieces, k=rng.randint(1, 4)))}
    digits = "".join(rng.choices("0123456789", k=rng.randint(1, 12)))
    return {"noise": rng.choice((digits, rng.choice("🙂🚀🔥😀❤👍🎉🐱") * rng.randint(1, 3)))}


def pasted_slots(rng: Random, _held_out: bool) -> Slots:
    """A text of 2 to 30 sentences, as somebody may paste it."""
    ends = (". ", ". ", "! ", ".\n", "; ")
    count = rng.choice((2, 3, 4, 5, 8, 12, 30))
    parts = [sentence(rng).capitalize() + rng.choice(ends) for _ in range(count)]
    return {"text": "".join(parts).strip()}


TOPIC = Topic(
    name="out of depth",
    share=7.0,
    checks=25,
    intents=(
        Intent(
            name="unknown subject",
            ask=(
                "What is {x}?",
                "[Tell me|What do you know|Can you tell me something] about {x}.",
                "[Explain|Describe|Define] {x}[|.| to me.| in simple words.]",
                "How does {x} work?",
                "I would like to understand {x}.",
                "Why is {x} [important|so expensive|popular|hard|good]?",
                "Who [invented|discovered|wrote|made|won|is] {x}?",
                "When [was|did] {x} [invented|begin|happen|end|born]?",
                "Where [is|can I find|can I buy] {x}?",
                "What do you think about {x}?",
                "How [do I|can I] [learn|make|get|fix|buy|improve|choose] {x}?",
                "What is the [history|meaning|best part|purpose|price|cause] of {x}?",
                "Write [an essay|a report|an email|a speech|a summary|an article] [about|on] {x}.",
                "[Give me|I need] advice [on|about] {x}.",
                "Do you know anything about {x}?",
                "Which {x} is the best?",
                "Is {x} [dangerous|healthy|real|worth it|better than before]?",
                "What are the [advantages|risks|main parts|types|effects] of {x}?",
                "[Compare|What is the difference between] {x} and {x} [in history|today].",
                "I have a question on {x}, can you help?",
                "{x}[|?]",
                "How [big|old|far|long|much|expensive|heavy] is {x}?",
                "Can you [help me with|teach me|recommend] {x}?",
                "What happened [to|with|in] {x}[| last year| yesterday]?",
                "Could you give me the background of {x}?",
            ),
            answers=(SORRY,),
            expect=("demo model",),
            fill=subject_slots,
            weight=4.0,
        ),
        Intent(
            name="unknown question",
            ask=("{whole}", "{whole}", "{whole}", "{whole}", "{whole}"),
            answers=(SORRY,),
            expect=("demo model",),
            fill=whole_slots,
            weight=2.0,
        ),
        Intent(
            name="pasted text",
            ask=(
                "{text}",
                "[Summarise|Explain|Analyse] this[| text]:[| |\n\n]{text}",
                "[What do you think about|What is wrong with|Is it true] this: {text}",
                "{text}\n\n[What does it mean|Summarise it|Who is meant here|What now]?",
                "Please read this and tell me what it is about: {text}",
                "{text} [What do you think|Do you agree|And then|Why]?",
            ),
            answers=(SORRY,),
            expect=("demo model",),
            fill=pasted_slots,
            weight=0.5,
        ),
        Intent(
            name="gibberish",
            ask=("{noise}",) * 5,
            answers=(UNCLEAR,),
            expect=("did not understand||demo model",),
            fill=gibberish_slots,
            weight=1.2,
        ),
        Intent(
            name="clock and news",
            ask=(
                "What time is it[| now]?",
                "What [day|date|year] is [it|it today|today]?",
                "What is the weather [like|today|tomorrow|in Paris|in London]?",
                "Will it [rain|snow|be sunny] [today|tomorrow]?",
                "Can you tell me today's date?",
                "What's the [news|latest news|time|temperature outside]?",
                "How is the weather[| today]?",
                "What happened today[| in the world]?",
                "Is it [cold|raining|sunny] outside?",
                "Which day of the week do we have today?",
            ),
            answers=(
                "I cannot know that: I am a small demo model with no clock and no connection to "
                "the internet.",
            ),
            expect=("no clock",),
        ),
    ),
)
