"""An exercise with its dose in one line, read as the plain text of an import is."""

from dataclasses import replace
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.shelf import WrittenEntry
from glutetimer.files.importer import Importer
from glutetimer.files.importing.text_exercise import read_line
from glutetimer.files.library import Library


def written_entry(library: Library, line: str, exercise_id: str = "") -> WrittenEntry | None:
    """The exercise of a line; None where it has no dose, or is no single exercise."""
    if not any(char.isdecimal() for char in line):
        return None
    answers = {read_line(line)[0].name: exercise_id} if exercise_id else None
    try:
        brought = Importer(library, Path()).bring("", line.encode(), answers)
    except Trouble:
        return None
    if len(brought.drafts) != 1 or len(brought.drafts[0].entries) != 1:
        return None
    draft, played = brought.drafts[0].entries[0], brought.routines[0].entries[0]
    return WrittenEntry(replace(draft, name=played.exercise.name), played)
