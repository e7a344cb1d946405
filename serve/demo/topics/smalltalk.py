"""Greetings, thanks and the other things people say first."""

from __future__ import annotations

from random import Random

from serve.demo.topic import Intent, Slots, Topic

NAMES = (
    "Ana", "Ben", "Chloe", "David", "Emma", "Felix", "Grace", "Hugo", "Iris", "Jonas", "Kim",
    "Leo", "Maria", "Nina", "Omar", "Paula", "Rosa", "Sam", "Tom", "Vera", "Yuki", "Zoe", "Ali",
    "Marta", "Peter", "Lucy", "Mia", "Noah", "Olga", "Ravi", "Sofia", "Theo", "Anton", "Carla",
    "Alex", "John", "Max", "Sara", "Eva", "Paul", "Laura", "Julia", "Erik", "Ines", "Diego",
)  # fmt: skip
HELD_OUT_NAMES = ("Adam", "Clara", "Lena", "Victor", "Mila")


def name_slots(rng: Random, held_out: bool) -> Slots:
    """A first name; half of those in training are made of random syllables."""
    if held_out:
        return {"name": rng.choice(HELD_OUT_NAMES)}
    if rng.random() < 0.5:
        return {"name": rng.choice(NAMES)}
    pieces = ("ka", "lo", "mi", "ra", "ne", "ti", "so", "ve", "du", "bel", "an", "ri", "mar", "el")
    return {"name": "".join(rng.choices(pieces, k=rng.choice((2, 2, 3)))).capitalize()}


INTRODUCTION = ("My name is {name}.", "Nice to meet you, {name}! What would you like to try?")
RECALL = (
    "What is my name?",
    "Do you [know|remember] my name?",
    "Who am I?",
    "What am I called?",
    "Can you tell me my name?",
    "Say my name.",
    "What was my name again?",
    "Did you forget my name?",
    "What did I say my name was?",
    "Tell me what my name is.",
)

TOPIC = Topic(
    name="small talk",
    share=4.0,
    intents=(
        Intent(
            name="hello",
            ask=(
                "[Hi|Hello|Hey]",
                "[Hi|Hello|Hey] there[|!]",
                "Good [morning|afternoon|evening|day][|!|.]",
                "[Hiya|Howdy|Greetings|Yo|hi|hello|Hallo][|!]",
                "[Hello|Hi] [everyone|again][|!]",
                "[Hello|Hey|Hi], [anyone there|are you there]?",
                "[Hi|Hello] [bot|model|demo|computer|Atelier|friend][|!]",
                "Are you there?",
                "[Nice|Good|Pleased] to meet you[|!]",
                "Hey, good to see you!",
                "[Test|Testing|test 1 2 3|This is a test].",
            ),
            answers=("Hello! I am Atelier's demo model. What would you like to try?",),
            expect=("Hello",),
            weight=1.5,
        ),
        Intent(
            name="how are you",
            ask=(
                "How are you[|?| today?| doing?]",
                "How is it going?",
                "How do you do?",
                "How do you feel[| today]?",
                "Are you [well|okay|happy|fine]?",
                "What's up?",
                "[Hi|Hello], how are you?",
                "How was your day?",
                "How are things?",
                "Is everything fine with you?",
            ),
            answers=("I am fine, thank you. All my weights are in place. How can I help?",),
            expect=("fine",),
        ),
        Intent(
            name="thanks",
            ask=(
                "[Thanks|Thank you|Thx|Many thanks][|!|.]",
                "[Thanks|Thank you] [a lot|so much|very much|for your help][|!]",
                "That [was|is] [helpful|great|perfect|useful][|, thanks][|!|.]",
                "[Great|Perfect|Nice|Cool|Wonderful|Good job|Well done][|!|.]",
                "Thanks, that helped[| me]!",
                "You are [great|nice|kind|helpful|smart][|!|.]",
                "I like [you|your answer|it].",
                "[Ok|Okay|Alright|I see|Got it][|!|.| thanks]",
                "That worked[|!|, thanks!]",
                "Thank you, this is what I needed.",
            ),
            answers=("You're welcome!", "You're welcome! Anything else?"),
            expect=("welcome",),
        ),
        Intent(
            name="bye",
            ask=(
                "[Bye|Goodbye|Bye bye|See you][|!|.]",
                "See you [later|soon|tomorrow][|!|.]",
                "I [have to|must] go[| now].",
                "Good night[|!|.]",
                "Talk to you later[|!]",
                "That is all[| for today].",
                "I am leaving.",
                "Have a nice [day|evening|weekend][|!]",
                "Farewell!",
                "I'm done for today, bye!",
            ),
            answers=("Goodbye! Your conversation stays in the list.",),
            expect=("Goodbye",),
        ),
        Intent(
            name="my name",
            ask=(
                "My name is {name}.",
                "I am called {name}.",
                "[Hi|Hello], [I am|I'm|my name is] {name}.",
                "[You can call|Call] me {name}.",
                "[Hey|Hello], {name} here.",
                "They call me {name}.",
                "I'm {name}, nice to meet you.",
                "My friends call me {name}.",
                "The name is {name}.",
                "Hi! My name's {name}.",
            ),
            answers=("Nice to meet you, {name}! What would you like to try?",),
            expect=("{name}",),
            fill=name_slots,
        ),
        Intent(
            name="recall name",
            ask=RECALL,
            answers=("Your name is {name}.",),
            expect=("{name}",),
            fill=name_slots,
            history=(INTRODUCTION,),
        ),
        Intent(
            name="recall name later",
            ask=RECALL,
            answers=("Your name is {name}.",),
            expect=("{name}",),
            fill=name_slots,
            history=(INTRODUCTION, ("What is 2 + 3?", "2 + 3 = **5**")),
        ),
        Intent(
            name="joke",
            ask=(
                "[Tell|Give] me a joke[|.| please]",
                "Do you know [a joke|any jokes|a good joke]?",
                "[Say|Tell me] something funny[|.]",
                "Make me laugh[|.]",
                "Can you tell [a joke|jokes]?",
                "I want to hear a joke[|.]",
                "A joke[|, please]!",
                "Can you be funny?",
                "Are you funny?",
                "Cheer me up with a joke.",
            ),
            answers=(
                "Why did the token go to school? It wanted to become a whole word!",
                "Why was the computer cold? Somebody left its windows open!",
            ),
            expect=("Why",),
        ),
        Intent(
            name="alive",
            ask=(
                "Are you [alive|conscious|sentient]?",
                "Do you [have feelings|feel anything|dream|sleep|think]?",
                "Can you [think|feel|love|see|hear]?",
                "Do you [love|like|hate] me?",
                "Are you [sad|angry|tired|lonely|bored]?",
                "How old are you?",
                "Where do you live?",
                "Do you have [a body|friends|a family|a brain]?",
                "What do you [like|want|eat]?",
                "Do machines like you have emotions?",
            ),
            answers=(
                "I am only a small program that writes one token after another, so I have no "
                "feelings, no age and no home but this machine.",
            ),
            expect=("small program",),
        ),
        Intent(
            name="languages",
            ask=(
                "[Hola|Bonjour|Ciao|Hallo, wie geht es dir|Ola|Hej|Merhaba|Salut][|!|?]",
                "[Comment ça va|Parlez-vous français|Qui es-tu|Quelle heure est-il]?",
                "[Sprechen Sie Deutsch|Was ist das|Wer bist du|Wie heißt du|Kannst du mir helfen]?",
                "[¿Cómo estás|¿Qué es esto|¿Quién eres|¿Hablas español|¿Puedes ayudarme]?",
                "Do you speak [French|German|Spanish|Chinese]?",
                "[你好|こんにちは|Привет|안녕하세요|مرحبا|שלום|Γεια σου|नमस्ते|你是谁？|Как дела?]",
                "[Come stai|Chi sei|Cosa puoi fare|Come ti chiami]?",
                "Can you [speak|answer in|talk in|write in] [French|German|Spanish|Italian]?",
                "[Schreib mir bitte eine Geschichte.|Ich möchte etwas fragen.|Das ist ein Test.|"
                "Je voudrais un café.|Quiero saber más.|Erzähl mir etwas.]",
                "Which languages do you speak?",
                "Translate [house|the cat|good morning|hello|this|it] [into|to] [French|German|"
                "Spanish|Japanese|Italian|Latin].",
                "How do you say [hello|cat|thank you|water] in [French|German|Spanish|Korean]?",
            ),
            answers=(
                "I am sorry, as a small demo model I only know a little English. A larger model "
                "from the model picker speaks many languages.",
            ),
            expect=("only know a little English",),
            weight=1.5,
        ),
    ),
)
