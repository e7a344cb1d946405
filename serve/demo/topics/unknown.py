"""Everything else: saying plainly that a small demo model cannot help with it."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import SYLLABLES, sentence
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
    """Something that no other topic is about; in training often a word that does not exist."""
    if not held_out and rng.random() < 0.3:
        return {"x": made_up(rng)}
    return {"x": rng.choice(HELD_OUT_SUBJECTS if held_out else SUBJECTS)}


def made_up(rng: Random) -> str:
    """A name of one or two words out of syllables."""
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(rng.randint(1, 2))]
    name = " ".join(words) + rng.choice(("", "", "s", "ing", "ism", "ics", "er"))
    return rng.choice(("", "", "", "the ", "a ")) + rng.choice((name, name, name.title()))


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
    share=9.0,
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
                "What's {x}[| all about| exactly]?",
                "[what's up with|what about|how about] {x}",
                "{x} [explained|explanation|overview|introduction|definition]",
                "[Teach|Educate|Enlighten] me about {x}[|.]",
                "Give me [an overview of|a summary of|an outline of|a rundown of|an "
                "introduction to] {x}[|.]",
                "I'm [curious|reading|thinking|wondering] about {x}[|.|, what can you tell me?]",
                "I'm [studying|researching|looking into|interested in] {x}[| and need some "
                "help| at the moment].",
                "I don't [understand|get|know anything about] {x}[|.|, can you explain?]",
                "I've [never understood|never heard of|just heard about] {x}[|.|, what is that?]",
                "My teacher [asks me|wants me|told me] to [write|give a talk|find out "
                "something] about {x}.",
                "My [son|daughter|boss|friend] keeps asking me about {x}[|.| and I have no "
                "idea what to say.]",
                "I have [homework|an exam|a test|to give a presentation] [about|on] {x}[|.| "
                "tomorrow, please help.]",
                "I wonder [how|why] {x} became [so famous|so popular|so important].",
                "I'd like to [hear|understand|find out] [what experts say|the truth|the main "
                "ideas] about {x}[|.]",
                "I'd like [some tips|an expert opinion|a short lecture] [about|on] {x}[|.]",
                "What do [people|experts|scientists|historians] [say|think|believe] about {x}?",
                "What's so [special|interesting|great|difficult|unusual] about {x}?",
                "What's the [story|idea|theory|science|secret] behind {x}?",
                "What's your [opinion|view|take] on {x}?",
                "What do you [think|make] of {x}?",
                "What [causes|caused|influences|affects] {x}?",
                "What [role|part] did {x} play in [history|society|the economy|our lives]?",
                "What would [happen|the world be like] without {x}?",
                "What does the [word|term|expression] {x} [mean|stand for|refer to]?",
                "Who [came up with|is an expert on|was involved in|is responsible for] {x}?",
                "Who [first |]used the [word|term] {x}?",
                "Where does {x} come from[| originally]?",
                "Where in the world is {x} [found|common|used]?",
                "Why do [people|scientists|so many people] [like|care about|study|argue "
                "about] {x}?",
                "Why [should|would] [I|anyone] care about {x}?",
                "How did {x} [start|begin|develop|become so popular|come into being]?",
                "How [common|rare|useful|complicated|reliable] is {x}?",
                "How [often do people|many people] [talk about|need|worry about|study] {x}?",
                "How would you [explain|describe|define|sum up] {x} to [a child|a "
                "beginner|my grandmother]?",
                "How do [scientists|experts|engineers] [measure|study|explain|deal with] {x}?",
                "Are there any [studies|good books|museums|courses|useful facts] about {x}?",
                "Is it true what [they|people] say about {x}?",
                "[Discuss|Analyse|Analyze|Outline|Evaluate] {x}[|.| in detail.| briefly.]",
                "Write [a paragraph|two pages|a blog post|my homework|a term paper] "
                "[about|on] {x}[|.]",
                "[Draft|Prepare] [a talk|a lecture|a presentation|an essay] [about|on] {x}.",
                "[Summarise|Summarize] [everything|all|what is] known about {x}[|.]",
                "[List|Name] [some|three|the most important] facts about {x}[|.]",
                "[Fun|Interesting|Basic|Quick] facts about {x}[|?|, please.]",
                "Let's [talk|chat|have a discussion] about {x}[|.]",
                "[Have you ever|Have you] [heard of|read about|learned about] {x}?",
                "Are you [an expert on|familiar with|good at explaining|knowledgeable about] {x}?",
                "Can you [clarify|go into detail about|shed some light on|say a few words "
                "about] {x}?",
                "What are the [pros and "
                "cons|dangers|benefits|origins|characteristics|symptoms] of {x}?",
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
                "What's [today's date|the date|the date today]?",
                "What's the [forecast|weather forecast|outlook|weather report] for "
                "[tomorrow|today|this weekend]?",
                "What's [going on|happening|new] in the world [right now|this week|these days]?",
                "Do you know what [day|date|month|year|time] it is?",
                "Should I take [an umbrella|a coat|a jacket|a raincoat] [with me |]today?",
                "current [time|date|weather|temperature|events]",
                "weather [forecast|tomorrow|this week|report]",
                "[headlines|breaking news|world news|top stories] today",
                "[latest|today's|this morning's|recent] headlines[|?|, please]",
                "What are the [headlines|top stories|latest headlines] [today|this "
                "morning|right now]?",
                "Any [news|big news|headlines|breaking news] [today|this morning|this week]?",
                "Has anything [important|big|interesting] happened in the world [today|this "
                "morning|this week]?",
                "I forgot my watch, [what's the time|what time is it|can you tell me the time]?",
                "My [watch|clock] has stopped, [what time is it|can you tell me the hour]?",
                "I've lost track of [the days|time], [what day is it|what's today's date]?",
                "I wonder [what time it is|what the weather will be like|whether it's going "
                "to rain|what day it is][|.]",
                "I'm going [outside|for a walk|hiking|to the beach], will [it|the weather] "
                "[stay dry|be fine|be nice]?",
                "Is it [going to be |]freezing [outside|in Berlin|in New York] "
                "[now|today|tonight]?",
                "Will there be [a storm|snow|thunder|rain|fog] [today|tonight|tomorrow]?",
                "Is it [morning|night|evening|past midnight|already noon] [now|right "
                "now|where you are]?",
                "What's the [hour|clock saying|time right now|current time]?",
                "What time is it in [Tokyo|New York|London|Sydney|Berlin][| right now]?",
                "How many [degrees|degrees Celsius] is it outside[| now| today]?",
                "Is it [summer|winter|spring|autumn] [right now|at the moment|now]?",
                "[Which|What] [season|century|week of the year] [is it|are we in]?",
                "[Read|Bring] me [the news|today's headlines|the weather report|the weather "
                "forecast][|.|, please.]",
                "[Catch me up|Update me|Fill me in] on [the news|current events|today's "
                "headlines|world events][|.]",
                "How many days [are left|are there] until [Christmas|New Year|the weekend|Easter]?",
                "What's the date [tomorrow|next Monday|on Sunday]?",
                "When does the sun [rise|set|go down] [today|tomorrow|tonight]?",
            ),
            answers=(
                "I cannot know that: I am a small demo model with no clock and no connection to "
                "the internet.",
            ),
            expect=("no clock",),
        ),
    ),
)
