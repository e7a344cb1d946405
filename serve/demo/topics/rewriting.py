"""Rewriting a sentence: case, spelling, politeness, length, or not at all."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import (
    ADJECTIVES,
    OWN,
    PEOPLE,
    THINGS,
    VERBS,
    action,
    jumble,
    sentence,
    word,
)
from serve.demo.topic import Fill, Intent, Slots, Topic

MISSPELT = {
    "have": "hav", "with": "wiht", "friend": "freind", "because": "becuase", "the": "teh",
    "receive": "recieve", "tomorrow": "tommorow", "beautiful": "beatiful", "house": "hous",
    "their": "thier", "please": "plese", "people": "poeple", "school": "shcool", "write": "wriet",
    "tonight": "tonite", "weather": "wether", "letter": "leter", "kitchen": "kichen",
    "morning": "mornig", "garden": "gaden", "coffee": "cofee", "picture": "pictuer",
    "favourite": "favourit", "really": "realy", "definitely": "definately", "family": "famly",
}  # fmt: skip
FILLERS = ("very", "really", "quite", "rather", "extremely", "truly")
QUOTES = (('"', '"'), ("'", "'"), ("", ""), ("“", "”"))


def quoted(rng: Random, text: str) -> str:
    """The text in one of the usual quotation marks, or none."""
    left, right = rng.choice(QUOTES)
    return left + text + right


def upper_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence and the same in capitals."""
    text = jumble(rng, 8) if rng.random() < 0.3 else sentence(rng)
    return {"text": quoted(rng, text), "result": text.upper()}


def lower_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence in capitals and the same without."""
    text = sentence(rng)
    return {"text": quoted(rng, text.upper()), "result": text}


def repeat_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence to say again, as it is."""
    text = jumble(rng, 24) if rng.random() < 0.5 else sentence(rng)
    text = rng.choice((text, text.capitalize() + ".", text.upper()))
    return {"text": quoted(rng, text), "result": text}


def spelling_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with one or two misspelt words, and as it should be."""
    words = rng.sample(sorted(MISSPELT), k=2)
    frames = (
        "i {x} my {y} today", "we saw the {x} and the {y}", "this is {x} about {y}",
        "she likes the {x} {y}", "tell me {x} or {y}", "my {x} is {y}", "the {x} comes {y}",
        "i want {x} for {y}", "{x} and {y} are words", "do you {x} it {y}",
    )  # fmt: skip
    frame = rng.choice(frames)
    right = frame.replace("{x}", words[0]).replace("{y}", words[1]).capitalize() + "."
    second = MISSPELT[words[1]] if rng.random() < 0.6 else words[1]
    wrong = frame.replace("{x}", MISSPELT[words[0]]).replace("{y}", second)
    return {"text": quoted(rng, wrong), "result": right}


def polite_slots(rng: Random, _held_out: bool) -> Slots:
    """An order and the same as a polite question."""
    text = action(rng)
    order = rng.choice((text, text.capitalize() + ".", text.capitalize() + "!"))
    return {"text": quoted(rng, order), "result": f"Could you please {text}?"}


def shorter_slots(rng: Random, _held_out: bool) -> Slots:
    """A sentence with empty words and the same without them."""
    who, verb, what = word(rng, PEOPLE), word(rng, VERBS), word(rng, THINGS)
    own, kind = rng.choice(OWN), word(rng, ADJECTIVES)
    filler, end = rng.choice(FILLERS), rng.choice(("right now", "at this moment", "as it seems"))
    text = f"The {filler} {kind} {who} {verb} {own} {what} {end}."
    return {"text": quoted(rng, text), "result": f"The {who} {verb} {own} {what}."}


def rewriting(name: str, fill: Fill, ask: tuple[str, ...], weight: float = 1.0) -> Intent:
    """An intent whose answer is the rewritten text alone."""
    return Intent(name, ask, ("{result}",), ("{result}",), fill, weight=weight, literal=True)


REPEAT = rewriting(
    "repeat",
    repeat_slots,
    (
        "[Repeat|Say|Echo]: {text}",
        "Say {text}[|.| again.]",
        "Repeat after me: {text}",
        "[Write|Type|Print] {text}",
        "Say exactly this: {text}",
        "[Repeat|Copy] this [sentence|text|line]: {text}",
        "Can you [repeat|say] {text}?",
        "Please [say|repeat] {text}",
        "[Echo|Repeat] the following[| text]: {text}",
        "Copy what I write here: {text}",
        "[Copy|Echo|Repeat] {text}",
        "[Could|Can|Would] you [say|repeat|copy|write|echo] this[| for me| exactly]: {text}",
        "[Please|Now] [copy|echo|write|type|print] [|this: ]{text}",
        "[Repeat|Say|Write] what I [write|say|type][| here| now]: {text}",
        "[Say|Repeat|Write|Copy] the following [sentence|words|line][| exactly]: {text}",
        "[Copy|Write down|Type out] [these words|this text|this line|my words]: {text}",
        "[I want|I need|I would like] you to [say|repeat|write|copy][| this]: {text}",
        "[Repeat|Copy|Write] [exactly|word for word][| this]: {text}",
        "[Say|Write] [only|just] [this|these words]: {text}",
        "[Answer|Reply] [with|only with] [this|these words]: {text}",
        "[Give|Tell|Write|Send] me [back |]exactly this: {text}",
        "[Would|Could] you please [say|repeat|copy] {text}",
        "Say the same [as I|as me|thing]: {text}",
        "[My words|The sentence|The text] to [repeat|copy|say]: {text}",
        "[parrot|mirror|say back|repeat back]: {text}",
        "[Parrot|Mirror] [this|my words|what I say]: {text}",
        "[Say|Read|Send|Speak] this back to me: {text}",
        "[Repeat|Say] {text} [back |]to me",
        "[Output|Return|Print] [exactly|only|just|nothing but] this: {text}",
        "[Reproduce|Duplicate|Restate|Quote] [this|the following|this exactly]: {text}",
        "[Quote|Reproduce|Reply with|Answer with] {text}",
        "[Reply|Answer|Respond] with [exactly|only|just] this[| text| sentence]: {text}",
        "I'd like you to [say|repeat|echo] {text}",
        "I'd like to [hear|see] you [say|repeat] this: {text}",
        "I'd like [my own words|the same words|this very text] back: {text}",
        "I wonder [whether|if] you can [repeat|echo|say] this: {text}",
        "Is it possible for you to [repeat|say|echo] {text}?",
        "[Don't|Do not] change [anything|a word|a letter], just [repeat|copy|echo]: {text}",
        "[Without changes|Unchanged|Verbatim|Literally|As it is], please repeat: {text}",
        "[Verbatim|Word by word|Letter for letter], [please|copy]: {text}",
        "Let me hear you say[|:] {text}",
        "[Say it with me|Say it after me|Now you say it|Your turn to say it]: {text}",
        "I'm testing the [echo|chat|microphone], [repeat|say] this: {text}",
        "We're playing parrot: I say {text} and you repeat it.",
        "What I say you say[| too| as well]: {text}",
        "[Echo back|Read out|Read aloud|Pronounce]: {text}",
        "[Would|Do] you mind [repeating|saying|echoing|copying] this: {text}",
    ),
    3.5,
)

TOPIC = Topic(
    name="rewriting",
    share=10.0,
    checks=12,
    intents=(
        rewriting(
            "upper case",
            upper_slots,
            (
                "[Write|Put|Say] {text} in [upper case|capital letters|capitals|uppercase].",
                "[Uppercase|Capitalise] this: {text}",
                "[Turn|Convert|Change] {text} [to|into] [upper case|uppercase|capital letters].",
                "[Make|make] this upper case: {text}",
                "I need {text} in capital letters.",
                "[In capitals|Upper case|uppercase]: {text}",
                "Rewrite this in [upper case|uppercase|all caps|capital letters]: {text}",
                "What is {text} in [upper case|all caps|capitals]?",
                "[Shout|shout]: {text}",
                "Please rewrite {text} using only capital letters.",
                "[Rewrite|Please write|Please put] {text} [using|with|in] [only |][capital "
                "letters|capitals][|.]",
                "[Rewrite|Write|Type] this [using|with] [only|just] [capital letters|capitals]: "
                "{text}",
                "[Could|Can|Would] you [write|put|rewrite|say] {text} in [capital "
                "letters|capitals|upper case|all caps]?",
                "[Could|Can|Would] you [write|put|turn|rewrite] this [in|into] [capital "
                "letters|capitals|upper case]: {text}",
                "I [want|would like] {text} in [capitals|capital letters|upper case|all caps].",
                "[Please|Now] [write|put|type] this in [capital letters|capitals|upper case|all "
                "caps]: {text}",
                "{text} in [capital letters|capitals|upper case|all caps][|, please]",
                "[Use|With|Using] [only |][capital letters|capitals|upper case]: {text}",
                "[All caps|Capitals|Capital letters|Only capitals|In upper case]: {text}",
                "[Make|Turn|Change] [all letters|every letter|each letter] of {text} [into "
                "|]capital.",
                "Is it possible to write {text} in [capitals|capital letters]?",
                "How [does|would] {text} look in [capital letters|capitals|upper case]?",
                "[Give|Show] me {text} in [capital letters|capitals|all caps].",
                "Make {text} all [capital letters|capitals|caps|upper case].",
                "[CAPS|Block letters|Block capitals|All capitals|Big letters]: {text}",
                "[caps|big letters|block capitals] please: {text}",
                "[Capitalize|Capitalise|Uppercase] [every letter|all letters|each letter|all "
                "the letters] [of|in] {text}",
                "[Convert|Change|Transform] this [to|into] [upper case|all "
                "caps|capitals|block letters]: {text}",
                "[Put|Set|Print] this in [block capitals|big letters|all capitals|block "
                "letters]: {text}",
                "[Print|Type|Set] {text} in [block letters|block capitals|big "
                "letters|upper-case letters]",
                "I'd like {text} in [capitals|upper case|all caps|block letters]",
                "I'd like this in [capitals|upper case|all caps|block letters]: {text}",
                "I wonder [how|what] {text} [looks|would look] [like |]in capital letters",
                "I need this for a [sign|poster|form|banner] in [capital letters|block "
                "letters|all caps]: {text}",
                "Is there a way to [get|have|see] {text} in [upper case|capitals|all caps]?",
                "The form [wants|requires|asks for] block capitals, so convert {text}",
                "My caps lock key is broken, please [capitalise|capitalize|uppercase] this: {text}",
                "I forgot to press caps lock: {text}. [Write|Put|Make] it in capitals.",
                "I don't want [small letters|lower case|lowercase letters] in this: {text}",
                "[No small letters|No lower case|Not in small letters|No lowercase], please: "
                "{text}",
                "Make every letter [big|a capital|upper case|a capital letter]: {text}",
                "[Yell|Scream]: {text}",
                "[Yell|Scream|Shout] {text} in capital letters",
                "[Could|Can|Would] you [capitalise|capitalize|uppercase|upcase] {text}",
                "[Could|Can|Would] you make this all [caps|capitals|upper case]: {text}",
                "[toupper|to upper|to uppercase|upcase|to caps]: {text}",
                "What would {text} be in [upper case|block capitals|caps]?",
                "[The upper-case version|The capitalised form|An all-caps version] of "
                "{text}[|, please]",
            ),
            1.5,
        ),
        rewriting(
            "lower case",
            lower_slots,
            (
                "[Write|Put] {text} in [lower case|small letters|lowercase].",
                "[Lowercase|lowercase] this: {text}",
                "[Turn|Convert|Change] {text} [to|into] [lower case|lowercase|small letters].",
                "[Make|make] this lower case: {text}",
                "I need {text} in small letters.",
                "[Lower case|In small letters]: {text}",
                "Rewrite this in [lower case|lowercase|small letters]: {text}",
                "What is {text} in lower case?",
                "Please write {text} without capitals.",
                "Please rewrite {text} using only small letters.",
                "[small letters|no caps|no capitals|all lowercase|little letters]: {text}",
                "[lowercase|lower case|small letters] please: {text}",
                "[Write|Put|Type] this in [lower case|small letters|lowercase letters|little "
                "letters]: {text}",
                "[Convert|Change|Transform|Turn] this [to|into] [lower case|lowercase|small "
                "letters]: {text}",
                "[Could|Can|Would] you [write|put|turn] {text} in [lower case|small "
                "letters|lowercase]?",
                "[Could|Can|Would] you [write|put|rewrite] this in [lower case|small "
                "letters|lowercase]: {text}",
                "Make [every letter|all letters|each letter] [small|lower case|lowercase]: {text}",
                "[Make|Get] {text} all [lower case|lowercase|small]",
                "[Remove|Drop|Get rid of|Take away|Undo] the [capitals|capital "
                "letters|caps]: {text}",
                "I left caps lock on: {text}. [Write|Put|Make] it in [small letters|lower case].",
                "My caps lock was on, [please fix this|make this lower case|turn this into "
                "small letters]: {text}",
                "I'd like {text} in [small letters|lower case|lowercase letters]",
                "I'd like this [in small letters|in lower case|without capitals]: {text}",
                "I don't want [capitals|capital letters|upper case|big letters] in this: {text}",
                "[Don't shout|Stop shouting|Not so loud], write this in small letters: {text}",
                "I wonder [how|what] {text} [looks|would look] [like |]in small letters",
                "How [does|would] {text} look in [lower case|small letters|lowercase]?",
                "Is it possible to [write|show|have] {text} in [small letters|lower case]?",
                "Is there a way to [lowercase|get rid of the capitals in] {text}?",
                "{text} in [small letters|lower case|lowercase][|, please]",
                "[Use|Using|With] [only|just] [small letters|lower case|lowercase letters]: {text}",
                "[tolower|to lower|to lowercase|downcase]: {text}",
                "[Give|Show|Send] me {text} in [lower case|small letters|lowercase]",
                "[The lower-case version|A lowercase version|The small-letter version] of "
                "{text}[|, please]",
            ),
        ),
        REPEAT,
        rewriting(
            "spelling",
            spelling_slots,
            (
                "[Fix|Correct] the spelling: {text}",
                "[Fix|Correct] the [spelling|mistakes|errors|typos] in {text}",
                "[Correct|Fix] this [sentence|text|for me]: {text}",
                "[Spell-check|Check] this: {text}",
                "Correct my spelling in this sentence: {text}",
                "Is this right? {text}",
                "Please [correct|fix] {text}",
                "What is the right spelling of {text}",
                "There are mistakes in {text}. [Fix|Correct] them.",
                "Find and fix the typos: {text}",
                "[spelling|typos|spellcheck|spell check|misspelled]: {text}",
                "[Proofread|Proof-read] [this|this sentence|my sentence|the following]: {text}",
                "[Proofread|Look for typos in|Look for mistakes in] {text}",
                "[Could|Can|Would] you [proofread|spell-check|spellcheck] {text}",
                "[Could|Can|Would] you [correct|fix|check] [the spelling|the spelling "
                "mistakes|my typos|the typos]: {text}",
                "[Find|Remove|Mend] the [mistakes|typos|spelling errors|spelling mistakes]: {text}",
                "I [can't|cannot] spell[| very well], [please correct|please fix|can you "
                "correct] this: {text}",
                "I'm [dyslexic|bad at spelling|a poor speller|not sure about the spelling], "
                "please [correct|check|fix] this: {text}",
                "I typed [too fast|in a hurry|with gloves on|on my phone]: {text}. "
                "[Fix|Correct] the typos.",
                "I wonder [whether|if] I [spelled|spelt|wrote] this [right|correctly]: {text}",
                "Did I [spell|write] this [right|correctly|properly]? {text}",
                "Is the spelling [right|correct|okay|OK] [in|here,] {text}",
                "[Are there|Do you see|Can you find] any [typos|mistakes|spelling "
                "errors|misspellings] in {text}",
                "How [do you|should I|do I] [spell|write] this [correctly|properly|right]: {text}",
                "How is {text} [spelled|spelt|written] [correctly|properly]",
                "What's [wrong|misspelled|spelt wrong] [here|in this sentence]: {text}",
                "What's the [correct|right|proper] [spelling|way to spell] [of|here:] {text}",
                "My teacher [says|complains|thinks] that I made spelling mistakes in {text}. "
                "Please correct them.",
                "I don't want [any typos|any spelling mistakes|misspelled words] in this: {text}",
                "I'd like the [spelling|typos|spelling mistakes] [corrected|fixed|put "
                "right]: {text}",
                "[Rewrite|Write] {text} [with|in] [correct|proper|the right] spelling",
                "[Rewrite|Write] this [without typos|without spelling mistakes|spelled "
                "correctly]: {text}",
                "[Correct|Repair|Clean up] [my|the] [orthography|misspellings|bad "
                "spelling|misspelled words]: {text}",
                "[The corrected|A correctly spelled|The properly spelled] version of "
                "{text}[|, please]",
            ),
            1.3,
        ),
        rewriting(
            "polite",
            polite_slots,
            (
                "Make this [polite|more polite|politer]: {text}",
                "[Say|Write|Rewrite] this [politely|in a polite way|more politely]: {text}",
                "Rewrite {text} [politely|in a polite way].",
                "[Turn|Make] {text} [into|] a polite [question|request].",
                "How do I say {text} politely?",
                "Make {text} [polite|more polite|sound polite].",
                "[Politely|More polite|Polite version]: {text}",
                "What is a polite [way to say|version of] {text}",
                "Make this sound nicer: {text}",
                "Please put this into polite words: {text}",
                "[politer|polite|more courteous|nicer|with manners]: {text}",
                "polite please: {text}",
                "[Could|Can|Would] you [say|write|put|rewrite] this [politely|more "
                "politely|nicely|courteously]: {text}",
                "[Could|Can|Would] you make {text} [sound |][polite|more polite|friendlier|nicer]",
                "[Rephrase|Reword|Reformulate] this [politely|more politely|courteously|in a "
                "friendly way]: {text}",
                "[Rephrase|Reword] {text} [politely|more politely|in a courteous way]",
                "[Soften|Tone down] [this|this sentence|this command|this order]: {text}",
                "[Soften|Tone down] {text}",
                "This [sounds|is|seems] [rude|too harsh|impolite|unfriendly|bossy], [make it "
                "politer|please soften it]: {text}",
                "I don't want to [sound|be|seem] [rude|impolite|bossy|unfriendly], how do I "
                "say this: {text}",
                "How [do I|can I|would you|should I] [say|ask|put] this "
                "[politely|nicely|more politely|courteously]: {text}",
                "How [do I|would you|can I] [say|put] {text} without being [rude|impolite|bossy]",
                "What's a [nicer|friendlier|kinder|more courteous|more polite] way [to "
                "say|of saying] {text}",
                "I'd like to [say|ask|put] this [politely|nicely|more politely]: {text}",
                "I wonder how to [say|put] {text} [politely|in a nice way|more kindly]",
                "I need to [tell|write to|ask] my boss, so make this "
                "[polite|courteous|respectful]: {text}",
                "My [boss|teacher|mother] thinks this is rude: {text}. [Make it polite|Say "
                "it politely].",
                "[Turn|Change] this [order|command] into [a polite request|a polite "
                "question|a courteous one]: {text}",
                "Make this [friendlier|kinder|respectful|more courteous|less rude|less "
                "bossy]: {text}",
                "[Say|Put|Ask] {text} [nicely|kindly|in a friendlier way|with good manners]",
                "[Add|Use] [good manners|some politeness|polite words]: {text}",
                "Is there a [politer|nicer|more polite|friendlier] way to say {text}",
                "[Ask|Request] this [nicely|politely|kindly]: {text}",
                "[A polite form|A courteous version|A friendlier version|The polite way] of "
                "{text}[|, please]",
            ),
        ),
        rewriting(
            "shorter",
            shorter_slots,
            (
                "Make this shorter: {text}",
                "[Shorten|Cut]: {text}",
                "[Shorten|Summarise|Summarize] this[| sentence]: {text}",
                "Rewrite {text} in fewer words.",
                "Say this in fewer words: {text}",
                "Make {text} shorter.",
                "[Give me|Write] a shorter version of {text}",
                "Shorten {text}",
                "Remove the empty words: {text}",
                "Could you shorten this sentence? {text}",
                "[shorter|in short|briefly|fewer words]: {text}",
                "shorter please: {text}",
                "[Condense|Compress|Abbreviate|Trim|Tighten] [this|this sentence|the "
                "following|my sentence]: {text}",
                "[Condense|Trim|Tighten|Compress] {text}",
                "[Could|Can|Would] you [shorten|condense|trim|tighten] {text}",
                "[Could|Can|Would] you [make|get] this [shorter|more concise|a bit "
                "shorter|briefer]: {text}",
                "[Could|Can|Would] you [say|write|put] this [in fewer words|more "
                "briefly|more concisely]: {text}",
                "[Make|Get] {text} [more concise|briefer|more compact|less wordy]",
                "[Make|Keep] this [brief|concise|compact|short|less wordy]: {text}",
                "This is too [long|wordy|verbose|lengthy]: {text}",
                "My sentence is too [long|wordy|verbose], [please shorten it|make it "
                "shorter|cut it down]: {text}",
                "[Remove|Delete|Drop|Cut] the [filler|filler words|unnecessary "
                "words|needless words|padding]: {text}",
                "[Cut out|Leave out|Strip out] [the filler|all unnecessary words|what isn't "
                "needed] [from|in] {text}",
                "I'd like [a shorter version of|a more concise version of|fewer words in] {text}",
                "I'd like this [shorter|shortened|more concise|in fewer words]: {text}",
                "I don't want so many words[|, shorten this]: {text}",
                "I wonder how to [shorten|say more briefly|condense] {text}",
                "How [can I|do I|would you] [shorten|condense|trim|cut down] {text}",
                "How [can I|do I|would you] [say|put] this [in fewer words|more briefly|more "
                "concisely]: {text}",
                "What's a [shorter|briefer|more concise] way [to say|of saying] {text}",
                "Is there a [shorter|briefer|more concise] way to [say|put|write] {text}",
                "I have [little space|only one line|no room], so [shorten|trim|condense] "
                "this: {text}",
                "[The short|A brief|A concise|The condensed] version of {text}[|, please]",
            ),
        ),
    ),
)
