"""Noughts and crosses for two."""

from serve.demo.studio.options import Items, Kind, Options
from serve.demo.studio.page import list_of, main_button, page, quoted


def render(options: Options) -> str:
    return page(
        options,
        list_of("players", quoted(options.items))
        + """
const lines = [
  [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
];
const empty: string[] = Array(9).fill("");
""",
        """
        const [board, setBoard] = useState(empty);
        const turn = board.filter((mark) => mark !== "").length;
        const player = players[turn % 2];
        const won = lines.some(
          ([a, b, c]) => board[a] !== "" && board[a] === board[b] && board[a] === board[c],
        );
        const next = turn === 9 ? "Draw" : `Next: ${player}`;

        function play(cell: number) {
          if (board[cell] === "" && !won) setBoard(board.with(cell, player));
        }
        """,
        f"""
        <p role="status">{{won ? `${{players[(turn + 1) % 2]}} wins` : next}}</p>
        <div className="board">
          {{board.map((mark, cell) => (
            <button
              className="cell"
              key={{cell}}
              aria-label={{`Cell ${{cell + 1}} ${{mark}}`}}
              onClick={{() => play(cell)}}
            >
              {{mark}}
            </button>
          ))}}
        </div>
        {main_button(options, " onClick={() => setBoard(empty)}")}
        """,
    )


KIND = Kind(
    name="tic-tac-toe",
    nouns=(
        "tic-tac-toe game", "tic tac toe", "tic-tac-toe", "noughts and crosses", "tictactoe",
        "game of tic-tac-toe", "tic tac toe game", "three in a row game", "xo game",
        "noughts and crosses game",
        "tic tac toe app", "tictactoe game", "tictactoe app", "tic-tac-toe for two",
        "game of noughts and crosses", "x and o game", "game of three in a row",
        "tic tac toe for two players", "noughts and crosses app", "noughts and crosses for two",
        "tic-tac-toe app",
    ),
    defaults=Options("Tic-tac-toe", button="New game", items=("X", "O")),
    why="Two players take turns; three in a row win.",
    render=render,
    shows=lambda options: [f"Next: {options.items[0]}"],
    items=Items(
        "for the players {items}", "player",
        (
            "for the players {items}", "between {items}", "for {items}", "with the players {items}",
            "where {items} play", "with the marks {items}", "played by {items}",
        ),
        fewest=2,
        most=2,
    ),
    items_shown=False,
    clauses=(
        "for two", "for two players", "for 2 players", "to play with a friend", "for two people",
        "for us two", "for two friends",
    ),
)  # fmt: skip
