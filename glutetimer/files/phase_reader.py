"""The phases of a plan file: their weeks, what is to hold, what is done in between, and walks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glutetimer.core.pain import LEAST, MOST
from glutetimer.core.schedule.phase import (
    DoseTest,
    Named,
    OwnTest,
    PainTest,
    PhaseTest,
    PlanPhase,
    PlanWalks,
)
from glutetimer.core.schedule.routine_plan import MAX_WEEKS, PlanDay
from glutetimer.files.ranges import range_of_wholes
from glutetimer.files.reader import TableReader

MAX_PHASES, MAX_TESTS = 26, 10
MOST_SESSIONS, MOST_SETS, MOST_REPS, MOST_HOLD_S = 20, 20, 100, 600.0
MOST_WALK_MINUTES = 180

_KINDS = ("pain", "exercise", "ask")


@dataclass(frozen=True, slots=True)
class FoundName:
    """What a name in a plan leads to; `mistake` is why there is no such thing, "" if there is."""

    id: str
    title: str
    mistake: str = ""


FindName = Callable[[str], FoundName]


@dataclass(frozen=True, slots=True)
class PlanNames:
    """Which routine and which exercise a name in a plan means."""

    routine: FindName
    exercise: FindName


def read_phases(
    table: TableReader, names: PlanNames, days: Sequence[PlanDay]
) -> tuple[PlanPhase, ...]:
    """The phases of a plan with these days, with each mistake noted; () where there are none."""
    phases = []
    expected = 1
    for one in table.tables("phase", MAX_PHASES):
        phase = _phase(one, names)
        one.refuse_unknown_keys()
        if phase.first_week and phase.first_week != expected:
            one.problem(
                f"this phase begins with week {phase.first_week}, but week {expected} comes next; "
                f'write weeks = "{expected}-{max(expected + 1, phase.last_week)}"',
                "weeks",
            )
        elif phase.first_week and not _has_session(days, phase.last_week):
            one.problem(
                f"its last week, {phase.last_week}, has no day with a routine; give it one, since "
                "it is repeated until the person goes on",
                "weeks",
            )
        expected = phase.last_week + 1 if phase.first_week else expected
        phases.append(phase)
    last = max((day.week for day in days), default=0)
    if phases and phases[-1].last_week and last >= expected:
        table.problem(f"week {last} is in no phase; let the last one reach to it", "phase")
    return tuple(phases)


def _has_session(days: Sequence[PlanDay], week: int) -> bool:
    return any(day.week in (0, week) and not day.is_rest for day in days)


def _phase(table: TableReader, names: PlanNames) -> PlanPhase:
    """A phase; its weeks are 0 where they cannot be read."""
    table.require("title", '"Strengthen"')
    table.require("weeks", '"3-6"')
    first, last = range_of_wholes(table, "weeks", 1, MAX_WEEKS) or (0, 0)
    besides = Named("", "")
    if table.has("besides"):
        besides = named(table, names.routine, "besides", table.text("besides"))
    return PlanPhase(
        table.text("title"),
        first,
        last or first,
        table.long_text("notes"),
        tuple(_tests(table, "entry", names)),
        tuple(_tests(table, "exit", names)),
        besides if besides.id else None,
        table.read_table("walks", _walks, None),
    )


def named(table: TableReader, find: FindName, key: str, name: str, *place: int) -> Named:
    """What a name means; without an id where that is a mistake."""
    if not name:
        return Named("", "")
    found = find(name)
    if found.mistake:
        table.problem(found.mistake, key, *place)
    return Named(found.id, found.title)


def _walks(table: TableReader) -> PlanWalks | None:
    table.require("days", "3")
    table.require("minutes", '"10-15"')
    days = table.whole("days", 1, 7)
    minutes = range_of_wholes(table, "minutes", 1, MOST_WALK_MINUTES)
    return PlanWalks(days, *minutes) if days and minutes else None


def _tests(table: TableReader, key: str, names: PlanNames) -> Iterator[PhaseTest]:
    for one in table.tables(key, MAX_TESTS):
        found = _test(one, names)
        one.refuse_unknown_keys()
        if found is not None:
            yield found


def _test(table: TableReader, names: PlanNames) -> PhaseTest | None:
    given = [kind for kind in _KINDS if table.has(kind)]
    if len(given) != 1:
        found = f"has {' and '.join(given)}" if given else "asks nothing"
        table.problem(f'this test {found}; give it one of pain = 5, exercise = "...", ask = "..."')
    match given[:1]:
        case ["pain"]:
            most = table.whole("pain", LEAST, MOST)
            sessions = table.whole("sessions", 1, MOST_SESSIONS) or 1
            return None if most is None else PainTest(most, sessions)
        case ["exercise"]:
            return _dose_test(table, names)
        case ["ask"]:
            return OwnTest(table.text("ask"))
        case _:
            return None


def _dose_test(table: TableReader, names: PlanNames) -> DoseTest | None:
    value = table.value("exercise")
    texts = table.texts("exercise") if isinstance(value, list) else (table.text("exercise"),)
    if value == []:
        table.problem("exercise is an empty list; name one", "exercise")
    found = [named(table, names.exercise, "exercise", text) for text in texts]
    table.require("sets", "3")
    sets = table.whole("sets", 1, MOST_SETS)
    reps = table.whole("reps", 1, MOST_REPS)
    hold_s = table.duration_s("hold", 1.0, MOST_HOLD_S)
    if table.has("reps") == table.has("hold"):
        table.problem('give this test either reps = 12 or hold = "20s"', "exercise")
    if (
        sets is None
        or not found
        or not all(one.id for one in found)
        or (reps is None) == (hold_s is None)
    ):
        return None
    return DoseTest(tuple(found), sets, reps, hold_s)
