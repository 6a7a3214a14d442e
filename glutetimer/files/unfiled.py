"""An exercise without a file of its own: what a routine says of it is all that is known."""

from glutetimer.core.exercise import CueMoment, Dose, Exercise, Kind, Position
from glutetimer.files.exercise_file import (
    USUAL_AMOUNTS,
    USUAL_REST_S,
    USUAL_SETS,
    read_cues,
    read_say,
)
from glutetimer.files.moves_like import Lender, lent_to_entry
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import id_of


def read_unfiled(table: TableReader, lender: Lender) -> Exercise | None:
    """The exercise of a table that gives a name in place of a file; None where that is wrong.

    Cues by moment are those of the exercise; a list of them is left to the routine.
    """
    if table.has("use"):
        table.problem("use and name exclude each other; keep use for an exercise file", "use")
    name = table.text("name")
    if not name:
        return None
    kind = Kind.HOLD if table.has("hold") else Kind.REPS
    cues = read_cues(table) if has_moments(table) else ()
    exercise = Exercise(
        id=id_of(name),
        name=name,
        position=table.choice("position", Position),
        kind=kind,
        setup=" ".join(cue.say for cue in dict(cues).get(CueMoment.SETUP, ())),
        dose=Dose(USUAL_SETS, USUAL_AMOUNTS[kind], USUAL_REST_S),
        cues=cues,
        say=read_say(table),
    )
    return lent_to_entry(table, exercise, lender)


def has_moments(table: TableReader) -> bool:
    """Whether the cues of a table are those of moments, as in an exercise file."""
    return isinstance(table.value("cues"), dict)
