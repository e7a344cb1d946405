"""Counts seconds up."""

from serve.demo.studio.options import Kind, Options
from serve.demo.studio.page import main_button, page, reset_button


def render(options: Options) -> str:
    label = f'{{running ? "Stop" : "{options.button}"}}'
    return page(
        options,
        "",
        """
        const [time, setTime] = useState(0);
        const [running, setRunning] = useState(false);

        useEffect(() => {
          if (!running) return;
          const timer = setTimeout(() => setTime(time + 1), 100);
          return () => clearTimeout(timer);
        }, [running, time]);
        """,
        f"""
        <p className="value" role="timer">{{(time / 10).toFixed(1)}} s</p>
        <div className="row">
          {main_button(options, " onClick={() => setRunning(!running)}", label)}
          {reset_button(options, "() => setTime(0)")}
        </div>
        """,
        "useEffect, useState",
    )


KIND = Kind(
    name="stopwatch",
    nouns=(
        "stopwatch", "stop watch", "stopwatch app", "lap timer", "running clock",
        "simple stopwatch",
        "app to stop the time", "chronometer", "sports stopwatch", "time counter",
        "seconds counter", "app that counts seconds", "time counting app",
        "app that counts the time", "clock that runs", "race clock", "counter for the time",
        "running stopwatch", "app to measure time", "counter of seconds",
    ),
    defaults=Options("Stopwatch", button="Start"),
    why="Counts tenths of seconds.",
    render=render,
    shows=lambda _: ["0.0 s"],
    reset="Reset",
)  # fmt: skip
