"""Plan files: from the values of a document to a RoutinePlan."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from glutetimer.core.problem import Problem
from glutetimer.core.schedule.phase import Named
from glutetimer.core.schedule.routine_plan import (
    MAX_DAYS,
    MAX_WEEKS,
    PlanDay,
    PlanListing,
    RoutinePlan,
)
from glutetimer.core.today import LEAST_MINUTES, MOST_MINUTES
from glutetimer.files.exercise_file import read_format
from glutetimer.files.phase_reader import PlanNames, named, read_phases
from glutetimer.files.ranges import range_of_wholes
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import FileStamp, file_id, namesakes, same_id
from glutetimer.toml_text.document import Document, read_document
from glutetimer.toml_text.problem import ProblemLog, printable

FOLDER = "plans"
MAX_DAY_TEXT = 80
MAX_DAYS_OF_WEEKS = 2000


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """What a plan file gave: the plan, None if there are problems; `title` is that of the file."""

    plan: RoutinePlan | None
    problems: tuple[Problem, ...] = ()
    title: str = ""


def is_plan(document: Document, path: PurePath) -> bool:
    """Whether a document is meant as a plan: by its days, or by the folder that it is in."""
    keys = document.values.keys()
    return "exercise" not in keys and ("day" in keys or path.parent.name == FOLDER)


def read_plan(document: Document, plan_id: str, names: PlanNames) -> ReadPlan:
    """Build the plan of a file; `names` says what its names mean."""
    log = ProblemLog(document.problems)
    table = TableReader(document.values, (), document, log)
    read_format(table)
    table.require("title", '"Eight weeks back"')
    title = table.text("title")
    source, notes = table.text("source"), table.long_text("notes")
    if not table.has("day"):
        table.problem('the plan has no day; add [[day]] with day = "..." and routine = "..."')
    elif table.value("day") == []:
        table.problem("day is an empty list; write [[day]] tables", "day")
    days = tuple(day for one in table.tables("day", MAX_DAYS) for day in _days(one, names, log))
    if len(days) > MAX_DAYS_OF_WEEKS:
        table.problem(
            f"the weeks have {len(days):,} days; at most {MAX_DAYS_OF_WEEKS:,} are allowed"
        )
        days = days[:MAX_DAYS_OF_WEEKS]
    phases = read_phases(table, names, days)
    table.refuse_unknown_keys()
    if days and not log.sorted() and all(day.is_rest for day in days):
        table.problem('the plan has only days of rest; give one of them routine = "..."', "day")
    problems = log.sorted()
    made = None if problems else RoutinePlan(plan_id, title, days, source, notes, phases)
    return ReadPlan(made, problems, title)


def _days(table: TableReader, names: PlanNames, log: ProblemLog) -> list[PlanDay]:
    """A day in each of its weeks."""
    first, last = range_of_wholes(table, "week", 1, MAX_WEEKS) or (0, 0)
    table.require("day", '"Monday"')
    day = table.text("day", limit=MAX_DAY_TEXT)
    routine = _routine(table, names, log)
    others = tuple(
        named(table, names.routine, "or", name, number)
        for number, name in enumerate(table.texts("or"))
    )
    minutes = table.whole("minutes", LEAST_MINUTES, MOST_MINUTES)
    if table.value("rest") is True and (others or minutes):
        table.problem('a day of rest has no "or" and no minutes; leave them out', "rest")
    note = table.text("note")
    table.refuse_unknown_keys()
    made = PlanDay(first, day, routine.id, routine.title, note, others, minutes)
    return [replace(made, week=week) for week in range(first, (last or first) + 1)]


def _routine(table: TableReader, names: PlanNames, log: ProblemLog) -> Named:
    """The routine of a day; without an id on a day of rest, or where there is none."""
    rest = table.value("rest")
    if rest is not None and not isinstance(rest, bool):
        table.wrong("rest", "true, or leave it out")
    if not table.has("routine"):
        if rest is None or rest is False:
            table.require("routine", '"first-session", or rest = true')
        return Named("", "")
    if rest is True:
        table.problem("rest and routine exclude each other; keep one of them", "rest")
    name = table.text("routine")
    return Named("", "") if log.is_full else named(table, names.routine, "routine", name)


def plan_listings(
    stamps: Sequence[FileStamp], names: PlanNames, is_own: bool = False
) -> Iterator[PlanListing]:
    """Plan files as they are listed; of those with one id each has that as its mistake."""
    ids = Counter(file_id(Path(stamp[0])) for stamp in stamps)
    for stamp in stamps:
        path = Path(stamp[0])
        others = namesakes(path) if ids[file_id(path)] > 1 else []
        document = read_document(path, reads_on=True)
        if isinstance(document, Problem):
            read = ReadPlan(None, (document,))
        else:
            read = read_plan(document, file_id(path), names)
        problems = (*(same_id(path, other) for other in others), *read.problems)
        yield PlanListing(
            id=file_id(path),
            title=read.title or printable(path.stem),
            path=str(path),
            plan=None if problems else read.plan,
            problems=tuple(map(str, problems)),
            is_own=is_own,
        )
