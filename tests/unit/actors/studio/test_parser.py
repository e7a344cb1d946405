"""The same events however the stream is cut; what has two readings is a fault."""

from collections.abc import Iterable
from random import Random

import pytest

from actors.studio.events import (
    BodyClosed,
    BodyLine,
    BodyOpened,
    Fault,
    FileClosed,
    FileOpened,
    PlanClosed,
    PlanOpened,
    Prose,
    ProtocolEvent,
    Step,
    Why,
)
from actors.studio.parser import Parser

ANSWER = """Sure, a café:
```xml
<plan>
<step file="a.tsx">make it</step><step file='b.tsx'>and
 this</step>
</plan>
Now the files.
<file path="a.tsx" action="create">
<content>
const x = "é 🎉";
<content>
inner</content>
more
</content>
<why>Because it is
 good.</why>
</file>
<file path="b.tsx">
<diff>
@@ -1 +1 @@
 a
-b </diff>
+c

</diff>
<why>w</why></file><file path='c&gt;"d' action="delete"/>
<file path=d action="rename" to="e"><search>
a
b</search>
<replace>
</replace>
   <search>x</search><replace>y</replace>
</file>
<file path="doc.md"><content until="END">
</content>
</file>
END
</content>
</file>
```
Bye.
""".encode()

DENSE = """é
<plan><step file="a">b</step></plan>
<file path="a" to="é" action="rename">
<content>
<content>é</content> </content>
<why>é</why></file><file path=b>
<diff>
+</diff>
</diff>
</file>
<file path=c><search>a</search>
<replace until=E>
</replace>
E
</replace></file>""".encode()

BROKEN = (
    b"<file path='a'><content>\nx\n</content>\nNow the next:\n<file path='b'><content>\ny",
    b"<file path='a'><diff>\n+x\n</file>\n<file path='b'><diff>\n+y\n</diff>\n</file>\n",
    b'const s = "</content></file>";\n</content>\n</file>\n',
    b"<file path='a'><content>\ns = '</content></file>';\n</content>\n</file>\n",
    b"<file>\n<explain>why</explain>\nhello\n</file> and </plan>\n<plan><step file='x'>never",
    b"<file path='a' action='burn'><why>only \xff\xfe</why></file>\n</content>\n<fil",
    b"<file path='a" + b" " * 3000 + b"'>\n\n<<<<< <plan\n<content>\n",
    b"<plan>\n<step>a</plan>\n<file path='x'><content>a</content>" + b"\n" * 1500 + b"</file>",
)


def events(data: bytes, cuts: Iterable[int] = ()) -> list[ProtocolEvent]:
    parser, found, last = Parser(), [], 0
    for cut in [*cuts, len(data)]:
        found += parser.feed(data[last:cut])
        last = cut
    return found + parser.close()


def faults(data: bytes) -> list[str]:
    return [event.reason for event in events(data) if isinstance(event, Fault)]


def body(text: str) -> list[ProtocolEvent]:
    return [BodyLine(line) for line in text.splitlines(keepends=True)]


def test_an_answer() -> None:
    assert events(ANSWER) == [
        *(Prose(line) for line in ("Sure, a café:\n", "```xml\n")),
        PlanOpened(),
        Step("a.tsx", "make it"),
        Step("b.tsx", "and this"),
        PlanClosed(),
        Prose("Now the files.\n"),
        FileOpened("a.tsx", "create"),
        BodyOpened("content"),
        *body('const x = "é 🎉";\n<content>\ninner</content>\nmore\n'),
        BodyClosed(),
        Why("Because it is good."),
        FileClosed(),
        FileOpened("b.tsx", "update"),
        BodyOpened("diff"),
        *body("@@ -1 +1 @@\n a\n-b </diff>\n+c\n\n"),
        BodyClosed(),
        Why("w"),
        FileClosed(),
        FileOpened('c>"d', "delete"),
        FileClosed(),
        FileOpened("d", "rename", "e"),
        *(BodyOpened("search"), BodyLine("a\n"), BodyLine("b"), BodyClosed()),
        *(BodyOpened("replace"), BodyClosed()),
        *(BodyOpened("search"), BodyLine("x"), BodyClosed()),
        *(BodyOpened("replace"), BodyLine("y"), BodyClosed()),
        FileClosed(),
        FileOpened("doc.md", "update"),
        BodyOpened("content"),
        *body("</content>\n</file>\n"),
        BodyClosed(),
        FileClosed(),
        *(Prose(line) for line in ("```\n", "Bye.\n")),
    ]


@pytest.mark.parametrize("data", [ANSWER, *BROKEN])
def test_every_cut_gives_the_same_events(data: bytes) -> None:
    whole = events(data)
    if len(data) < 1200:
        for cut in range(len(data)):
            assert events(data, [cut]) == whole, data[:cut]
    assert events(data, range(len(data))) == whole
    rng = Random(1)
    for _ in range(300):
        cuts = sorted(rng.sample(range(len(data)), rng.randrange(1, 9)))
        assert events(data, cuts) == whole, cuts


def test_every_two_cuts_give_the_same_events() -> None:
    whole = events(DENSE)
    for first in range(len(DENSE)):
        for second in range(first, len(DENSE)):
            assert events(DENSE, [first, second]) == whole, (first, second)


@pytest.mark.parametrize("data", BROKEN)
def test_what_has_two_readings_is_a_fault(data: bytes) -> None:
    assert faults(data)


@pytest.mark.parametrize("end", range(0, len(ANSWER) - 60, 7))
def test_an_answer_that_breaks_off_is_a_fault(end: int) -> None:
    data = ANSWER[:end]
    kinds = [type(event) for event in events(data)]
    opened, closed = (FileOpened, PlanOpened), (FileClosed, PlanClosed)
    is_open = sum(map(kinds.count, opened)) > sum(map(kinds.count, closed))
    assert bool(faults(data)) == is_open


def test_lines_are_told_before_their_body_ends() -> None:
    parser = Parser()
    assert parser.feed(b"<file path='a'><diff>\n+on") == [
        FileOpened("a", "update"),
        BodyOpened("diff"),
    ]
    assert parser.feed(b"e\n+t") == [BodyLine("+one\n")]
