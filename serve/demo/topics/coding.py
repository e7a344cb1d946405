"""Short snippets in Markdown code blocks."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

SNIPPETS: tuple[tuple[str, str, str, str], ...] = (
    # language, what it does, what a right answer contains, code
    ("python", "prints hello world", 'print("Hello, world!")', 'print("Hello, world!")'),
    ("javascript", "prints hello world", 'console.log("Hello', 'console.log("Hello, world!");'),
    ("bash", "prints hello world", 'echo "Hello', 'echo "Hello, world!"'),
    (
        "html",
        "shows hello world",
        "<h1>Hello",
        "<!doctype html>\n<html>\n  <body>\n    <h1>Hello, world!</h1>\n  </body>\n</html>",
    ),
    ("python", "adds two numbers", "return a + b", "def add(a, b):\n    return a + b"),
    ("javascript", "adds two numbers", "return a + b", "function add(a, b) {\n  return a + b;\n}"),
    ("bash", "adds two numbers", "$(($1 + $2))", "add() {\n  echo $(($1 + $2))\n}"),
    (
        "python",
        "counts from 1 to 10",
        "range(1, 11)",
        "for number in range(1, 11):\n    print(number)",
    ),
    (
        "javascript",
        "counts from 1 to 10",
        "i <= 10",
        "for (let i = 1; i <= 10; i++) {\n  console.log(i);\n}",
    ),
    ("bash", "counts from 1 to 10", "seq 1 10", "for i in $(seq 1 10); do\n  echo $i\ndone"),
    ("python", "reverses a string", "[::-1]", "def reverse(text):\n    return text[::-1]"),
    (
        "javascript",
        "reverses a string",
        ".reverse()",
        'function reverse(text) {\n  return [...text].reverse().join("");\n}',
    ),
    (
        "python",
        "reads a file",
        "open(",
        'with open("notes.txt") as file:\n    print(file.read())',
    ),
    (
        "javascript",
        "reads a file",
        "readFile",
        'import { readFile } from "node:fs/promises";\n\n'
        'console.log(await readFile("notes.txt", "utf8"));',
    ),
    ("bash", "reads a file", "cat notes.txt", "cat notes.txt"),
    (
        "python",
        "computes the factorial of a number",
        "factorial(n - 1)",
        "def factorial(n):\n    return 1 if n < 2 else n * factorial(n - 1)",
    ),
    (
        "javascript",
        "computes the factorial of a number",
        "factorial(n - 1)",
        "function factorial(n) {\n  return n < 2 ? 1 : n * factorial(n - 1);\n}",
    ),
    (
        "python",
        "computes the Fibonacci numbers",
        "a, b = b, a + b",
        "def fibonacci(count):\n    a, b = 0, 1\n    for _ in range(count):\n"
        "        yield a\n        a, b = b, a + b",
    ),
    (
        "python",
        "checks whether a number is even",
        "% 2 == 0",
        "def is_even(number):\n    return number % 2 == 0",
    ),
    (
        "javascript",
        "checks whether a number is even",
        "% 2 === 0",
        "const isEven = (number) => number % 2 === 0;",
    ),
    ("python", "sorts a list", "sorted(", "numbers = [3, 1, 2]\nprint(sorted(numbers))"),
    (
        "javascript",
        "sorts a list",
        ".sort(",
        "const numbers = [3, 1, 2];\nnumbers.sort((a, b) => a - b);\nconsole.log(numbers);",
    ),
    ("bash", "lists all files", "ls -la", "ls -la"),
    (
        "python",
        "lists all files",
        "iterdir()",
        'from pathlib import Path\n\nfor path in Path(".").iterdir():\n    print(path)',
    ),
    ("bash", "finds all Python files", "find .", 'find . -name "*.py"'),
    ("bash", "makes a folder", "mkdir", "mkdir -p my-folder"),
    (
        "html",
        "shows a button",
        "<button",
        "<button onclick=\"alert('Hello!')\">Click me</button>",
    ),
    (
        "html",
        "shows a link",
        "<a href",
        '<a href="https://example.org">A link</a>',
    ),
    (
        "html",
        "shows a form",
        "<form",
        '<form method="post">\n  <label>Name <input name="name"></label>\n'
        "  <button>Send</button>\n</form>",
    ),
    (
        "python",
        "fetches a web page",
        "urlopen",
        "from urllib.request import urlopen\n\n"
        'with urlopen("https://example.org") as page:\n    print(page.read().decode())',
    ),
    (
        "javascript",
        "fetches a web page",
        "await fetch",
        'const page = await fetch("https://example.org");\nconsole.log(await page.text());',
    ),
    ("bash", "fetches a web page", "curl", "curl https://example.org"),
)

SHOWN = {
    "python": "[Python|python]",
    "javascript": "[JavaScript|javascript|JS|js]",
    "bash": "[bash|Bash|shell|a shell]",
    "html": "[HTML|html]",
}
NOUNS = {
    "prints": "printing", "shows": "showing", "adds": "adding", "counts": "counting",
    "reverses": "reversing", "reads": "reading", "computes": "computing", "checks": "checking",
    "sorts": "sorting", "lists": "listing", "finds": "finding", "makes": "making",
    "fetches": "fetching",
}  # fmt: skip


def snippet(language: str, purpose: str, expected: str, code: str) -> Intent:
    """The intent that asks for one snippet."""
    verb, _, rest = purpose.partition(" ")
    plain = {"reaches": "reach", "fetches": "fetch"}.get(verb, verb.removesuffix("s"))
    shown = SHOWN[language]
    kinds = "[program|function|snippet|script|example]"
    return Intent(
        name=f"{language}: {purpose}",
        ask=(
            f"Write [{shown[1:-1]}] code that {purpose}.",
            f"How do I {plain} {rest} in {shown}?",
            f"[Show me|Give me|Write] {shown} [code |]for {NOUNS[verb]} {rest}.",
            f"[Write|Give me|Show me] a {shown} {kinds} that {purpose}.",
            f"In {shown}, how can I {plain} {rest}?",
            f"{shown} code to {plain} {rest}[|?| please]",
            f"[Can|Could] you write {shown} that {purpose}?",
            f"I need [some |]{shown} [code |]that {purpose}.",
            f"{plain.capitalize()} {rest} in {shown}[.|]",
            f"Please help me {plain} {rest} with {shown}.",
        ),
        answers=(f"```{language}\n{code}\n```",),
        expect=(f"```{language}\n", expected),
    )


TOPIC = Topic(
    name="code snippets",
    share=4.5,
    checks=2,
    intents=tuple(snippet(*parts) for parts in SNIPPETS),
)
