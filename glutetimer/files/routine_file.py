"""Routine files: from the values of a document to a Routine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import (
    Amount,
    Exercise,
    Hold,
    Kind,
    OpenHold,
    Side,
    Sides,
    Tempo,
)
from glutetimer.core.plan.plan import plan
from glutetimer.core.problem import Problem
from glutetimer.core.routine import Circuit, DoseSource, Prescription, Routine, SetDose
from glutetimer.files.carried import CarriedExercises, read_carried
from glutetimer.files.circuits import read_circuits
from glutetimer.files.dose_reader import (
    AMOUNT_KEYS,
    MAX_SETS,
    MAX_WAIT_S,
    read_amounts,
    read_tempo,
)
from glutetimer.files.exercise_file import read_choice_sides, read_format
from glutetimer.files.exercise_shelf import Alternatives, KnownExercises
from glutetimer.files.moves_like import KEY as MOVES_LIKE
from glutetimer.files.ranges import range_of_durations_s, range_of_wholes
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import folded, id_of
from glutetimer.files.unfiled import has_moments, read_unfiled
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.problem import ProblemLog, first_of, printable, shown, suggestion

USUAL_REST_AFTER_S = 45.0
MAX_ENTRIES = 200
MOST_PURPOSE_WORDS = 5


@dataclass(frozen=True, slots=True)
class ReadRoutine:
    """What a routine file gave: the routine, None if there are problems.

    `title` and `source` are those of the file, "" where they cannot be read.
    """

    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    title: str = ""
    source: str = ""


def read_routine(document: Document, routine_id: str, shelf: KnownExercises) -> ReadRoutine:
    """Build the routine of a file with the exercises that it holds and those of a shelf.

    A session that is too long with the usual settings is a mistake of the file, too.
    """
    log = ProblemLog(document.problems)
    table = TableReader(document.values, (), document, log)
    reader = _RoutineReader(table, read_carried(table, shelf))
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
    shelf: CarriedExercises
    dose_source: DoseSource = DoseSource.ARTICLE
    entry_tables: list[TableReader] = field(default_factory=list)
    circuits: tuple[Circuit, ...] = ()

    def read(self, routine_id: str) -> Routine:
        table = self.table
        read_format(table)
        table.require("title", '"My routine"')
        self.dose_source = table.choice("dose_source", DoseSource) or DoseSource.ARTICLE
        self.entry_tables = table.tables("exercise", MAX_ENTRIES)
        self.circuits = read_circuits(table, self.entry_tables)
        entries = self._entries()
        routine = Routine(
            id=routine_id,
            title=table.text("title"),
            entries=tuple(entries),
            circuits=self.circuits,
            source=table.text("source"),
            level=table.text("level"),
            frequency=table.text("frequency"),
            notes=table.long_text("notes"),
            language=self._language(),
            purpose=self._purpose(),
            picture=self._picture(entries),
            asides=table.texts("asides"),
        )
        table.refuse_unknown_keys()
        alternatives = Alternatives(self.shelf, routine, self.shelf.carried().values())
        return replace(routine, alternatives=alternatives)

    def _language(self) -> str:
        language = self.table.text("language", "en")
        if not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", language):
            self.table.wrong("language", 'a language tag such as "en" or "en-GB"')
        return language

    def _purpose(self) -> str:
        purpose = self.table.text("purpose")
        if (count := len(purpose.split())) > MOST_PURPOSE_WORDS:
            self.table.problem(
                f"purpose has {count} words; write at most {MOST_PURPOSE_WORDS}", "purpose"
            )
        return purpose

    def _picture(self, entries: Sequence[Prescription]) -> str:
        picture = self.table.text("picture")
        ids = sorted({entry.exercise.id for entry in entries})
        if picture and ids and id_of(picture) not in ids:
            hint = suggestion(folded(picture), ids)
            self.table.problem(
                f"picture is {shown(picture)}, which is no exercise of this routine; {hint}",
                "picture",
            )
        return id_of(picture) if picture else ""

    def _entries(self) -> list[Prescription]:
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
        circuit = table.text("circuit", limit=40)
        sets, most_sets = range_of_wholes(table, "sets", 1, MAX_SETS) or (None, 0)
        given = read_amounts(table, kind, printable(name))
        usual = exercise.dose.amount if exercise else None
        amounts = given or ((usual,) if usual else ())
        usual_tempo = exercise.tempo if exercise else Tempo()
        tempos = [read_tempo(one, usual_tempo) for one in table.per_set("tempo")]
        rests = [range_of_durations_s(one, "rest", 0, MAX_WAIT_S) for one in table.per_set("rest")]
        loads = [one.text("load") for one in table.per_set("load")]
        # An empty list is a mistake that was noted.
        tempos, rests, loads = tempos or [usual_tempo], rests or [None], loads or [""]
        sets, count = self._sets_of(table, exercise, sets, circuit)
        sides = self._sides(table, exercise, amounts)
        rest_after_s = table.duration_s("rest_after", 0, MAX_WAIT_S)
        change_s = table.duration_s("change", 0, MAX_WAIT_S)
        switch_s = table.duration_s("switch", 0, MAX_WAIT_S)
        start = _start(table, exercise)
        note = table.text("note")
        has_own_cues = table.has("name") and has_moments(table)  # read with the exercise
        cues = () if has_own_cues else table.texts("cues")
        dose_source = table.choice("dose_source", DoseSource) or self.dose_source
        table.refuse_unknown_keys()
        if exercise is None or not amounts:
            return None
        doses = tuple(
            SetDose(
                _nth(amounts, number),
                _nth(tempos, number),
                (_nth(rests, number) or (exercise.dose.rest_s, 0.0))[0],
                _nth(loads, number),
            )
            for number in range(count)
        )
        return Prescription(
            exercise=exercise,
            sets=sets,
            amount=doses[0].amount,
            tempo=doses[0].tempo,
            sides=sides,
            start=start,
            rest_s=doses[0].rest_s,
            rest_after_s=USUAL_REST_AFTER_S if rest_after_s is None else rest_after_s,
            change_s=change_s,
            switch_s=exercise.switch_s if switch_s is None else switch_s,
            load=doses[0].load,
            note=note,
            cues=cues,
            circuit=circuit,
            dose_source=dose_source,
            set_doses=doses if len(set(doses)) > 1 else (),
            most_sets=most_sets,
            is_rest_after_given=rest_after_s is not None,
            most_rest_s=rests[0][1] if len(rests) == 1 and rests[0] else 0.0,
        )

    def _sets_of(
        self, table: TableReader, exercise: Exercise | None, sets: int | None, circuit: str
    ) -> tuple[int, int]:
        """How many sets a round has, and how many there are in all; lists must have as many."""
        rounds = next((one.rounds for one in self.circuits if one.letter == circuit), 1)
        lengths = {
            key: len(value)
            for key in (*AMOUNT_KEYS, "tempo", "rest", "load")
            if isinstance(value := table.value(key), list)
        }
        if sets is None:
            usual = exercise.dose.sets if exercise else 1
            sets = 1 if circuit else next(iter(lengths.values()), usual) or usual
        for key, length in lengths.items():
            whole = sets * rounds
            if length not in (0, whole) and not (key == "rest" and length == whole - 1):
                table.problem(
                    f"{key} has {length} values for {whole} sets; write one for each set", key
                )
        return sets, sets * rounds

    def _sides(
        self, table: TableReader, exercise: Exercise | None, amounts: Sequence[Amount]
    ) -> Sides:
        is_steps = exercise is not None and exercise.kind is Kind.STEPS
        name = printable(exercise.name) if exercise else ""
        given = read_choice_sides(table, is_steps, name)
        sides = given or (exercise.sides if exercise else Sides.BOTH)
        is_held = any(isinstance(amount, Hold | OpenHold) for amount in amounts)
        if is_held and sides is Sides.ALTERNATING:
            if given:
                table.problem('sides of a hold cannot alternate; write "both" or "each"', "sides")
            return Sides.EACH
        return sides

    def _exercise(self, table: TableReader) -> Exercise | None:
        if table.has("name"):
            return read_unfiled(table, self.shelf)
        if table.has(MOVES_LIKE):
            table.problem(
                f'{MOVES_LIKE} goes with name = "..."; an exercise of a file has its own figure',
                MOVES_LIKE,
            )
        if not table.require("use", '"glute-bridge", or name = "..." for one of your own'):
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
            told = first_of(read.problems)
            table.problem(f"the exercise file {name} has mistakes: {told}", "use")
        return read.exercise


_Value = TypeVar("_Value")


def _nth(values: Sequence[_Value], number: int) -> _Value:
    """The value of a set, from 0; a list that is too short goes on as it ended."""
    return values[min(number, len(values) - 1)]


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
