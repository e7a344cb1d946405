"""How wishes are worded. Of every list the evaluation keeps each fifth, so new wordings follow the
old ones: what was held out once stays so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from zlib import crc32

from serve.demo.topic import variants


@cache
def widened(own: tuple[str, ...], patterns: tuple[str, ...]) -> tuple[str, ...]:
    """`own`, then every other text that the patterns with `[this|that]` make, in an order of
    chance, so that no pattern decides which of them are held out."""
    known = {text.lower() for text in own}
    more = {" ".join(text.split()) for pattern in patterns for text in variants(pattern)}
    new = (text for text in more if text.lower() not in known)
    return (*own, *sorted(new, key=lambda text: crc32(text.encode())))


OPENERS = widened(
    (
        "Build {noun}", "Make {noun}", "Create {noun}", "I want {noun}", "Please build {noun}",
        "I need {noun}", "Can you make {noun}", "Make me {noun}", "Write {noun}",
        "I would like {noun}",
        "Give me {noun}", "Could you build {noun}", "Build me {noun}", "{noun} please",
        "I'd like {noun}",
        "{noun}", "Let's build {noun}", "Please make {noun}", "Code {noun}", "We need {noun}",
        "Can you build me {noun}", "Show me {noun}", "Please create {noun}", "{noun}",
        "Help me make {noun}",
    ),
    (
        "[can you|could you] [create|make|build] me {noun}",
        "[let us|help me|I want to] [build|make|create] {noun}", "[create|write] me {noun}",
        "we [want|would like] {noun}", "[how about|I am looking for|hi, I need] {noun}",
        "would you make {noun}",
    ),
)  # fmt: skip
PARTS: Mapping[str, tuple[str, ...]] = {
    "title": (
        "called {title}", "named {title}", "titled {title}", "with the title {title}",
        "with title {title}", "that is called {title}", "called {title}", "whose title is {title}",
        "with the name {title}", "under the title {title}", "called {title}", "title {title}",
    ),
    "colour": widened(
        (
            "in {colour}", "that is {colour}", "in the colour {colour}", "with {colour} accents",
            "coloured {colour}", "with a {colour} accent", "in {colour}", "with {colour} colours",
            "all in {colour}", "using {colour}", "with a {colour} theme",
        ),
        (
            "[colored|painted|styled|completely] in {colour}",
            "using [the colour|the color] {colour}", "[with|using] a {colour} [style|design]",
            "[that|which] should be {colour}", "which is {colour}", "whose colour is {colour}",
            "in the color {colour}", "with {colour} as the colour",
            "[with|in] the colour {colour}", "painted {colour}",
        ),
    ),
    "subtitle": widened(
        (
            "with the subtitle {subtitle}", "and the subtitle {subtitle}", "subtitle {subtitle}",
            "that has the subtitle {subtitle}", "with {subtitle} as subtitle",
            "with a subtitle that says {subtitle}", "and below it {subtitle}",
        ),
        (
            "with {subtitle} as [the|a|its] subtitle", "and {subtitle} as [the subtitle|subtitle]",
            "with {subtitle} [below|under] the title",
            "with a [tagline|subtitle saying] {subtitle}", "with the tagline {subtitle}",
            "[whose|where the] subtitle [is|says] {subtitle}", "having the subtitle {subtitle}",
            "with a line below the title that says {subtitle}",
        ),
    ),
    "dark": widened(
        (
            "with a dark background", "in dark mode", "on a dark background", "with a dark theme",
            "that is dark", "on black", "with dark colours", "with dark mode",
        ),
        (
            "which is dark", "[that|which] should be dark", "which is in dark mode",
            "[using|on|having] a dark background", "on a black background",
            "[in|with] a dark style", "using dark mode", "whose background is [dark|black]",
        ),
    ),
    "button": widened(
        (
            "with a button that says {button}", "with the button {button}",
            "whose button says {button}",
            "with a button called {button}", "with a {button} button",
            "and a button labelled {button}",
            "where the button says {button}",
        ),
        (
            "[with|and|having] the {button} button", "[and|having|plus] a {button} button",
            "with a button [saying|labelled|named] {button}", "whose button is called {button}",
            "where the button is called {button}", "with {button} on the button",
            "with the button text {button}", "that has a {button} button",
        ),
    ),
    "button_colour": widened(
        (
            "with a {button_colour} button", "whose button is {button_colour}",
            "and a {button_colour} button", "with the button in {button_colour}",
            "where the button is {button_colour}", "having a {button_colour} button",
        ),
        (
            "[with|and] the button in {button_colour}", "with [the|its] {button_colour} button",
            "[that has|plus|using] a {button_colour} button",
            "where the button should be {button_colour}", "and whose button is {button_colour}",
            "where its button is {button_colour}", "with a button that is {button_colour}",
        ),
    ),
    "reset": widened(
        (
            "with a {reset} button", "and a {reset} button", "that can be {reset}", "with {reset}",
            "including a {reset} button", "plus a {reset} button", "that has a {reset} button",
            "with a button to {reset} it",
        ),
        (
            "including [the {reset} button|a button to {reset} it|{reset}]",
            "[with|plus|having] the {reset} button", "having a {reset} button",
            "which has a {reset} button", "with another {reset} button",
            "and a button to {reset} it", "with a button for {reset}",
        ),
    ),
}  # fmt: skip
"""How a part of a request follows the noun."""
SUBJECTS = ("for {title}", "about {title}", "for my {title}", "for {title}", "for our {title}")
"""Of a title, where "for" is not how the kind's list is named."""
TITLES = (
    "with [a|its] [title|name] {title}", "with the [heading|title being] {title}",
    "[with|using] {title} as [the|its] [title|name]", "which is [called|named|titled] {title}",
    "that [is named|has the title|should be called] {title}", "where the title is {title}",
    "[whose|where the] name is {title}", "by the name of {title}", "and call it {title}",
    "under the name {title}", "name: {title}",
)  # fmt: skip
MORE_SUBJECTS = (
    "for [the|your|her|their] {title}", "about [the|my|our|your] {title}", "all about {title}",
)  # fmt: skip
SENTENCES: Mapping[str, tuple[str, ...]] = {
    "title": widened(
        (
            "change the title to {title}", "call it {title}", "rename it to {title}",
            "the title should be {title}", "name it {title}", "set the title to {title}",
            "make the title {title}", "title it {title}", "let the title be {title}",
            "give it the title {title}", "use {title} as the title", "the title is {title}",
            "rename the app to {title}",
        ),
        (
            "[name|call|title] the app {title}", "[name|title] this {title}",
            "[change|set|update] [the|its] [name|title] to {title}",
            "give it the [name|new name|new title] {title}",
            "[it|the app] should be [called|named] {title}",
            "the [new title|new name|name] [is|should be] {title}",
            "[use|take] {title} as [the name|title]", "new title: {title}",
            "I want it called {title}", "let it be called {title}",
        ),
    ),
    "colour": widened(
        (
            "make it {colour}", "use {colour}", "change the colour to {colour}",
            "the colour should be {colour}", "turn it {colour}", "paint it {colour}",
            "set the colour to {colour}", "I want it in {colour}", "change the color to {colour}",
            "make everything {colour}", "use {colour} as the accent colour",
            "it should be {colour}",
            "make the app {colour}",
        ),
        (
            "[turn|paint] [the app|everything] {colour}", "turn this {colour}",
            "make [this|all of it|the colour|the color] {colour}",
            "[change|set|switch] it to {colour}", "[use|take] the colour {colour}",
            "everything should be {colour}", "the color should be {colour}",
            "[colour it {colour}|{colour} please|now in {colour}]", "I want everything {colour}",
        ),
    ),
    "subtitle": widened(
        (
            "add the subtitle {subtitle}", "the subtitle should be {subtitle}",
            "add a subtitle that says {subtitle}", "set the subtitle to {subtitle}",
            "put {subtitle} below the title", "give it the subtitle {subtitle}",
            "make the subtitle {subtitle}", "below the title write {subtitle}",
        ),
        (
            "[put|write|add] {subtitle} under the title",
            "[write|add|show] {subtitle} below the title", "put {subtitle} below it",
            "[put|write] {subtitle} as the subtitle", "[change|update] the subtitle to {subtitle}",
            "[add|use] the tagline {subtitle}",
            "below the title [put|add|it should say] {subtitle}",
            "the subtitle [is|should say] {subtitle}", "let the subtitle be {subtitle}",
            "use {subtitle} as [the|a] subtitle",
        ),
    ),
    "dark": widened(
        (
            "make it dark", "use a dark background", "dark background please", "use dark mode",
            "switch to dark mode", "make the background dark", "I want a dark theme",
            "the background should be dark", "turn on dark mode", "dark mode", "make it black",
        ),
        (
            "[turn|make] [everything|the page] dark", "turn it [dark|black]",
            "switch [it to dark|to a dark background|to a dark theme|it to dark mode]",
            "[it|everything|the page] should be dark", "[I want|turn to|change to] dark mode",
            "[I want|give it] a dark background", "make the background black", "dark theme please",
            "dark mode on",
        ),
    ),
    "button": widened(
        (
            "the button should say {button}", "rename the button to {button}",
            "change the button to {button}", "let the button say {button}",
            "label the button {button}", "change the label to {button}",
            "the button should be called {button}", "put {button} on the button",
            "change the text of the button to {button}",
        ),
        (
            "[label|name|call] its button {button}", "[name|call] the button {button}",
            "label the main button {button}", "write {button} on the button",
            "[set|change] the [button text|label of the button] to {button}",
            "set the label to {button}", "the label should be {button}",
            "let the button be called {button}", "make the button say {button}",
            "use {button} as the label",
        ),
    ),
    "button_colour": widened(
        (
            "make the button {button_colour}", "the button should be {button_colour}",
            "use a {button_colour} button", "change the colour of the button to {button_colour}",
            "paint the button {button_colour}", "turn the button {button_colour}",
            "I want a {button_colour} button", "colour the button {button_colour}",
            "make its button {button_colour}", "change the button colour to {button_colour}",
            "change the button color to {button_colour}", "{button_colour} button please",
            "the button in {button_colour}", "make the {button} button {button_colour}",
            "the {button} button should be {button_colour}",
            "turn the {button} button {button_colour}",
            "set the button to {button_colour}", "button colour {button_colour}",
        ),
        (
            "[paint|color] its button {button_colour}",
            "[paint|colour] the {button} button {button_colour}",
            "[set|switch] the button color to {button_colour}",
            "change the button to {button_colour}",
            "set the colour of the button to {button_colour}",
            "the button [colour|color] should be {button_colour}",
            "I want the {button} button {button_colour}", "use {button_colour} for the button",
            "I want the button in {button_colour}",
        ),
    ),
    "reset": widened(
        (
            "add a {reset} button", "it needs a {reset} button", "give it a {reset} button",
            "I want a {reset} button", "put a {reset} button below", "add a button to {reset} it",
            "there should be a {reset} button", "please add {reset}", "also a {reset} button",
        ),
        (
            "put [the|another] {reset} button below", "put a {reset} button [there|in|below it]",
            "[include|insert] a {reset} button",
            "[I need|it should have|it must have] a {reset} button",
            "a {reset} button [please|too]", "[make a {reset} button|add {reset}|include {reset}]",
        ),
    ),
    "items": widened(
        (
            "add {items}", "put {items} on the list", "add {items} to the list", "also add {items}",
            "include {items}", "add the {many} {items}", "it should also have {items}",
            "append {items}", "there should be {items} too", "start with {items}",
            "add the {many} {items}", "I also need {items}", "put {items} in", "and {items} too",
            "more {many}: {items}", "new {many}: {items}", "add {many} for {items}",
        ),
        (
            "[start|begin] [it|the list|off] with {items}", "begin with {items}",
            "[let it|it should|make it] start with {items}",
            "start with [the {many}|{many}] {items}", "include [the {many}|also] {items}",
            "[insert|write down] {items}", "put {items} [there|on it]",
            "[further|other|two more] {many}: {items}", "more {many} please: {items}",
            "[it also needs|also|we also need] {items}", "the list should [have|include] {items}",
            "add {items} [too|as well]",
        ),
    ),
}  # fmt: skip
"""How a wish is said by itself."""
LISTS = (": {items}", ": {items}", "({items})", "like {items}", "having {items}")
"""How any list may follow."""
MORE_LISTS = (
    "with the {many} {items}", "[including|having|listing] the {many} {items}",
    "with {many} [like|such as] {items}", "including {items}", "{many}: {items}",
    "({many}: {items})",
    "where the {many} are {items}", "with {items} as the {many}", "that has the {many} {items}",
    "(with {items})", "- {items}",
)  # fmt: skip
PRAISE = (
    "simple", "nice", "small", "modern", "beautiful", "little", "cool", "basic", "clean", "pretty",
    "tiny", "good", "responsive", "minimal", "quick", "fancy", "working", "React", "neat", "plain",
    "lovely", "short", "handy", "useful", "elegant", "great", "fun", "friendly", "very simple",
    "easy",
)  # fmt: skip
CLAUSES = widened(
    (
        "with a modern design", "that looks good", "in React", "with TypeScript", "for my phone",
        "that is easy to use", "with nice buttons", "for mobile", "with rounded corners",
        "in one page",
        "that works well", "with big buttons", "with hooks", "with a clean design",
        "for beginners",
        "with good colours", "that I can use every day", "with a nice layout", "for a friend",
        "for school", "for work", "with accessible buttons", "as a small app", "with comments",
        "for me and my team", "that people like", "as fast as possible",
        "which looks professional",
    ),
    (
        "with [round|large] [buttons|letters]", "with a [simple|pretty] [design|layout]",
        "[that|which] [looks nice|works on phones|is simple|is fun]",
        "for [kids|students|everyone|my family|my class|the office|my team]",
        "[using|made with] React", "on one page",
    ),
)  # fmt: skip
"""What people say beside their wishes, which changes nothing here."""
QUESTION_PATTERNS = (
    "[which|that] asks people {text}", "[with|and] the question {text}",
    "whose question [should be|reads] {text}", "with {text} as [the|its] question",
    "where the question is {text}", "question: {text}",
)  # fmt: skip
"""Of apps that ask one: what may follow their noun, beside their own words."""
QUESTION_SENTENCES = widened(
    (
        "change the question to {text}", "ask {text} instead", "the question should be {text}",
        "ask {text}", "make the question {text}", "replace the question with {text}",
    ),
    (
        "[set|update] the question to {text}", "[it should|let it|make it] ask {text}",
        "make the question be {text}", "let the question be {text}", "the question is {text}",
        "use {text} as the question", "new question: {text}",
    ),
)  # fmt: skip
