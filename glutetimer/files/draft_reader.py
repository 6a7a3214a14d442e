"""A routine file as a draft: the values that the editor changes, as the file gives them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import Exercise, Position, Sides, Tempo
from glutetimer.files.circuits import read_circuits
from glutetimer.files.dose_reader import MAX_SETS, MAX_WAIT_S, read_amounts, read_tempo
from glutetimer.files.draft_cues import with_moments
from glutetimer.files.exercise_file import read_cues, read_say
from glutetimer.files.moves_like import read_moves_like
from glutetimer.files.ranges import range_of_durations_s, range_of_wholes
from glutetimer.files.reader import TableReader
from glutetimer.files.routine_file import MAX_ENTRIES
from glutetimer.files.toml_folder import id_of
from glutetimer.files.unfiled import has_moments
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.problem import ProblemLog

_Value = TypeVar("_Value")


def read_draft(document: Document, exercises: Mapping[str, Exercise]) -> RoutineDraft:
    """The draft of a document; what is wrong there is left out, nothing is said of it.

    Keys that a draft does not have (`level`, `start` ...) are left to the file's text.
    """
    table = TableReader(document.values, (), document, ProblemLog())
    tables = table.tables("exercise", MAX_ENTRIES)
    return RoutineDraft(
        title=table.text("title"),
        entries=tuple(read_entry(one, exercises) for one in tables),
        circuits=read_circuits(table, tables),
        source=table.text("source"),
        notes=table.long_text("notes"),
        language=table.text("language"),
    )


def read_entry(table: TableReader, exercises: Mapping[str, Exercise]) -> EntryDraft:
    """The draft of one exercise."""
    exercise_id = id_of(use) if (use := table.text("use")) else ""
    exercise = exercises.get(exercise_id)
    sets, most_sets = range_of_wholes(table, "sets", 1, MAX_SETS) or (None, 0)
    rests = _each(table, "rest", _rest)
    is_unfiled, has_own_cues = not exercise_id, not exercise_id and has_moments(table)
    entry = EntryDraft(
        name=exercise.name if exercise else table.text("name") or use,
        exercise_id=exercise_id,
        position=table.choice("position", Position),
        sets=sets,
        most_sets=most_sets,
        amounts=read_amounts(table, None, ""),
        tempos=_each(table, "tempo", _reader_of_tempo(exercise)),
        rests_s=tuple(least_s for least_s, _ in rests),
        most_rest_s=rests[0][1] if len(rests) == 1 else 0.0,
        loads=_each(table, "load", lambda one: one.text("load") or None),
        sides=table.choice("sides", Sides),
        rest_after_s=table.duration_s("rest_after", 0, MAX_WAIT_S),
        change_s=table.duration_s("change", 0, MAX_WAIT_S),
        switch_s=table.duration_s("switch", 0, MAX_WAIT_S),
        note=table.text("note"),
        cues=() if has_own_cues else table.texts("cues"),
        circuit=table.text("circuit"),
        moves_like=read_moves_like(table) if is_unfiled else "",
        say=read_say(table) if is_unfiled else (),
    )
    return with_moments(entry, dict(read_cues(table))) if has_own_cues else entry


def _rest(table: TableReader) -> tuple[float, float] | None:
    return range_of_durations_s(table, "rest", 0, MAX_WAIT_S)


def _reader_of_tempo(exercise: Exercise | None) -> Callable[[TableReader], Tempo]:
    usual = exercise.tempo if exercise else Tempo()
    return lambda table: read_tempo(table, usual)


def _each(
    table: TableReader, key: str, read: Callable[[TableReader], _Value | None]
) -> tuple[_Value, ...]:
    """The value for each set, or one for all; empty where the file gives none."""
    if not table.has(key):
        return ()
    found = [read(one) for one in table.per_set(key)]
    return tuple(value for value in found if value is not None)
