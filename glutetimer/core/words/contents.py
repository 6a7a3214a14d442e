"""What is in a routine, an exercise a line."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from glutetimer.core.counts import count_text
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import dose_text, tempo_text


def entry_lines(timeline: Timeline) -> Iterator[str]:
    """An exercise a line, those of a circuit further in below their rounds."""
    for letter, entries in groupby(timeline.entries, attrgetter("circuit")):
        if letter:
            circuit = timeline.routine.circuit(letter)
            rest = minutes_text(circuit.rest_s)
            yield f"{count_text(circuit.rounds, 'round')}, {rest} between them, of:"
        indent = "  " if letter else ""
        yield from (f"{indent}{entry.exercise.name}: {_told(entry)}" for entry in entries)


def _told(entry: Prescription) -> str:
    """The dose, the tempo where it is not the exercise's own, load and note."""
    tempo = tempo_text(entry) if entry.tempo != entry.exercise.tempo else ""
    return "; ".join(filter(None, (dose_text(entry), tempo, entry.load, entry.note)))
