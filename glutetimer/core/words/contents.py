"""What is in a routine, an exercise a line."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from glutetimer.core.counts import count_text
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import dose_text, load_text, tempo_text


def entry_lines(timeline: Timeline, *, is_whole: bool = False) -> Iterator[str]:
    """An exercise a line, those of a circuit further in below their rounds.

    With `is_whole` tempo (where it is not the exercise's own), load and note are told, too.
    """
    for letter, entries in groupby(timeline.entries, attrgetter("circuit")):
        if letter:
            circuit = timeline.routine.circuit(letter)
            rest = minutes_text(circuit.rest_s)
            yield f"{count_text(circuit.rounds, 'round')}, {rest} between them, of:"
        indent = "  " if letter else ""
        for entry in entries:
            told = [f"{indent}{entry.exercise.name}: {dose_text(entry)}"]
            if is_whole:
                is_usual = entry.tempo == entry.exercise.tempo
                told += ["" if is_usual else tempo_text(entry), load_text(entry), entry.note]
            yield "; ".join(filter(None, told))
