"""One module for each kind of app."""

from serve.demo.studio.kinds import (
    calculator,
    colour_picker,
    converter,
    counter,
    dice,
    form,
    gallery,
    landing,
    notes,
    picker,
    poll,
    quiz,
    stopwatch,
    tabs,
    tic_tac_toe,
    timer,
    tip,
    todo,
)
from serve.demo.studio.options import Kind

KINDS: tuple[Kind, ...] = (
    counter.KIND,
    todo.KIND,
    timer.KIND,
    stopwatch.KIND,
    calculator.KIND,
    form.KIND,
    quiz.KIND,
    colour_picker.KIND,
    dice.KIND,
    tip.KIND,
    converter.KIND,
    notes.KIND,
    tabs.KIND,
    gallery.KIND,
    landing.KIND,
    tic_tac_toe.KIND,
    poll.KIND,
    picker.KIND,
)
