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
                "[Could|Can|Would] you give me [the|some] [basics|facts|details|background] "
                "[on|about] {x}?",
                "I have [a|one] question [on|about] {x}[|.|, can you answer it?|. Who knows more?]",
                "I [want|need] to [know|learn|understand|read] [more|everything|something] "
                "[about|on] {x}[|.]",
                "I would like to [know|learn|read|hear] [more|something|a bit] about {x}[|.]",
                "Is it possible to [learn|buy|understand|explain|change] {x}?",
                "[Is there|Do you know] [a good book|a simple rule|a cheap way|somebody who "
                "knows] [about|for|on] {x}?",
                "[Which|What] [kind|sort|type] of {x} [is|should I choose|do people like|would "
                "you take]?",
                "[Please|Now] [help me with|explain|describe|write about|teach me] {x}[|.]",
                "What [should|must|can] I know about {x}?",
                "[Who|Which person|Which people] [knows|started|uses|needs|likes] {x}?",
                "[Which|What] [country|city|company|year] is [known|famous] for {x}?",
                "Does {x} [matter|help|cost much|really exist|still work]?",
                "[Some|The] [background|facts|information|basics|news] [on|about] {x}[|, "
                "please][|.]",
                "Can {x} [be explained|be learnt|change|be bought] [simply|quickly|today]?",
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
                "[Can|Could] you [summarise|explain|check|shorten] [this text|this article|what "
                "follows]: {text}",
                "[Tell me|I want to know|I need to know] what this [means|is about|says]: {text}",
                "[Here is|This is|I found] a text[|.|, please read it.]\n\n{text}",
                "{text}\n\n[Please summarise this.|Tell me what it is about.|What is the main "
                "point?|Is that right?]",
                "[Read|Look at|Comment on] [this|the following text][|, please]: {text}",
                "[What is the main point of|Who wrote|Where does this come from:|Do you like] "
                "this: {text}",
                "I have a question on this text: {text}",
                "{text} [Please explain.|Tell me more.|What is this?|Can you help?]",
                "What [follows from|can I learn from|do you make of] this[| text]? {text}",
                "[My friend|Somebody|A colleague] wrote this to me: {text}",
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
                "[Which|What] [day|month|year|date|weekday] [is it|do we have|is today][| today| "
                "now]?",
                "[Which|What] day of the [week|month|year] is [it|today]?",
                "[Could|Can|Would] you tell me [the time|the date|what time it is|the "
                "weather|the news|which day it is]?",
                "I [want|need|would like] to know [the time|today's date|the weather|the "
                "news|what day it is][|.]",
                "[Do|Would] you [know|have] [the time|the date|today's date|the weather|today's "
                "news][| for me]?",
                "What is [today's date|the date today|the date|the time|today's weather|the day "
                "today]?",
                "[Time|Date|Weather|News][| today| now| please][|?]",
                "[Is it|Will it be] [hot|warm|windy|cloudy|rainy][| today| outside]?",
                "[Tell|Give|Show] me [the time|the date|today's news|the latest news|the "
                "weather][|.|, please.]",
                "Do I need [an umbrella|a coat][| today| tomorrow]?",
                "Is today [a Monday|Tuesday|Sunday|a weekend|a holiday]?",
                "How [late|warm|cold] is it[| now| today| outside]?",
                "What is [new|going on|happening] in the world[| today]?",
            ),
            answers=(
                "I cannot know that: I am a small demo model with no clock and no connection to "
                "the internet.",
            ),
            expect=("no clock",),
        ),
    ),
)
