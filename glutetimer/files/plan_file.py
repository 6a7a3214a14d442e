"""Plan files: from the values of a document to a RoutinePlan."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from glutetimer.core.problem import Problem
from glutetimer.core.schedule.routine_plan import (
    MAX_DAYS,
    MAX_WEEKS,
    PlanDay,
    PlanListing,
    RoutinePlan,
)
from glutetimer.files.exercise_file import read_format
from glutetimer.files.reader import TableReader
from glutetimer.files.toml_folder import FileStamp, file_id, namesakes, same_id
from glutetimer.toml_text.document import Document, read_document
from glutetimer.toml_text.problem import ProblemLog, printable

FOLDER = "plans"
MAX_DAY_TEXT = 80


@dataclass(frozen=True, slots=True)
class NamedRoutine:
    """What a name in a plan leads to; `mistake` is why there is no such routine, "" if there is."""

    id: str
    title: str
    mistake: str = ""


FindRoutine = Callable[[str], NamedRoutine]


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


def read_plan(document: Document, plan_id: str, find: FindRoutine) -> ReadPlan:
    """Build the plan of a file; `find` says which routine a name means."""
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
    days = tuple(_day(one, find, log) for one in table.tables("day", MAX_DAYS))
    table.refuse_unknown_keys()
    if days and not log.sorted() and all(day.is_rest for day in days):
        table.problem('the plan has only days of rest; give one of them routine = "..."', "day")
    problems = log.sorted()
    made = None if problems else RoutinePlan(plan_id, title, days, source, notes)
    return ReadPlan(made, problems, title)


def _day(table: TableReader, find: FindRoutine, log: ProblemLog) -> PlanDay:
    week = table.whole("week", 1, MAX_WEEKS)
    table.require("day", '"Monday"')
    day = table.text("day", limit=MAX_DAY_TEXT)
    routine = _routine(table, find, log)
    note = table.text("note")
    table.refuse_unknown_keys()
    return PlanDay(week or 0, day, routine.id, routine.title, note)


def _routine(table: TableReader, find: FindRoutine, log: ProblemLog) -> NamedRoutine:
    """The routine of a day; without an id on a day of rest, or where there is none."""
    rest = table.value("rest")
    if rest is not None and not isinstance(rest, bool):
        table.wrong("rest", "true, or leave it out")
    if not table.has("routine"):
        if rest is None or rest is False:
            table.require("routine", '"first-session", or rest = true')
        return NamedRoutine("", "")
    if rest is True:
        table.problem("rest and routine exclude each other; keep one of them", "rest")
    name = table.text("routine")
    if not name or log.is_full:
        return NamedRoutine("", "")
    found = find(name)
    if found.mistake:
        table.problem(found.mistake, "routine")
    return found


def plan_listings(stamps: Sequence[FileStamp], find: FindRoutine) -> Iterator[PlanListing]:
    """Plan files as they are listed; of those with one id each has that as its mistake."""
    ids = Counter(file_id(Path(stamp[0])) for stamp in stamps)
    for stamp in stamps:
        path = Path(stamp[0])
        others = namesakes(path) if ids[file_id(path)] > 1 else []
        document = read_document(path, reads_on=True)
        if isinstance(document, Problem):
            read = ReadPlan(None, (document,))
        else:
            read = read_plan(document, file_id(path), find)
        problems = (*(same_id(path, other) for other in others), *read.problems)
        yield PlanListing(
            id=file_id(path),
            title=read.title or printable(path.stem),
            path=str(path),
            plan=None if problems else read.plan,
            problems=tuple(map(str, problems)),
        )
