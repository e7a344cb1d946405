"""Second questions that only make sense after a first answer."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import sentence
from serve.demo.topic import Intent, Slots, Topic, choose
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
    "[Think up|Compose|Create|Form|Produce|Come up with] a [sentence|simple sentence|short "
    "sentence][|.]",
    "[Let me|I want to|I'd like to] [read|see] one sentence[|.| from you.]",
    "[Speak|Talk][|!|.| to me.]",
    "[Go on|Come on], say [something|anything][|.|!]",
    "[Any|One|A random|A simple] sentence[|, please][|.]",
    "[Type|Print|Output] [something|a sentence|any sentence][|.|, please.]",
    "I want you to [say|write|tell me] something[|.]",
    "I'd like you to [say something|make a sentence|write a sentence][|.]",
    "[Could|Would] you [make|form|invent|give me] a sentence[|, please]?",
    "[Can|Will] you say [something|anything] [to me|at all|for me]?",
    "Say [whatever|anything] you [like|want][|.]",
    "[Write|Tell me] whatever [you like|you want|comes to mind][|.]",
    "Why don't you say [something|anything]?",
    "Don't be [silent|shy|quiet], say something[|.|!]",
    "You're so quiet, say something[|.|!]",
    "I wonder [whether|if] you can [form|write|make] a sentence[|.]",
    "What can you say in [one|a single] sentence? [Show me|Try it|Go ahead].",
    "[Show|Prove] that you can [write|make|form] a sentence[|.]",
    "My teacher asks me for a sentence, [any one will do|so please give me one][|.]",
    "[Make|Build] me a [little|tiny|short] sentence[|.|, please.]",
    "Utter a sentence.",
    "random sentence please",
    "An example sentence, please.",
    "Just write me something short.",
)  # fmt: skip
DICTATED = ("Say this: ", "Write: ", "Say ", "Please write: ", "Repeat after me: ")
MORE_JOKE = "What does a model order in a café? A small cup of tokens!"


SOMETHING = Intent(
    name="say something",
    ask=FIRST,
    answers=("The {thing} is {word}.",),
    expect=("The ", "."),
    fill=lambda rng, _: {
        "thing": rng.choice(("sea", "house", "garden", "moon", "tea")),
        "word": rng.choice(("quiet", "blue", "old", "warm", "bright")),
    },
    weight=0.5,
)


def said_slots(rng: Random, held_out: bool) -> Slots:
    """What was asked first, the sentence it was answered with, and that in capitals."""
    said = sentence(rng).capitalize() + "."
    asked = choose(rng, rng.choice(SOMETHING.wordings(held_out)))
    first = asked if rng.random() < 0.5 else rng.choice(DICTATED) + said
    return {"first": first, "said": said, "upper": said.upper()}


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
        "[Tell|Give|Send] me [your last reply|your last response|that sentence|those words] "
        "once more[|.]",
        "[What's|What is] that again?",
        "[Beg|I beg] your pardon[|?]",
        "Would you [mind repeating|kindly repeat|please repeat] [that|it|yourself]?",
        "[I'm|I am] sorry, I [missed|didn't catch|didn't get|didn't hear] that[|.]",
        "I didn't [read|see|hear|follow] [that|it|your last sentence][|.|, please repeat.]",
        "I [wasn't listening|looked away|blinked|was distracted][|, what did you say?|. Say "
        "it again.]",
        "[Replay|Echo|Restate|Reprint] [that|your answer|your last sentence|it][|.|, please.]",
        "[Same|The same thing|The same sentence|The same answer] [again|once more|one more "
        "time][|.|, please.]",
        "[Huh|Eh|Sorry, what|Say what|Excuse me, what][|?]",
        "[Repeat|Copy] your [last sentence|previous answer|reply|last line|last reply][|.|, "
        "please.]",
        "Let me [hear|see|read|have] [that|it] [again|once more|another time].",
        "I [want|need|wish] to read your [answer|sentence|reply] [again|once more|a second time].",
        "What were you [just |]saying?",
        "What did you [just |][write|tell me|answer|reply]?",
        "Did you say something? Please [repeat it|say it again|write it once more].",
        "[Would|Could] you go over that [again|once more|one more time]?",
        "My [friend|screen reader|colleague] missed that, [say it again|please repeat "
        "it|once more please][|.]",
        "repeat last answer",
        "repeat yourself please",
        "a second time, please",
        "Can I [see|have|get|read] that [again|once more|a second time]?",
        "What was it you [said|wrote|answered|told me]?",
        "Please say the [same|very same] [sentence|words] again[|.]",
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
        "[Everything|Every letter|The whole thing|All of it] in [capitals|upper case|all "
        "caps|capital letters][|.|, please.]",
        "[Use|Try|I want] [all caps|big letters|block letters|block capitals|uppercase "
        "letters] [this time|for that|for it].",
        "[Convert|Transform|Switch] [it|that|your answer|your sentence] to [upper "
        "case|uppercase|capitals].",
        "[Print|Type|Show me] [that|it|the sentence] in [capitals|block letters|all "
        "caps|upper case].",
        "[Same|Same again|Same thing|Same sentence], but in [capitals|caps|upper "
        "case|uppercase|big letters][|.]",
        "[And|Now] [louder|loud and in capitals|with capital letters only|in caps only|in "
        "block capitals][|!|.|, please.]",
        "Can I [have|get|see|read] [that|it] in [upper case|capitals|all caps|block letters]?",
        "Would it be possible to [have|get|see] that in [capitals|all caps|upper case]?",
        "[Yell|Scream|Holler] [it|that][|!|, please!]",
        "[Press|Hit|Turn on] caps lock and [say|write|repeat] that again[|.]",
        "What [does|would] [that|it|your answer] look like in [capitals|upper case|all caps]?",
        "How would [that|it] be [written|spelled] in [capitals|all caps|upper case|block letters]?",
        "My [teacher|boss|form] wants that in [capitals|block letters|capital letters][|.]",
        "My eyes are weak, [repeat that|write it again|say that again] in "
        "[big|capital|large] letters[|.]",
        "I can't read small letters, [use capitals|write it in capitals|repeat it in upper "
        "case][|.|, please.]",
        "Don't use [small|lowercase|lower case] letters[|.|, write that in capitals.]",
        "caps lock version please",
        "to uppercase",
        "BIG LETTERS PLEASE",
        "Repeat your last sentence with every letter as a capital.",
        "Could that be in [uppercase|capitals|capital letters|all caps]?",
        "Set [it|that|the sentence|your answer] in [capitals|upper case|block letters][|.|, "
        "please.]",
    ),
    answers=("{upper}",),
    expect=("{upper}",),
    fill=said_slots,
    history=SAID,
    weight=1.3,
)

TOPIC = Topic(
    name="follow-ups",
    share=6.0,
    checks=6,
    plain=False,
    intents=(
        SOMETHING,
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
                "[Everything|The whole thing|All of it|The whole sentence] in bold[|.|, please.]",
                "[Use|Try|I want] [bold|bold type|bold text|bold print|a bold font] [this "
                "time|for that|for it].",
                "[Convert|Transform|Switch] [it|that|your answer|your sentence] into bold "
                "[type|text|print].",
                "[Print|Type|Show me] [that|it|the sentence] in [bold|bold type|bold "
                "print|boldface].",
                "[Same|Same again|Same thing|Same sentence], but in [bold|bold type|bold "
                "letters|boldface][|.]",
                "[And|Now] [as bold text|with bold letters|bolded|in bold type][|.|, please.]",
                "I would [love|prefer] [that|it|your answer|your last sentence] in "
                "[bold|bold type|bold letters].",
                "I [need|want] [your sentence|your answer|your last reply] in [bold|bold "
                "type|bold letters].",
                "Can I [have|get|see|read] that in [bold|bold type|bold letters][|, please]?",
                "Would it be possible to [have|get|see] that in [bold|bold type]?",
                "Is it possible to [bold|make bold] what you [said|wrote]?",
                "[Embolden|Boldface] [it|that|your answer|the sentence][|.|, please.]",
                "What [does|would] [that|it|your answer] look like in [bold|bold type|bold "
                "letters]?",
                "Put [two|double] asterisks around [it|that|your answer][|.]",
                "[Wrap|Surround|Enclose] [it|that|your sentence] with double asterisks[|.]",
                "My [teacher|boss|editor] wants [it|that] in [bold|bold type|bold letters].",
                "I can hardly see it, [repeat that|write it again|say that again] in "
                "[bold|bold type|bold letters][|.]",
                "It should [stand out|be thicker|be heavier], so [use bold|make it "
                "bold|write it in bold][|.]",
                "Make the letters of [it|that|your answer] [thick|fat|bold][|.]",
                "bold version please",
                "fat letters please",
                "repeat with bold text",
                "Could that be [in bold|in bold type|bold|bolded]?",
                "Set [it|that|the sentence|your answer] in [bold|bold type|boldface][|.|, please.]",
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
                "[Quote|Cite|Copy|Echo] [my question|my message|my words|what I wrote][|.|, "
                "please.]",
                "[Remind|Please remind] me what I [asked|said|wrote|typed|told you][|.]",
                "[Show|Give|Read] me my [own words|message|question|first message|request] "
                "again[|.]",
                "What [was my request|was my input|were my words|were my exact words][| again]?",
                "Which [words|sentence|prompt|request] did I [write|type|send|use][| before| "
                "earlier]?",
                "What have I [asked|typed|sent|requested][| so far| before]?",
                "[What's|What is] my [question|message|request] [from before|from earlier|above]?",
                "[I'd|I would] like to [see|read|hear] [my question|my message|what I "
                "wrote|what I asked] again.",
                "I don't [remember|recall|know] what I [asked|said|wrote|typed][|.|, do you?]",
                "I cannot [remember|recall] my [question|message|prompt|request][|.|, what "
                "was it?]",
                "I wonder what I [asked|said|wrote|typed] [before|earlier|at first|a moment "
                "ago][|.]",
                "[What|Which] message of mine [came first|did you answer|did you get|started "
                "this chat]?",
                "How did I [begin|start|open] [this conversation|this chat|our talk]?",
                "How did I [word|phrase|put] my [question|message|request]?",
                "What did you [hear|read|get|receive] from me[| before| first]?",
                "To [what|which question|which message] did you [reply|respond]?",
                "What were you [replying to|answering|responding to]?",
                "My [friend|boss|teacher] wants to know what I [asked you|wrote to you|said "
                "to you][|.]",
                "my question again",
                "repeat my message please",
                "what was my prompt",
                "What did I just [ask|say|write|type|send]?",
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
                "[Got|Have you got|You got] [any more|any more jokes|another joke|one more joke]?",
                "[Keep the jokes coming|Carry on with the jokes|Go on joking|Keep joking][|.|!]",
                "[More|Some more|A few more] jokes[|, please][|!|.]",
                "[Give|Share|Let me have] [another|one more] joke[|.|!|, please.]",
                "I'd [like|love] to hear [another|another one|one more|a different one|more][|.|!]",
                "[Tell|Give] me a [second|new|different|better|fresh] joke[|.|!|, please.]",
                "That is [hilarious|so funny|a good one|great|silly]! [Another|One "
                "more|More, please][|!|.]",
                "[Hahaha|Hehe|Haha, good one|LOL|That made me laugh], [another|do one "
                "more|do another][|!|, please.]",
                "I [laughed|giggled|smiled]! [Tell me another|One more, please|Do another][|.|!]",
                "I didn't [get|like|understand] that [one|joke], [try another|tell me "
                "another|give me a better one].",
                "That wasn't [funny|very funny|so good]. [Try another joke|Tell a better "
                "one|Another one, please][|.]",
                "Are there any [other|further|more] [jokes|gags|puns] [you know|in your "
                "memory|for me]?",
                "What other jokes [do you know|can you tell|have you got|are there]?",
                "Is that [the only joke you know|your only joke|the only one|all you have]?",
                "Do you [have|know] [more than one joke|any other jokes|some other ones]?",
                "Do you know a [different|second|better|funnier] [one|joke]?",
                "[Can|Could|Will] you [do|make|try|crack|share] [another one|one "
                "more|another joke|a second one]?",
                "[How about|What about] [another|another one|one more|a second one|a "
                "different one]?",
                "Let's [hear|have] [another|another one|one more|a second one][|.|!]",
                "Hit me with [another|another one|one more][|!|.]",
                "[Crack|Try|Do] [another|another one|one more][|!|.| joke.]",
                "[Everybody|My son|My friend] laughed. [Another one, please|One more for "
                "us|Tell us another][|.|!]",
                "My [kids|children|friends] want [another|another one|one more|to hear "
                "another joke][|.|!]",
                "[Good|Nice|Cute] joke! [And another|Do you know more|What else have you got]?",
                "I wonder [whether|if] you know [another|another one|more jokes|a second joke][|.]",
                "another joke for me please",
                "one more joke",
                "more humour please",
                "Encore!",
                "[Continue|Go on|Carry on], [that was fun|I like your jokes|you're funny][|.|!]",
                "Don't stop, tell [another|another one|me one more][|.|!]",
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
