"""Counts seconds down."""

from serve.demo.studio.options import Kind, Number, Options
from serve.demo.studio.page import main_button, page, reset_button
from serve.demo.studio.wordings import widened


def render(options: Options) -> str:
    label = f'{{running ? "Pause" : "{options.button}"}}'
    return page(
        options,
        f"""
        const minutes = {options.start};
        const seconds = {options.step};
        const start = minutes * 60 + seconds;
        """,
        """
        const [left, setLeft] = useState(start);
        const [running, setRunning] = useState(false);

        useEffect(() => {
          if (!running || left === 0) return;
          const timer = setTimeout(() => setLeft(left - 1), 1000);
          return () => clearTimeout(timer);
        }, [running, left]);
        """,
        f"""
        <p className="value" role="timer">
          {{Math.floor(left / 60)}}:{{String(left % 60).padStart(2, "0")}}
        </p>
        <div className="row">
          {main_button(options, " onClick={() => setRunning(!running)}", label)}
          {reset_button(options, "() => setLeft(start)")}
        </div>
        """,
        "useEffect, useState",
    )


KIND = Kind(
    name="timer",
    nouns=(
        "timer", "countdown", "countdown timer", "kitchen timer", "pomodoro timer", "pomodoro",
        "egg timer", "timer app", "count down timer", "focus timer", "tea timer", "simple timer",
        "countdown clock", "cooking timer", "pomodoro clock", "pomodoro app", "work timer",
        "app that counts down", "countdown app", "focus time timer", "timer for focus",
        "study timer", "break timer", "app to count down",
    ),
    defaults=Options("Timer", button="Start", start=5, step=0),
    why="Counts the seconds down to zero.",
    render=render,
    shows=lambda options: [f"{options.start}:{options.step:02}"],
    numbers={
        "start": Number(
            1, 90, "of {number} minutes",
            widened(
                (
                    "of {number} minutes", "for {number} minutes", "with {number} minutes",
                    "that runs {number} minutes", "that takes {number} minutes",
                    "set to {number} minutes", "starting at {number} minutes", "of {number} min",
                    "{number} minutes long", "that counts down from {number} minutes",
                ),
                (
                    "[that|which] lasts {number} [minutes|min]", "which takes {number} minutes",
                    "starting [with|from] {number} [min|minutes]",
                    "[with|lasting|taking] {number} [min|minutes]",
                    "that counts down {number} minutes", "counting down from {number} minutes",
                    "whose time is {number} minutes",
                ),
            ),
            widened(
                (
                    "start at {number} minutes", "make it {number} minutes",
                    "{number} minutes please", "set it to {number} minutes",
                    "use {number} minutes", "run for {number} minutes",
                    "it should take {number} minutes", "change it to {number} minutes",
                    "let it run {number} minutes", "count down from {number} minutes",
                ),
                (
                    "[start|begin] with {number} minutes",
                    "[take|give it|I need] {number} minutes",
                    "[set|change] [the time|the timer] to {number} [minutes|min]",
                    "it should [run|last|count down from] {number} minutes",
                    "count down {number} minutes", "[use|make it] {number} min",
                ),
            ),
            before=("{number} minute", "{number}-minute", "{number} min", "{number} minutes"),
            zeroes="step",
        ),
        "step": Number(
            1, 59, "of {number} seconds",
            widened(
                (
                    "of {number} seconds", "for {number} seconds", "with {number} seconds",
                    "that runs {number} seconds", "set to {number} seconds", "of {number} sec",
                    "starting at {number} seconds", "that counts down from {number} seconds",
                ),
                (
                    "[that|which] lasts {number} [seconds|sec]",
                    "starting [with|from] {number} [sec|seconds]",
                    "[with|lasting|taking] {number} [sec|seconds]", "{number} seconds",
                    "set to {number} sec", "counting down from {number} seconds",
                ),
            ),
            widened(
                (
                    "start at {number} seconds", "make it {number} seconds",
                    "set it to {number} seconds", "use {number} seconds",
                    "change it to {number} seconds", "{number} seconds please",
                    "count down from {number} seconds",
                ),
                (
                    "[start|begin] with {number} seconds",
                    "[take|give it|I need] {number} seconds",
                    "[set|change] [the time|the timer] to {number} [seconds|sec]",
                    "it should [run|last|count down from] {number} seconds",
                    "[use|make it|change it to] {number} sec",
                ),
            ),
            before=("{number} second", "{number}-second", "{number} sec", "{number} seconds"),
            zeroes="start",
        ),
    },
    reset="Reset",
)  # fmt: skip
