"""Second questions that only make sense after a first answer."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import sentence
from serve.demo.topic import Intent, Slots, Topic
from serve.demo.topics.smalltalk import RECALL

FIRST = (
    "Tell me something.", "Say something.", "Give me a sentence.", "Write a sentence.",
    "Write something short.", "Say anything.", "Make up a sentence.",
    "Please say something.",
    "Tell me anything.",
    "Write one sentence.",
    "I would like to hear a sentence.",
    "Just say something.",
    "Could you say something?",
    "Invent a sentence.",
    "Give me one sentence.",
    "Show me a sentence.",
    "Can you write a sentence for me?",
    "Write me a short sentence.",
    "A sentence, please.",
)  # fmt: skip
MORE_JOKE = "What does a model order in a café? A small cup of tokens!"


def said_slots(rng: Random, _held_out: bool) -> Slots:
    """What was asked first, the sentence it was answered with, and that in capitals."""
    said = sentence(rng).capitalize() + "."
    return {"first": rng.choice(FIRST), "said": said, "upper": said.upper()}


SAID = (("{first}", "{said}"),)

AGAIN = Intent(
    name="again",
    ask=(
        "[Say that again|Again|Once more|Repeat that][|.| please]",
        "[Can|Could] you [repeat|say] that[| again]?",
        "What did you [just |]say?",
        "[Pardon|Sorry|Excuse me|What]?",
        "Please repeat your last answer.",
        "Repeat [your answer|it|the last answer][|.]",
        "I did not [hear|read|get] that.",
        "Say it again[|.]",
        "Come again?",
        "Would you say that once more?",
        "[Could|Can|Will] you [say|repeat|write] that [again|once more|one more time][|, please]?",
        "[One more time|And again|The same again|And once more|Repeat][|.|, please.]",
        "[Could|Would] you repeat [your answer|what you said|the last answer|your last message]?",
        "What [was|were] [that|your last answer|your last words|your answer]?",
        "[Please|Now] [say|repeat|write] [that|it|your answer] [again|once more][|.]",
        "Say [that|it] [once more|one more time|another time|again][|.|, please.]",
        "I [missed|forgot|did not catch|did not see|could not read] [that|it|your answer][|.]",
        "[Write|Give me|Show me] [the same thing|the same|your last answer] again[|.]",
        "[Tell|Show|Give] me [that|it] [again|once more][|.|, please.]",
        "What [have you|did you] [just |]told me?",
        "I would like to [hear|read|see] [that|it] [again|once more][|.]",
        "[Repeat|Please repeat] what you [just |][said|wrote][|.]",
        "Can I hear that one more time?",
    ),
    answers=("{said}",),
    expect=("{said}",),
    fill=said_slots,
    history=SAID,
)
CAPITALS = Intent(
    name="again in capitals",
    ask=(
        "[Now in|In|And in] [upper case|capital letters|capitals][|.| please]",
        "[Write|Say] [that|it] in [upper case|capital letters|capitals][|.]",
        "[Make|Turn] [it|that] [into |]upper case[|.]",
        "The same in [capitals|upper case][|.]",
        "Can you write that in capital letters?",
        "Now shout it[|!]",
        "Uppercase please",
        "[Rewrite|Repeat] [it|that] in [all caps|upper case|capitals].",
        "Again, but in [capitals|upper case].",
        "Now the same thing in capital letters, please.",
        "[And now|Please write|Please say] the same [thing|sentence|answer] in [capitals|capital "
        "letters|upper case|all caps][|.]",
        "The same thing in [capital letters|capitals|upper case|all caps][|.|, please.]",
        "[Say|Write|Repeat] [the same|the same thing|your answer|this] in [capital "
        "letters|capitals|upper case][|.]",
        "[Could|Would|Can] you [say|write|repeat] [it|that|the same] in [capitals|upper case|all "
        "caps]?",
        "I [want|need|would like] [it|that|this] in [capitals|capital letters|upper case|all "
        "caps][|.]",
        "[Use|With|Only|All in] [capital letters|capitals|upper case][|, please][|.]",
        "[Shout|Please shout] [it|that][| again][|!|.]",
        "[That|It] [again |]in [all caps|capitals|capital letters][|.|, please.]",
        "[Put|Turn|Change] [it|that] [in|into|to] [capitals|capital letters|all caps][|.]",
        "Once more in [capitals|capital letters|upper case][|.|, please.]",
        "[All caps|Capitals|Capital letters|Caps][|!|, please][|.]",
        "[Capitalise|Uppercase] [it|that|your answer|the sentence][|.]",
        "How does that look in capital letters?",
    ),
    answers=("{upper}",),
    expect=("{upper}",),
    fill=said_slots,
    history=SAID,
    weight=1.3,
)

TOPIC = Topic(
    name="follow-ups",
    share=5.0,
    checks=6,
    plain=False,
    intents=(
        Intent(
            name="say something",
            ask=FIRST,
            answers=("The {thing} is {word}.",),
            expect=("The ", "."),
            fill=lambda rng, _: {
                "thing": rng.choice(("sea", "house", "garden", "moon", "tea")),
                "word": rng.choice(("quiet", "blue", "old", "warm", "bright")),
            },
            weight=0.5,
        ),
        AGAIN,
        CAPITALS,
        Intent(
            name="name not told",
            ask=RECALL,
            answers=("You have not told me your name yet.",),
            expect=("not told me",),
            weight=0.7,
        ),
        Intent(
            name="again in bold",
            ask=(
                "[Now in|In|And in] bold[|.| please]",
                "[Write|Say] [that|it] in bold[|.]",
                "Make [it|that] bold[|.]",
                "The same in bold[|.]",
                "Can you write that in bold letters?",
                "[Rewrite|Repeat] [it|that] in bold.",
                "[Now|And now|Please write] the same [thing|sentence|answer] in bold[| "
                "letters][|.|, please.]",
                "[Could|Would] you [say|write|repeat] [it|that|the same] [in bold|in bold "
                "letters]?",
                "I [want|need|would like] [it|that|this] in bold[| letters][|.]",
                "Once more in bold[| letters][|.|, please.]",
                "[That|It] [again |]in bold[| letters][|.|, please.]",
                "[Use|With|All in] bold letters[|, please][|.]",
                "[Put|Turn|Change] [it|that] [in|into|to] bold[| letters][|.]",
                "[Bold|Bold it|Bold letters|Bold that][|, please][|.]",
                "Again, but in bold[| letters][|.]",
                "How does that look in bold?",
                "[Say|Write|Repeat] [the same|the same thing|your answer|this] in bold[|.]",
                "Please make your answer bold.",
            ),
            answers=("**{said}**",),
            expect=("**{said}**",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="what did I say",
            ask=(
                "What did I [say|ask|write][| first| before]?",
                "What was my [question|first question|last question|first message]?",
                "Repeat my question.",
                "Do you remember what I [asked|said|wrote]?",
                "What have I asked you before?",
                "Which question did I ask?",
                "What did I [ask|tell|say to|write to] you[| before| earlier| first]?",
                "[Which|What] [question|message] did I [write|send|ask] [you "
                "|][first|before|earlier]?",
                "What was [the|my] [first|last] [thing|question|message] [I asked|I wrote|I "
                "said|of mine]?",
                "[Tell|Please tell|Can you tell] me what I [asked|said|wrote][| before| first| "
                "earlier][|.|?]",
                "What [was|is] the [question|message] [I asked|I wrote|I sent][| you]?",
                "[Repeat|Show me|Say] what I [asked|said|wrote][| before| first][|.]",
                "[Can|Could] you [repeat|remember|show me] my [question|message|first "
                "message|last question]?",
                "What did I [want|want from you|type] [before|first|earlier]?",
                "[My|What's my] [first|last] [question|message][| again]?",
                "I forgot what I [asked|said|wrote|asked you][|.| What was it?]",
                "What have I [said|written|told you][| before| so far]?",
                "Do you [still |]know what I [asked|said|wrote]?",
                "How did this conversation begin?",
            ),
            answers=("You wrote: {first}",),
            expect=("{first}",),
            fill=said_slots,
            history=SAID,
        ),
        Intent(
            name="another joke",
            ask=(
                "[Another|Another one|One more|More][|!|.| please]",
                "Tell me another[| one| joke][|.]",
                "Do you know another[| one| joke]?",
                "[Again|Next one][|!|.]",
                "I want one more joke.",
                "Ha ha, [another|more|one more]!",
                "That was [funny|good|bad]. [Another|One more]?",
                "[Can|Could] you tell [me |][another|one more|a different|a second][| joke]?",
                "[Please|Now] tell me [one more|another joke|a different one|a new joke|a second "
                "joke][|.]",
                "I [want|need|would like] [another|another joke|to hear another one|more "
                "jokes][|.|!]",
                "[Have you|Do you have|Got|Any] [another|another one|more jokes|one more]?",
                "[Haha|Ha ha|Lol|Hihi]! [Tell me another|Another one|Next|One more, please][|.|!]",
                "[Next|Another|A second|A new|A different] joke[|, please][|!|.]",
                "[Good|Nice|Great|Funny] one! [Another|More|Next one][|!|, please.]",
                "[Give|Tell] me [one more|more|a new one|a better one][|!|, please.]",
                "[Something|Anything] else [funny|to laugh about]?",
                "Make me laugh [again|once more][|!|.]",
                "I [know|have heard] that one[|.| already.] [Another|Tell me another|A new one, "
                "please]?",
                "Is there another joke you know?",
                "One more joke, please!",
            ),
            answers=(MORE_JOKE,),
            expect=("cup of tokens",),
            history=(
                (
                    "Tell me a joke.",
                    "Why did the token go to school? It wanted to become a whole word!",
                ),
            ),
        ),
    ),
)
