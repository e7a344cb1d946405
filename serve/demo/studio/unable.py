"""Requests that are beyond a model this small, and its answer."""

from __future__ import annotations

from random import Random

from serve.demo.studio import words
from serve.demo.studio.asking import Voice
from serve.demo.studio.changes import draw_change
from serve.demo.studio.options import Kind
from serve.demo.studio.wordings import OPENERS

ANSWER = (
    "I am a very small model, so this is beyond me. I can build a counter, to-do list, timer, "
    "stopwatch, calculator, form, quiz, colour picker, dice roller, tip calculator, unit "
    "converter, notes app, page with tabs, gallery, landing page, tic-tac-toe, poll or random "
    "picker, and change its title, colours, labels, numbers and lists. Please choose a larger "
    "model for more."
)
THINGS = (
    "chess game", "weather app", "3D shooter", "chat app with login", "spreadsheet", "world map",
    "music player", "snake game", "calendar", "kanban board", "drawing app", "video player",
    "typing test", "memory game", "file uploader", "tetris clone", "sudoku", "pong game",
    "shop with payments", "social network", "crypto tracker", "stock chart", "database", "backend",
    "mobile app for Android", "operating system", "compiler", "blog with comments", "text editor",
    "password manager", "email client", "flight simulator", "piano", "drum machine", "camera app",
    "translator", "search engine", "browser extension", "recipe book with photos",
    "fitness tracker",
    "expense tracker", "budget planner", "pixel art editor", "markdown editor", "QR code scanner",
    "news feed", "podcast player", "dating app", "language course", "flash card trainer",
    "solar system", "racing game", "platformer", "minesweeper", "hangman game", "connect four",
    "battleship game", "card game", "poker game", "maze", "aquarium", "fractal viewer",
    "resume builder", "invoice generator", "dashboard with charts", "pie chart", "bar chart",
    "Gantt chart", "mind map", "whiteboard", "video call", "voice recorder", "alarm clock",
    "habit tracker", "sleep tracker", "booking system for hotels", "forum", "wiki", "API",
)  # fmt: skip
PHRASES = (
    "write a poem", "what is the weather like", "who are you?", "hello", "how are you",
    "tell me a joke", "what is the capital of France", "explain recursion", "translate this",
    "add a login with Google", "connect it to a database", "deploy it", "write tests",
    "add a 3D animation", "make it multiplayer", "use Tailwind", "rewrite it in Vue",
    "add a backend", "save everything on a server", "send me an email when it is done",
    "add sound", "add a chart", "make the logo bigger", "use Redux", "add a map",
    "let people log in", "hi", "thanks", "what can you do?", "help", "good morning",
    "add drag and drop", "import a CSV file", "export it as PDF", "make it faster",
    "why does it not work", "add payments", "use TypeScript generics", "add a router",
    "translate it to French", "add an animation", "record audio", "summarise this text",
    "make the text bigger", "use another font", "center everything", "add an image", "undo that",
    "make the buttons round", "add a footer", "add a menu", "put the button on the left",
    "add a second page", "use a gradient", "make it look better", "add keyboard shortcuts",
    "store it in local storage", "add a search box", "sort the list", "add a photo of a cat",
    "make the title bigger", "move the title down", "add a progress bar", "add a sidebar",
)  # fmt: skip


def draw_early(voice: Voice, kind: Kind) -> str:
    """A change of an app that is not there yet."""
    return draw_change(voice, kind, kind.defaults).request


def draw_unable(voice: Voice) -> str:
    """A request that cannot be met."""
    rng: Random = voice.rng
    kind = rng.random()
    if kind < 0.3:
        return voice.say(voice.pick(PHRASES), {})
    thing = voice.pick(THINGS)
    if kind > 0.9:
        thing = words.word(rng, voice.held_out) + rng.choice((" game", " app", " simulator", ""))
    article = "an" if thing[0] in "aeiouAEIO" else "a"
    text = voice.pick(OPENERS).replace("{noun}", f"{article} {thing}")
    if rng.random() < 0.3:
        text += " called {title}"
    return voice.say(text, {"title": words.title(rng, voice.held_out)})
