"""Answers that show what Markdown can do: tables, lists, bold, quotes, headings."""

from __future__ import annotations

from random import Random

from serve.demo.sentences import ADJECTIVES, ANIMALS, THINGS
from serve.demo.topic import Intent, Slots, Topic


def item_slots(rng: Random, _held_out: bool) -> Slots:
    """Three to five things, inline and as Markdown lists."""
    items = rng.sample(THINGS + ANIMALS, k=rng.choice((3, 3, 4, 5)))
    bullets = "\n".join(f"- {item}" for item in items)
    numbers = "\n".join(f"{i}. {item}" for i, item in enumerate(items, 1))
    last = rng.choice((" and ", ", "))
    inline = ", ".join(items[:-1]) + last + items[-1]
    return {"items": inline, "bullets": bullets, "numbers": numbers}


def word_slots(rng: Random, _held_out: bool) -> Slots:
    """One or two words."""
    word = rng.choice(THINGS + ANIMALS)
    return {"word": f"{rng.choice(ADJECTIVES)} {word}" if rng.random() < 0.4 else word}


TOPIC = Topic(
    name="Markdown",
    share=4.5,
    checks=8,
    intents=(
        Intent(
            name="table",
            ask=(
                "[Make|Show me|Write|Give me|Draw] a [|Markdown |small |simple ]table.",
                "Can you make a [|Markdown ]table?",
                "[Show|Write] an example of a table.",
                "How does a Markdown table look?",
                "I would like to see a table.",
                "[Make|Write] a table of [fruits|fruits and colours|three fruits].",
                "How do I write a table in Markdown?",
                "A table, please.",
                "Table example?",
                "Could you show a table with some fruits?",
                "[Could|Can|Would] you [show|write|draw|give|make] [me |]a [|small |simple "
                "|Markdown ]table[| of fruits| with fruits| with three rows]?",
                "I [want|need] [a|a small|to see a|an example of a] table[|.| with some fruits.]",
                "[Please|Now] [show|make|draw|write] [me |]a [small |Markdown |]table[|.]",
                "A [small|simple|Markdown|little] table[|, please][|.]",
                "A table [with|of] [some |]fruits[|, please][|.]",
                "Is it possible to [make|write|show|draw] [a table|tables|a Markdown table]?",
                "[What|How] does a table look[| like][| in Markdown]?",
                "[Do you know|Can you explain] how to [write|make|draw] a table?",
                "[Show|Give] me [some fruits|fruits and colours|three fruits] in a table[|.]",
                "[Table|Markdown table|Example of a table][|, please][|.]",
                "How are tables [written|made|shown][| in Markdown]?",
                "Put some fruits [in|into] a table[|.]",
                "Are tables [possible|supported]?",
                "Can I [see|get|have] [a table|a sample table|a table of fruit]?",
                "Can you [do|produce|display|lay out] [tables|a table]?",
                "[Create|Build|Produce|Generate|Design] [a table|a little table|a table for "
                "me][|.]",
                "[Display|Lay out|Arrange|Present] [some|three|a few] fruits in [rows and "
                "columns|a table|table form|tabular form].",
                "I wonder [whether|if] you can [draw|make|handle] tables[|.]",
                "I wonder what a table [looks like|would look like] in [Atelier|this chat|here].",
                "I'd [like|love] to see [a table|how a table looks|a sample table][|.]",
                "I don't know how to [make|write|create|build] a table[| in Markdown][|.]",
                "What's the [syntax|notation|Markdown|way to write it] for a table?",
                "What's a Markdown table?",
                "[How do I|How can I|How would I] [create|make|build|lay out] a table[| "
                "here| with Markdown]?",
                "[markdown table|table syntax|markdown table syntax|table markdown] "
                "[example|sample|how to]",
                "[rows and columns|tabular data|data in a grid], [please|example]",
                "Something with [rows and columns|columns|a header and three rows][|, please][|.]",
                "[Make|Give|Show] me [a grid|rows and columns|a chart with columns] "
                "[of|with] fruits, their colours and tastes.",
                "Is there a way to [show|display|write|get] [a table|tables|data in columns] "
                "[here|in this chat]?",
                "Does [Atelier|the chat|Markdown|this app] "
                "[support|show|display|render|handle] tables?",
                "Do tables [work|get rendered|display properly|show up] [here|in this "
                "chat|in Atelier]?",
                "My teacher [asks for|wants|needs] a table[| with three columns][|.]",
                "I need [rows and columns|something in columns|tabular output], not [plain "
                "text|sentences|a list].",
                "I don't want a list, I want a table[|.]",
                "[Demonstrate|Test|Try] [a table|table rendering|the table formatting][|.]",
                "[Let me|Let's] see [a table|how tables look|a table with three rows][|.]",
                "Which characters [make|draw|start] a [Markdown table|table in Markdown]?",
                "How do the [pipes|vertical bars|pipe characters] [for|of] a table work?",
                "[Write|Make|Fill in] a table with [three columns|a header row|columns and "
                "rows|three rows and three columns][|.]",
                "[Sort|Organise|Organize|Compare] [apple, lemon and plum|some fruits|three "
                "fruits] in a table[|.]",
                "Table of [fruit|fruits|fruit colours][|, please][|.]",
                "[Fruit|Fruits] [table|in a table][|, please].",
                "What [happens|will I see] if you write a table [here|in this chat]?",
                "Would you be able to [tabulate|make a table of|put in a table] some fruits?",
                "[Sketch|Type|Compose|Print|Output] a [|small |simple |short ]table[| for me].",
                "Show [me |]what a table is like[|.]",
                "how to make a table",
                "Can you [organise|organize|arrange|sort] fruits in [columns|a grid|a table]?",
                "I'm looking for [an example of a table|a table example|a sample table].",
                "I need [a grid|a matrix|a spreadsheet-like layout] with [columns|rows and "
                "columns].",
                "[Give|Send] me a [demo|sample|test|dummy] table[|.]",
                "Will a table be [shown|displayed|rendered] [properly|nicely|correctly] in "
                "the chat?",
                "Is there [table support|a table syntax|support for tables][| here| in Markdown]?",
                "What do I [type|write|have to type] to [get|make|draw] a table?",
                "Where do the [pipes|vertical bars|dashes] go in a [table|Markdown table]?",
                "[Teach|Show] me how to [write|make|build] a table[|.]",
                "Table with [columns|a header|headings] for [fruit, colour and taste|fruit "
                "and colour|name and taste][|, please].",
                "Which fruits are sweet and which are sour? Put [it|that|them] in a table.",
                "A [grid|chart] with rows and columns[|, please][|.]",
                "My [boss|colleague|customer] [likes|wants|prefers] tables, [can you make "
                "one|show me one|how do I write one]?",
                "My [professor|client|manager] needs the data in columns and rows, show me "
                "an example.",
                "I'm writing a [report|README|wiki page] and need [a table|to add a table]. "
                "How does it look?",
                "I have never [made|written|drawn] a table in Markdown, [can you show me|how "
                "does that work]?",
                "I forgot how [tables are written|to write a table|Markdown tables work].",
                "I keep getting the table [syntax|bars|pipes] wrong, show me a "
                "[correct|proper|working] one.",
                "Plain text won't do, [I need|make|give me] a table.",
                "Not a paragraph, a table[|, please].",
                "[Would|Do] you mind [making|drawing|writing|showing me] a [small |simple |]table?",
                "[Let's|Let us] [make|draw|try|test] a table[|.]",
                "What's an example of a [table|Markdown table]?",
                "What's the easiest way to [make|write|get] a table[| here| in Markdown]?",
                "What happens if I ask [for a table|you for a table|for something in columns]?",
                "Does the model know how to [write|make|format] tables?",
                "Go on, [draw|make|show] me a table[|.|!]",
                "Try [writing|making|drawing] a table[|.]",
                "[Tabulate|Tabularise|Tabularize] [some|a few|three] fruits[|.]",
                "Three [columns|rows], [please|as a table].",
                "Show off a table[| with columns and rows][|.]",
                "Example of tabular [data|output|layout][|, please].",
                "[A|One] table with apples, lemons and plums[|.|, please.]",
                "Can I have [rows and columns|something in columns|data in a grid]?",
                "Could I see how [you make a table|a table looks|tables are displayed]?",
                "[Apple|Lemon|Plum] and other fruits in table form[|, please].",
                "I want to [test|try|check] [tables|how tables are displayed|whether tables "
                "work][|.]",
            ),
            answers=(
                "| Fruit | Colour | Taste |\n|---|---|---|\n| Apple | red | sweet |\n"
                "| Lemon | yellow | sour |\n| Plum | blue | sweet |",
            ),
            expect=("|---|", "| Lemon |"),
            weight=1.5,
        ),
        Intent(
            name="bullets",
            ask=(
                "Make a [list|bullet list|bulleted list] of {items}.",
                "[Turn|Put|Write] {items} [into|in|as] a [bullet list|list with bullets].",
                "[Bullet list|Bullet points|List]: {items}",
                "List these[| with bullets]: {items}",
                "Write these as bullet points: {items}",
                "Make bullet points of {items}.",
                "I need {items} as a bullet list.",
                "Can you make bullets out of {items}?",
                "Bullets for {items}, please.",
                "Please put {items} into bullet points.",
                "[Make|Write|Create|Give me|Show me] a [bullet list|list with bullets|bulleted "
                "list] [of|with|for] {items}[|.]",
                "[Put|Show|Please write] {items} [in|as] bullet points[|.]",
                "[Could|Can|Would] you [put|write|turn|list] {items} [into|as|in] [bullet "
                "points|bullets|a bullet list]?",
                "[Bullets|Bullet points|A bullet list|Dots] [for|of|with] {items}[|.]",
                "I [want|would like] {items} [as|in] [bullet points|bullets|a bullet list|a list "
                "with bullets][|.]",
                "{items} [as|in|with] [bullet points|bullets|a bullet list][|.|, please]",
                "[Put|Turn] these into [bullet points|bullets|a bullet list]: {items}",
                "[A|One] bullet for each of [these|them]: {items}",
                "I need [bullets|bullet points|a bullet list] [for|of|with] {items}[|.]",
                "Is it possible to show {items} as bullet points?",
                "[Use|With] bullets: {items}",
                "Please make a list with bullets out of {items}[|.]",
                "List {items} with bullets[|.|, please.]",
                "[Itemise|Itemize|Bullet]: {items}",
                "[Separate|Spread out] {items} [with|using] [bullets|dots].",
                "points with bullets: {items}",
                "[bulleted|bulleted list|unordered list|dotted list]: {items}",
                "[Format|Arrange|Present|Display] {items} as [a bulleted list|an unordered "
                "list|bullet points|bullets][|.]",
                "[Convert|Change|Transform] {items} [to|into] [bullet points|a bulleted "
                "list|an unordered list].",
                "I'd like [bullets|bullet points|a bulleted list] [for|with|of] {items}[|.]",
                "I'd like {items} [bulleted|as bullets|in bullet form][|.]",
                "I wonder [whether|if] you can [show|write|list] {items} as bullet points[|.]",
                "[Is it possible|Is there a way] to [list|show|get|have] {items} as bullets?",
                "I don't want numbers, just [bullets|bullet points|dots] for {items}[|.]",
                "No numbers, [only|just] bullets: {items}",
                "[Give|Show|Write] me [an unordered list|a dotted list|bullet points] "
                "[of|for|with] {items}.",
                "My shopping list in bullet points: {items}",
                "I'm writing a [slide|note|memo] and need bullet points for {items}.",
                "Put a [dot|bullet|bullet point] [in front of|before] each of these: {items}",
                "Place [bullets|dots|bullet points] [before|in front of] {items}[|.]",
                "Each of these on [a line of its own|its own line] with a bullet: {items}",
                "How [would|do|does] {items} look as [a bulleted list|bullet points|bullets]?",
                "What [would|do|does] {items} look like [as bullets|in bullet points|in a "
                "bulleted list]?",
                "[Could|Can|Would] you [itemise|itemize|bullet|bullet-point] {items}[| for me]?",
                "[Split|Break] {items} [up |]into [bullet points|bullets|separate bullets].",
                "My boss [wants|likes|asks for] bullet points, so [list|write|put] {items} "
                "that way.",
                "[Markdown bullets|Markdown bullet points|A Markdown bullet list] "
                "[for|of|with] {items}[|, please]",
                "[Bullet|Bulleted|Unordered] list from {items}[|, please]",
                "[Write|Type|Print|Show] each of these with a bullet: {items}",
                "[Set|Write] {items} out [in|as] bullet points[|.]",
                "[Help me|Please help me] [put|turn|write] {items} [into|as] bullet points.",
                "Could I [have|get|see] {items} as [bullets|bullet points|a bulleted list]?",
                "Do you mind [putting|writing|listing] {items} as bullet points?",
                "How do I [write|get|show] {items} as [bullets|bullet points|a bulleted list]?",
                "I have {items} and want [bullets|bullet points|a bulleted list].",
                "My [teacher|colleague|client] needs {items} in bullet points.",
                "[dash list|list with dashes|dashes]: {items}",
                "Put a [dash|hyphen] [in front of|before] each of these: {items}",
                "[Let's|Let me] see {items} as [bullets|bullet points|a bulleted list][|.]",
                "I'd rather have {items} in bullet points.",
                "Instead of a sentence, [use|give me|make] bullet points: {items}",
                "{items} should [be|appear|be shown] as bullet points[|.]",
                "{items}, [bulleted|bulleted please|as a list with dots]",
                "I'm making a [presentation|handout|poster]: {items} as bullet points, please.",
                "For my [notes|slides|README], bullet these: {items}",
                "[Rewrite|Restructure|Lay out] {items} as [bullets|bullet points|a bulleted "
                "list][|.]",
                "[Could|Can|Would] you make [bullet points|a bulleted list] [of|from|out of] "
                "{items}?",
                "Unnumbered list, please: {items}",
                "The following as bullet points: {items}",
                "I can't get bullets to work, please do it for {items}.",
                "[Packing list|To-do list|Shopping list] with bullets: {items}",
            ),
            answers=("{bullets}",),
            expect=("{bullets}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="numbered",
            ask=(
                "Make a numbered list of {items}.",
                "[Number|Enumerate] these: {items}",
                "[Put|Write] {items} [into|in|as] a numbered list.",
                "Numbered list: {items}",
                "Write these as a numbered list: {items}",
                "[Turn|Make] {items} into a numbered list.",
                "I need {items} as a numbered list.",
                "List {items} with numbers.",
                "Number {items}.",
                "Please put {items} into a list with numbers.",
                "[Put|Show] {items} in a [numbered list|list with numbers][|.|, please.]",
                "[Could|Can|Would] you [put|write|turn] {items} [into|as|in] a [numbered "
                "list|list with numbers]?",
                "[Numbers|A numbered list|A list with numbers] [for|of|with] {items}[|.]",
                "I [want|would like] {items} [as|in] a [numbered list|list with numbers][|.]",
                "[Make|Write|Create|Give me|Show me] a [list with numbers|numbered list] "
                "[with|for|from] {items}[|.]",
                "[Number|Enumerate|Please number] {items}[| for me| from one][|.]",
                "{items} [as|in] a [numbered list|list with numbers][|.|, please]",
                "[Put|Turn] these into a [list with numbers|numbered list]: {items}",
                "[Could|Can|Would] you [number|enumerate] {items}[| for me]?",
                "I need [numbers|a numbered list|a list with numbers] [for|with] {items}[|.]",
                "Is it possible to show {items} as a numbered list?",
                "[Use|With] numbers: {items}",
                "Please make a [numbered list|list with numbers] out of {items}[|.]",
                "List these with numbers: {items}",
                "[ordered list|numbered|1. 2. 3.|list numbered]: {items}",
                "list items 1 2 3 {items}",
                "[Format|Arrange|Present|Display] {items} as [a numbered list|an ordered "
                "list|numbered points|numbered items][|.]",
                "[Convert|Change|Transform] {items} [to|into] [a numbered list|an ordered "
                "list|numbered points].",
                "I'd like {items} [numbered|as an ordered list|with numbers in front][|.]",
                "I'd like [an ordered list|numbered points|a numbered list] [of|with|from] "
                "{items}[|.]",
                "I wonder [whether|if] you can number {items} for me[|.]",
                "Is there a way to [number|enumerate|get numbers in front of] {items}?",
                "I don't want bullets, I want numbers [for|before|in front of] {items}[|.]",
                "No bullets, [but numbers|numbers please|only numbers]: {items}",
                "Put [a number|numbers] [in front of|before] {items}[|.]",
                "[Put|Write|Place] a number [in front of|before|next to] each of these: {items}",
                "[Assign|Add|Give] numbers to {items}[|.]",
                "These [steps|items|things] should be numbered: {items}",
                "My teacher [wants|asks for|needs] {items} in an ordered list.",
                "I'm writing [instructions|a recipe|a report], so please number {items}.",
                "How [would|do|does] {items} look [numbered|as a numbered list|as an ordered "
                "list]?",
                "What [would|do|does] {items} look like [with numbers|numbered|in an ordered "
                "list]?",
                "[Could|Can|Would] you [make|create|build] an ordered list [from|out of|of] "
                "{items}?",
                "[List|Show|Write] {items} as [first, second, third|1, 2, 3|number one, "
                "number two and so on][|.]",
                "[Split|Break] {items} [up |]into [numbered points|numbered lines|a numbered "
                "list].",
                "[Markdown numbered list|Markdown ordered list]: {items}",
                "[One number each|Numbers in front|Each with its number], please: {items}",
                "[Numbered|Ordered|Enumerated] list [from|out of] {items}[|, please]",
                "[Write|Type|Print|Show] each of these with a number: {items}",
                "[Set|Write] {items} out [with numbers|in a numbered list][|.]",
                "[Help me|Please help me] [number|enumerate] {items}.",
                "Could I [have|get|see] {items} [numbered|with numbers|as a numbered list]?",
                "Do you mind [numbering|enumerating] {items}?",
                "How do I [write|get|show] {items} as [a numbered list|an ordered list]?",
                "I have {items} and want [them numbered|a numbered list|numbers in front].",
                "My [boss|colleague|client] needs {items} in a numbered list.",
                "[Let's|Let me] see {items} [with numbers|as a numbered list|as an ordered "
                "list][|.]",
                "I'd rather have {items} numbered.",
                "Instead of a sentence, [use|give me|make] a numbered list: {items}",
                "{items} should [be numbered|have numbers|get numbers][|.]",
                "{items}, [numbered|numbered please|with numbers in front]",
                "For my [notes|slides|README], number these: {items}",
                "[Rewrite|Restructure|Lay out] {items} as [a numbered list|an ordered "
                "list|numbered points][|.]",
                "The following as a numbered list: {items}",
                "Starting [at|with|from] 1, [number|enumerate] {items}[|.]",
                "[Give|Put] each of these a number: {items}",
                "Not dots but numbers: {items}",
                "I can't get the numbering to work, please do it for {items}.",
                "[Ranking|Ranked list|Top list] with numbers: {items}",
                "[To-do list|Agenda|Step list] with numbers: {items}",
                "I want to see 1, 2, 3 in front of {items}.",
                "Sequentially number {items}[|.|, please.]",
            ),
            answers=("{numbers}",),
            expect=("{numbers}",),
            fill=item_slots,
            weight=1.5,
        ),
        Intent(
            name="bold",
            ask=(
                "Write {word} in bold[|.]",
                "Make {word} bold[|.]",
                "[Bold|In bold]: {word}",
                "[Put|Show] {word} in bold[| letters].",
                "Show me {word} in bold letters.",
                "Can you write {word} in bold?",
                "{word} in bold[|, please]",
                "I want {word} in bold.",
                "How does {word} look in bold?",
                "Please make the word {word} bold.",
                "[Could|Can|Would] you [make|write|put|show] [|the word ]{word} [in bold|in bold "
                "letters]?",
                "[Make|Write|Put|Show] the [word|words|text] {word} [in bold|in bold letters][|.]",
                "Make the [word|words|text] {word} bold[|.|, please.]",
                "[Could|Can|Would] you [please |]make [|the word |the words ]{word} bold?",
                "I [need|would like] [|the word |the words ]{word} [in bold|in bold letters|to "
                "be bold][|.]",
                "Bold {word}[|, please][|.]",
                "[Please|Now] [write|put|show] [|the word |the words ]{word} in bold[| "
                "letters][|.]",
                "[Please|Now] make {word} bold[|.]",
                "[Use|With] bold [for|letters for] [|the word ]{word}[|.]",
                "The [word|words] {word}[,|] in bold[| letters][|, please][|.]",
                "Is it possible to [write|show] {word} in bold?",
                "What does {word} look like in bold[| letters]?",
                "Turn {word} into bold[| letters| text][|.]",
                "Give me {word} in bold[| letters][|.]",
                "bold {word} [thanks|in markdown]",
                "[Format|Set|Style|Display|Print] {word} in [bold|boldface|bold type|a bold "
                "font][|.]",
                "[Fat letters|Bold type|Bold letters|Strong]: {word}",
                "[Embolden|Boldface] {word}[|, please][|.]",
                "{word} in [boldface|fat letters|heavy type|thick letters][|, please]",
                "I'd like {word} [in bold|to be bold|in bold letters][|.]",
                "I'd like to [see|have|read] {word} [in bold|in boldface|in thick letters][|.]",
                "I wonder [whether|if] you can make {word} bold[|.]",
                "I wonder [how|what] {word} would look [like |]in bold[|.]",
                "Is there a way to [get|have|print|format] {word} in bold?",
                "I don't want plain letters, [make|write] {word} in [fat|bold|thick] ones.",
                "[Could|Can|Would] you [format|print|set|type] {word} in [bold|boldface|bold "
                "type]?",
                "[Print|Type|Show] {word} in [thick|heavy|fat] letters[|.]",
                "[Make|Let] {word} stand out in bold[|.]",
                "My teacher [wants|needs|likes] the word {word} in bold.",
                "It's a heading, so [write|put|set] {word} in bold[|.]",
                "[Put|Add|Place] two [asterisks|stars] around {word} [to make it bold|so "
                "that it is bold|for bold].",
                "[Markdown bold|Bold in Markdown|Bold formatting]: {word}",
                "How [do I|can I|would you] [write|make|get] {word} [in bold|bold]?",
                "How do you [bold|embolden|put in bold] {word}?",
                "[Turn|Switch] bold on for {word}[|.]",
                "[Apply|Add] bold [formatting |type ]to {word}[|.]",
                "[Highlight|Stress|Emphasise|Emphasize] {word} in bold[|.]",
                "{word} should [be|appear|be written] [bold|in bold][|.]",
                "[Write|Print|Type] {word} [boldly|in strong type|in strong letters][|.]",
                "Could I [have|get|see] {word} in [bold|boldface|bold print]?",
                "[Let's|Let me] see {word} in bold[| letters| type][|.]",
                "[Help me|Please help me] [put|write|get] {word} in bold.",
                "Do you mind writing {word} in bold?",
                "Are you able to [write|print|show|make] {word} [in boldface|in bold type]?",
                "{word}, [bold|but bold|in bold print]",
                "{word} as [bold text|strong text|a bold word]",
                "[strong text|bold text|bold word|bold print]: {word}",
                "I'd rather have {word} in bold.",
                "I don't want italics, [I want|make it|but] bold: {word}",
                "Not plain, but bold: {word}",
                "My [boss|colleague|client] needs {word} in bold.",
                "[Thicken|Make thick]: {word}",
                "Write the [name|term|phrase] {word} in bold[|.]",
                "Surround {word} with double [asterisks|stars] for bold[|.]",
                "[Markdown|Formatting]: {word} in bold",
                "I want {word} to [stand out|be printed|appear] in bold.",
                "[Change|Switch] {word} to bold[| type| letters][|.]",
                "Do {word} in bold[|, please][|.]",
                "What's {word} in bold[| letters| type]?",
                "Draw attention to {word} by putting it in bold[|.]",
                "I can't get {word} in bold, please do it for me.",
                "[Output|Return|Reply with] {word} in bold[|.]",
            ),
            answers=("**{word}**",),
            expect=("**{word}**",),
            fill=word_slots,
        ),
        Intent(
            name="italic",
            ask=(
                "Write {word} in [italics|italic].",
                "Make {word} italic[|.]",
                "[Italic|In italics]: {word}",
                "[Put|Show] {word} in [italics|italic letters].",
                "Show me {word} in italic letters.",
                "Can you write {word} in italics?",
                "{word} in italics[|, please]",
                "I want {word} in italics.",
                "How does {word} look in italics?",
                "Please make the word {word} italic.",
                "Italic {word}[|, please][|.]",
                "[Make|Write|Put|Show] the [word|words|text] {word} [in italics|in italic "
                "letters][|.]",
                "Make the [word|words|text] {word} italic[|.|, please.]",
                "[Could|Can|Would] you [make|write|put|show] [|the word ]{word} [in italic|in "
                "italic letters]?",
                "[Could|Can|Would] you [please |]make [|the word |the words ]{word} italic?",
                "I [need|would like] [|the word |the words ]{word} [in italics|in italic "
                "letters|to be italic][|.]",
                "[Please|Now] [write|put|show] [|the word |the words ]{word} in [italics|italic "
                "letters][|.]",
                "[Please|Now] make {word} italic[|.]",
                "[Use|With] [italics|italic letters] for [|the word ]{word}[|.]",
                "The [word|words] {word}[,|] in [italics|italic letters][|, please][|.]",
                "Is it possible to [write|show] {word} in italics?",
                "What does {word} look like in [italics|italic letters]?",
                "Turn {word} into [italics|italic letters|italic text][|.]",
                "Give me {word} in [italics|italic letters][|.]",
                "italic {word} [in markdown|thanks]",
                "[Format|Set|Style|Display|Print] {word} in [italics|italic type|an italic "
                "font|slanted letters][|.]",
                "[Slanted|Cursive|Italic type|Italic letters|Leaning letters]: {word}",
                "[Italicise|Italicize] {word}[|, please][|.]",
                "[Could|Can|Would] you [italicise|italicize] {word}[| for me]?",
                "[Could|Can|Would] you [format|print|set|type] {word} in [italics|italic "
                "type|slanted letters]?",
                "{word} in [slanted|leaning|cursive] letters[|, please]",
                "I'd like to [see|have|read] {word} in [italics|slanted letters|italic type][|.]",
                "I wonder [whether|if] you can make {word} italic[|.]",
                "I wonder [how|what] {word} would look [like |]in italics[|.]",
                "Is there a way to [get|have|print|format] {word} in italics?",
                "I don't want bold, [I want|make it|but] italics: {word}",
                "Not upright, but [slanted|italic]: {word}",
                "[Print|Type|Show] {word} in [leaning|sloping] letters[|.]",
                "It's the title of a book, so [write|put|set] {word} in italics[|.]",
                "My teacher [wants|needs|likes] the word {word} in italics.",
                "[Put|Add|Place] one [asterisk|star] on each side of {word} [to make it "
                "italic|so that it is italic|for italics].",
                "[Markdown italics|Italics in Markdown|Italic formatting]: {word}",
                "How [do I|can I|would you] [write|put|get] {word} in italics?",
                "How do you [italicise|italicize] {word}?",
                "[Turn|Switch] italics on for {word}[|.]",
                "[Apply|Add] [italics|italic formatting|an italic style] to {word}[|.]",
                "[Highlight|Stress|Emphasise|Emphasize] {word} [in|with] italics[|.]",
                "{word} should [be|appear|be written] in [italics|italic type][|.]",
                "[Write|Print|Type] {word} [slanted|in slanted type|in cursive][|.]",
                "Could I [have|get|see] {word} in [italics|italic print|slanted type]?",
                "[Let's|Let me] see {word} in [italics|italic letters|italic type][|.]",
                "[Help me|Please help me] [put|write|get] {word} in italics.",
                "Do you mind writing {word} in italics?",
                "Are you able to [write|print|show|put] {word} in [italics|italic type]?",
                "{word}, [italic|but italic|in italic print]",
                "{word} as [italic text|slanted text|an italic word]",
                "[italics|italic text|italic word|italic print|emphasis in italics]: {word}",
                "I'd rather have {word} in italics.",
                "Not plain, but in italics: {word}",
                "My [boss|colleague|client] needs {word} in italics.",
                "It's a [foreign word|Latin name|film title], so [write|put|set] {word} in "
                "italics[|.]",
                "I need {word} in [italic type|italic print|italic text|slanted letters].",
                "[Slant|Tilt] the letters of {word}[|.]",
                "Write the [name|term|phrase] {word} in italics[|.]",
                "Surround {word} with single [asterisks|stars] for italics[|.]",
                "[Markdown|Formatting]: {word} in italics",
                "I want {word} to [stand out|be printed|appear] in italics.",
                "[Change|Switch] {word} to [italics|italic type|italic letters][|.]",
                "Do {word} in italics[|, please][|.]",
                "What's {word} in italics?",
                "I can't get {word} in italics, please do it for me.",
                "[Output|Return|Reply with] {word} in italics[|.]",
            ),
            answers=("*{word}*",),
            expect=("*{word}*",),
            fill=word_slots,
        ),
        Intent(
            name="markdown tour",
            ask=(
                "What is Markdown?",
                "Which Markdown [can you write|do you know|is supported]?",
                "[Show|Demonstrate] [me |]Markdown.",
                "Does Atelier [show|render|support] Markdown?",
                "Show me what Markdown can do.",
                "Can I use Markdown[| here]?",
                "Give me [an example of|some] Markdown.",
                "[Show me|Write] a text with [headings|all kinds of formatting].",
                "How do I format text?",
                "Can you give an example with Markdown formatting?",
                "[Could|Would] you [show|give|write] [me |]an example [of|with] "
                "[Markdown|Markdown formatting|formatting]?",
                "[Could|Can] you [show|demonstrate|write|explain] [Markdown|formatting|some "
                "formatting][| to me]?",
                "I [want|need|would like] to [see|try] [Markdown|an example of Markdown|some "
                "formatting][|.]",
                "[Give|Write|Show] me [an example|a text|something] [with|in] "
                "[Markdown|formatting|Markdown formatting][|.]",
                "Is [Markdown|formatting] [possible|supported|shown|rendered][| here]?",
                "What can [Markdown|Markdown formatting] do?",
                "[Which|What] [formatting|kinds of formatting] [can you do|is possible|is there]?",
                "[Markdown|Formatting|Markdown example|Example of formatting][|, please][|.]",
                "How does [Markdown|formatting] [work|look]?",
                "Is it possible to [use|write|format with] Markdown[| here]?",
                "How [can|do] I use [Markdown|formatting]?",
                "Do you [know|write|speak|understand] Markdown?",
                "Show me [all kinds of|some|your] formatting[|.]",
                "[markdown|formatting] [cheat sheet|overview|guide|basics|demo]",
                "[markdown|md] [syntax|help|tutorial|sample]",
                "What's [Markdown|this Markdown thing|Markdown syntax|meant by Markdown]?",
                "What's the [syntax|formatting syntax|markup] [here|in this chat|for messages]?",
                "What does [Markdown|formatted text|text with Markdown] look like?",
                "What [markup|syntax|text styles|styles of text] [can I use|do you "
                "support|are supported][| here]?",
                "[Explain|Introduce|Describe|Summarise|Summarize] Markdown[| to me| briefly][|.]",
                "[Teach|Tell] me [Markdown|about Markdown|the basics of Markdown|how "
                "Markdown works][|.]",
                "[Give|Show] me a [tour|demo|demonstration|short overview] of [Markdown|the "
                "formatting|all formatting].",
                "[Give|Show|Send] me a Markdown [cheat sheet|demo|sample|test page|overview][|.]",
                "I've [never heard of|never used|just heard about] Markdown, [what is it|can "
                "you show me some]?",
                "I don't know [Markdown|what Markdown is|how Markdown works|any Markdown][|.]",
                "I'd like to [learn|understand|know more about|see a demo of] Markdown[|.]",
                "I wonder [what Markdown is|how Markdown works|which formatting is possible][|.]",
                "My [teacher|colleague|boss] [mentioned|talks about|uses] Markdown. What is that?",
                "Is there a [Markdown guide|formatting guide|list of formatting "
                "options|Markdown cheat sheet]?",
                "Is [Markdown|formatting] [turned on|enabled|allowed] in [this "
                "chat|Atelier|my messages]?",
                "Does [the chat|this chat|this app|this window] "
                "[understand|render|support|display] [Markdown|formatted text]?",
                "Can [you|Atelier|this chat] [display|render|handle|produce] "
                "[Markdown|formatted text|rich text]?",
                "Can I [format|style|mark up] [text|my text|my messages|what I write]?",
                "How [can|could|do] I [style|mark up|format] my [text|messages|writing]?",
                "How is text [formatted|styled|marked up] [here|in Atelier|in this chat]?",
                "How do [headings, quotes and code|quotes, lists and code|headings and "
                "quotes] look[| here| in this chat]?",
                "[Demonstrate|Show off|Try out|Use] [your formatting|all your Markdown|every "
                "kind of formatting][|.]",
                "[Write|Show|Send] [something|a message|a sample] with [headings, quotes and "
                "code|a heading, a quote and a list].",
                "I don't want plain text, [show me|I want to see] [some "
                "formatting|Markdown|formatted text][|.]",
                "[Test|Check|Try] the [Markdown|formatting|Markdown rendering|text rendering][|.]",
                "[Let me|Let's] see [some Markdown|what Markdown can do|the formatting "
                "options|formatted text][|.]",
                "Which [text styles|formatting options|Markdown elements|kinds of markup] "
                "[exist|are there|can you show me|work here]?",
                "Do my messages [support|understand|accept] [Markdown|formatting]?",
                "[Markdown|Text formatting] for [beginners|dummies|newcomers][|, please].",
                "Markdown [in short|in a nutshell|at a glance|in brief][|, please].",
                "What does Markdown [mean|do|offer|include]?",
                "What's Markdown [good|used] for?",
                "What's the point of Markdown?",
                "Why [would I|should I|do people] use Markdown?",
                "Who uses Markdown, and [what|what for|how does it look]?",
                "[markdown|markdown support|rich text|formatted text] here?",
                "Is there [Markdown|Markdown support|formatting|rich text|any markup] "
                "[here|in Atelier|in this chat]?",
                "Is there a [tutorial|primer|quick reference|summary] for [Markdown|the "
                "formatting]?",
                "Where can I [see|find|learn] the [Markdown syntax|formatting "
                "rules|formatting options]?",
                "Where do I [learn|find out about|read about] Markdown?",
                "Do you [use|support|render|handle|produce] Markdown?",
                "Do you answer in [Markdown|plain text or Markdown|formatted text]?",
                "Are your [answers|replies|messages] [formatted|written in Markdown|in Markdown]?",
                "Are [headings|headings and quotes|quotes and headings] "
                "[supported|possible|displayed][| here]?",
                "Can you [use|write] [headings|quotes and headings|headings, bold and code]?",
                "Can I [see|get|have] [a Markdown example|a Markdown sample|some formatted "
                "text|a formatting demo]?",
                "I'd like a [short|quick|brief] [introduction|intro] to Markdown.",
                "I'd like to [format|style] my [text|messages|notes], how [does it work|is "
                "that done]?",
                "I can't [remember|recall] how [Markdown|formatting] works.",
                "I've [forgotten|never learned|never learnt] [Markdown|the Markdown "
                "syntax|how to format text].",
                "I wonder [whether|if] [Atelier|this chat|the chat] "
                "[renders|supports|understands] Markdown.",
                "I'm new to Markdown, [show me the basics|what can it do|where do I start]?",
                "My [friend|professor|pupil] asks what Markdown is.",
                "Someone told me to [write|answer|format it] in Markdown. What is that?",
                "What kind of [formatting|markup|text styling] does [Atelier|this chat|the "
                "chat] [support|understand|know]?",
                "What are the [basics|rules|elements|main features] of Markdown?",
                "What are all those [asterisks|stars|hash signs|hashes and asterisks] for "
                "[in Markdown|in the text]?",
                "What do [hash signs|asterisks and hashes|backticks and asterisks] mean in "
                "Markdown?",
                "What happens if I [write|use|type|send] Markdown?",
                "How do [people|you] [write|use] Markdown?",
                "[Introduce me to|Walk me through|Take me through] Markdown[|.]",
                "[Run|Guide] me through [the formatting|the Markdown syntax|the text styles][|.]",
                "[Send|Write] a message that [uses|shows] [all kinds of formatting|every "
                "Markdown element|headings, a quote and code].",
                "[Format|Style] something [nicely|richly] to show me what's possible[|.]",
                "A [quick |short |little |]Markdown [example|sample|demo|tour], please[|.]",
                "[Bold, italics, quotes, code|Headings, quotes, lists, code]: show me all of "
                "it[|.]",
                "Plain text is boring, [what formatting is there|how do I format it|can I "
                "use Markdown]?",
                "Would you [please |]explain [how Markdown works|what Markdown is|the "
                "formatting options]?",
                "I want to [learn|understand|use|know] Markdown[|.]",
            ),
            answers=(
                "## Markdown in short\n\nText may be **bold**, *italic* or `code`.\n\n"
                "> A quote stands apart.\n\n1. First\n2. Second\n\n"
                '```python\nprint("Code is coloured")\n```',
            ),
            expect=("**bold**", "*italic*"),
        ),
        Intent(
            name="poem",
            ask=(
                "Write [me |]a [poem|short poem|rhyme|haiku].",
                "[Tell|Give] me a poem[|.| please]",
                "Can you write [a poem|poems|poetry]?",
                "I want [a poem|to read a poem].",
                "Do you know a poem?",
                "A poem[|, please][|.|!]",
                "[Make|Compose] a [little |]poem.",
                "Write a poem about [computers|a token|the night|a machine].",
                "Are you a poet?",
                "Could you compose a short rhyme for me?",
                "[Could|Can|Would] you [write|compose|make|tell|give] [me |]a [poem|short "
                "poem|rhyme|verse|haiku][| for me]?",
                "I [need|would like] [a poem|a short rhyme|to hear a poem|a verse][|.]",
                "[Please|Now] [write|compose|make] [me |]a [poem|rhyme|short rhyme|verse][|.]",
                "[Say|Write] something that rhymes[|.]",
                "[Poem|Poetry|Rhyme|A haiku][|, please][|.|!]",
                "[Compose|Invent|Make up] a [poem|rhyme|short rhyme|verse][| for me][|.]",
                "Can you [rhyme|be a poet]?",
                "[Read|Recite|Show] me [a poem|one of your poems][|.]",
                "Is it possible to [get|have] a poem?",
                "I [like|love] [poems|poetry|rhymes]. [Write one|Do you know one][|.|?]",
                "A [short |little |][poem|rhyme|verse][| for me][|, please][|.]",
                "Make me a rhyme[|.]",
                "[short|tiny|nice|funny] [poem|rhyme|verse][| please]",
                "[Write|Compose|Create|Make] [a sonnet|a limerick|a ballad|an ode|some "
                "verses|a few verses][|.]",
                "[Write|Pen|Craft|Produce] [some|a bit of|a piece of] poetry[|.|, please.]",
                "[Can|Could] you [do|produce|manage|recite] [a sonnet|a limerick|some "
                "poetry|a few rhymes]?",
                "Can you [put|string] [a few|some] [rhymes|rhyming lines|rhyming words] together?",
                "Can you make [words|lines|two lines|sentences] rhyme?",
                "Do you know [any verses|a nursery rhyme|a nice poem] by heart?",
                "I'd [like|love] [a poem|a few verses|some poetry|a little rhyme][|.]",
                "I'd [like|love] to [hear|read|see] [some poetry|one of your poems|a few rhymes].",
                "I wonder [whether|if] you can [write poetry|rhyme|write poems|make up verses][|.]",
                "I'm in the mood for [poetry|a poem|some verses|rhymes][|.]",
                "I'm [bored|sad|tired|in love], [write|read|give] me a poem.",
                "It's my [mother's|friend's|wife's|husband's] birthday and I need a "
                "[poem|verse|short poem] for the card.",
                "My teacher [asks me|wants me|told me] to [bring|learn|write] a [poem|short poem].",
                "[Delight|Surprise|Entertain|Cheer] me with [a poem|poetry|a rhyme|some "
                "verses][|.]",
                "[Let me|Let's] hear [a poem|your poetry|some verses|a rhyme][|.]",
                "[Be|Play|Pretend to be] [a poet|Shakespeare] and write me [a poem|some "
                "verses|something].",
                "[Are you able to|Do you know how to] [rhyme|write poetry|write a "
                "poem|compose verses]?",
                "Is there [a poem|any poetry|a rhyme] [you know|you can tell me|you like]?",
                "[Got|Have you got] [a poem|any poems|a rhyme|any verses][| for me]?",
                "[Show|Prove] that you can [rhyme|write poetry|write verses][|.]",
                "[Four|A few|Some|Two] [rhyming lines|lines that rhyme|lines of poetry|lines "
                "of verse][|, please].",
                "[Something|Anything] [poetic|lyrical|in verse|in rhyme][|, please].",
                "[Speak|Talk] [in verse|in rhyme|poetically] [for a moment|for once|once].",
                "I don't want prose, [I want|give me|write] [poetry|verse|a poem][|.]",
                "Recite your [favourite|favorite|best] poem[|.]",
                "How good are you at [poetry|writing poems|rhyming]? Show me.",
                "Have you ever written [a poem|poetry|a rhyme|verses]?",
                "[Write|Make up] a [love|bedtime|funny|sad|children's] poem[|.]",
                "[Write|Invent|Make] a [poem|rhyme|verse] about [a "
                "robot|yourself|words|loneliness|the sea].",
                "[poem now|poem for me|a few verses]",
                "[Pen|Craft|Draft|Dream up|Think up] a [|short |little ]poem[| for me].",
                "[Do|Say|Share] [a poem|a rhyme|a short poem][|.| for me.]",
                "[Could|Would] you [share|invent|pen] [a poem|a rhyme|a few verses]?",
                "Can you [make up|think of|come up with] [a rhyme|a poem|some verses]?",
                "Can I [hear|read|have|get] [a poem|a rhyme|some poetry|a verse]?",
                "Could I have [a haiku|a limerick|a sonnet|a four-line poem], please?",
                "Do you [write|compose|make up] [poems|poetry|verses]?",
                "Do you have a poetic [side|streak|vein]?",
                "Have you ever written [a poem|any poems|a verse]? [Show me one|Let me read one].",
                "Are you any good at [poetry|poems|rhymes|verse]?",
                "Are you [poetic|a good poet|a bit of a poet|something of a poet]?",
                "I feel like [hearing|reading] [a poem|some poetry|a rhyme][|.]",
                "I love [poetry|poems|rhymes], [so give me some|please write some for me].",
                "I need [a poem|a verse|some rhyming lines] for a [birthday card|greeting "
                "card|wedding|party][|.]",
                "I can't [write poetry|rhyme|write poems], so [please |]do it for me.",
                "I'm looking for a [poem|rhyme|short poem|nice verse][|.]",
                "I've had a bad day, [a poem would help|cheer me up with a poem|please write "
                "me a poem].",
                "I was wondering [if|whether] you could write [poems|poetry|a poem][|.]",
                "My [son|daughter|girlfriend|boyfriend|grandma] [would like|wants] a poem. "
                "Can you write one?",
                "My [homework|assignment|task] is to write a [poem|rhyme|verse], [help "
                "me|can you do it].",
                "What's your [favourite|favorite|best|nicest] poem?",
                "Could you be my poet [today|tonight|for a minute]?",
                "What about a [poem|rhyme|little poem|haiku]?",
                "How about [a poem|some poetry|a rhyme|a few verses]?",
                "How would you [say it in verse|put it in rhyme|sound as a poet]?",
                "Is there a poet [in you|inside you|in this machine]?",
                "[Time|Now it's time] for [a poem|poetry|some verses][|.|!]",
                "[Let's|Let us] [write a poem|try a poem|have a poem|do some poetry][|.]",
                "[Try|Have a go at] [a poem|writing a poem|a rhyme|rhyming|poetry][|.]",
                "[Impress|Amuse|Charm|Enchant] me with [a poem|some poetry|a verse|your "
                "poetry][|.]",
                "[Be|Get] [poetic|lyrical][|.|!]",
                "[Wax|Go] [poetic|lyrical] for me[|.]",
                "[Poem|Verse|Rhyme] about [the moon|spring|a cat|love|the rain][|, please]",
                "[Write|Compose|Make] a [poem|verse|haiku] for [my mother|my friend|my "
                "wife|my husband|my teacher].",
                "A poem about [winter|autumn|the stars|a language model|a small model][|, "
                "please][|.]",
                "[Lines|Sentences|Words] that rhyme[|, please][|.]",
                "Turn on your [poetic|creative] side and write [a poem|some verses][|.]",
                "No prose, [poetry|verse|a poem] please.",
                "[Rhyme|Versify|Put something into rhyme] for me[|.|, please.]",
            ),
            answers=(
                "A little token, all alone,\nwas looking for a rhyme.\n"
                "It found another of its own,\nthen one more, every time.",
            ),
            expect=("A little token",),
        ),
    ),
)
