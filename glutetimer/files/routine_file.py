"""Routine files: from the values of a document to a Routine."""

import re
from dataclasses import dataclass, field, replace

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise, Hold, Kind, OpenHold, Side, Sides, Tempo
from glutetimer.core.plan.plan import plan
from glutetimer.core.problem import Problem
from glutetimer.core.routine import DoseSource, Prescription, Routine
from glutetimer.files.circuits import read_circuits
from glutetimer.files.dose_reader import MAX_SETS, MAX_WAIT_S, read_amount, read_tempo
from glutetimer.files.exercise_file import read_choice_sides, read_format
from glutetimer.files.exercise_shelf import ExerciseShelf
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import folded, id_of
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.problem import ProblemLog, printable, shown, suggestion

USUAL_REST_AFTER_S = 45.0


@dataclass(frozen=True, slots=True)
class ReadRoutine:
    """What a routine file gave: the routine, None if there are problems.

    `title` and `source` are those of the file, "" where they cannot be read.
    """

    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    title: str = ""
    source: str = ""


def read_routine(document: Document, routine_id: str, shelf: ExerciseShelf) -> ReadRoutine:
    """Build the routine of a file with the exercises of a shelf.

    A session that is too long with the usual settings is a mistake of the file, too.
    """
    log = ProblemLog()
    reader = _RoutineReader(TableReader(document.values, (), document, log), shelf)
    routine = reader.read(routine_id)
    problems = log.sorted()
    if not problems:
        _refuse_excess(reader, routine)
        problems = log.sorted()
    return ReadRoutine(None if problems else routine, problems, routine.title, routine.source)


@dataclass(slots=True)
class _RoutineReader:
    """Reads one routine file from its top table."""

    table: TableReader
    shelf: ExerciseShelf
    dose_source: DoseSource = DoseSource.ARTICLE
    entry_tables: list[TableReader] = field(default_factory=list)

    def read(self, routine_id: str) -> Routine:
        table = self.table
        read_format(table)
        table.require("title", '"My routine"')
        self.dose_source = table.choice("dose_source", DoseSource) or DoseSource.ARTICLE
        entries = self._entries()
        routine = Routine(
            id=routine_id,
            title=table.text("title"),
            entries=tuple(entries),
            circuits=read_circuits(table, self.entry_tables),
            source=table.text("source"),
            level=table.text("level"),
            frequency=table.text("frequency"),
            notes=table.long_text("notes"),
            language=self._language(),
        )
        table.refuse_unknown_keys()
        return routine

    def _language(self) -> str:
        language = self.table.text("language", "en")
        if not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", language):
            self.table.wrong("language", 'a language tag such as "en" or "en-GB"')
        return language

    def _entries(self) -> list[Prescription]:
        self.entry_tables = self.table.tables("exercise")
        if not self.table.has("exercise"):
            self.table.problem('the routine has no exercise; add [[exercise]] with use = "..."')
        elif self.table.value("exercise") == []:
            self.table.problem("exercise is an empty list; write [[exercise]] tables", "exercise")
        entries = [self._entry(table) for table in self.entry_tables]
        return [entry for entry in entries if entry is not None]

    def _entry(self, table: TableReader) -> Prescription | None:
        """One exercise with its dose; None where it is unknown, then its dose is checked alone."""
        exercise = self._exercise(table)
        kind = exercise.kind if exercise else None
        name = exercise.name if exercise else "the exercise"
        sets = table.whole("sets", 1, MAX_SETS)
        given_amount = read_amount(table, kind, printable(name))
        amount = given_amount or (exercise.dose.amount if exercise else None)
        tempo = read_tempo(table, exercise.tempo if exercise else Tempo())
        given_sides = read_choice_sides(table, kind is Kind.STEPS, printable(name))
        sides = given_sides or (exercise.sides if exercise else Sides.BOTH)
        if isinstance(amount, Hold | OpenHold) and sides is Sides.ALTERNATING:
            sides = Sides.EACH
            if given_sides:
                table.problem('sides of a hold cannot alternate; write "both" or "each"', "sides")
        rest_s = table.duration_s("rest", 0, MAX_WAIT_S)
        rest_after_s = table.duration_s("rest_after", 0, MAX_WAIT_S)
        change_s = table.duration_s("change", 0, MAX_WAIT_S)
        switch_s = table.duration_s("switch", 0, MAX_WAIT_S)
        start = _start(table, exercise)
        load, note = table.text("load"), table.text("note")
        cues, circuit = table.texts("cues"), table.text("circuit", limit=40)
        dose_source = table.choice("dose_source", DoseSource) or self.dose_source
        table.refuse_unknown_keys()
        if exercise is None or amount is None:
            return None
        return Prescription(
            exercise=exercise,
            sets=_usual_sets(exercise, circuit) if sets is None else sets,
            amount=amount,
            tempo=tempo,
            sides=sides,
            start=start,
            rest_s=exercise.dose.rest_s if rest_s is None else rest_s,
            rest_after_s=USUAL_REST_AFTER_S if rest_after_s is None else rest_after_s,
            change_s=change_s,
            switch_s=exercise.switch_s if switch_s is None else switch_s,
            load=load,
            note=note,
            cues=cues,
            circuit=circuit,
            dose_source=dose_source,
        )

    def _exercise(self, table: TableReader) -> Exercise | None:
        if not table.require("use", '"glute-bridge"'):
            return None
        name = table.text("use")
        if not name:
            return None
        exercise_id = id_of(name)
        read = self.shelf.read(exercise_id)
        if read is None:
            hint = suggestion(folded(name), self.shelf.ids())
            table.problem(f"unknown exercise {shown(name)}; {hint}", "use")
            return None
        if read.problems:
            path = self.shelf.path_of(exercise_id)
            name = printable(path.name) if path else "its file"
            more = len(read.problems) - 1
            rest = f" (and {more} more)" if more else ""
            table.problem(f"the exercise file {name} has mistakes: {read.problems[0]}{rest}", "use")
        return read.exercise


def _usual_sets(exercise: Exercise, circuit: str) -> int:
    """Sets where a file gives none: in a circuit the rounds make them."""
    return 1 if circuit else exercise.dose.sets


def _start(table: TableReader, exercise: Exercise | None) -> Side:
    fitting = (exercise.directions if exercise else ()) or (Side.LEFT, Side.RIGHT)
    usual = exercise.directions[0] if exercise and exercise.directions else Side.LEFT
    start = table.choice("start", Side)
    if start is None:
        return usual
    if exercise is not None and start not in fitting:
        table.wrong("start", " or ".join(f'"{side}"' for side in fitting))
        return usual
    return start


def _refuse_excess(reader: _RoutineReader, routine: Routine) -> None:
    """Note a session that is too long, at the exercise that alone makes it so if there is one."""
    try:
        plan(routine)
        return
    except Trouble as trouble:
        message = _message(trouble)
    for table, entry in zip(reader.entry_tables, routine.entries, strict=True):
        try:
            plan(replace(routine, entries=(entry,)))
        except Trouble as trouble:
            table.problem(f"because of this exercise alone: {_message(trouble)}")
            return
    reader.table.problem(message, "title")


def _message(trouble: Trouble) -> str:
    what = trouble.what[:1].lower() + trouble.what[1:]
    return printable(f"{what}; {trouble.cure[:1].lower()}{trouble.cure[1:]}")
