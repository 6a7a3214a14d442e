"""A routine or plan file of this program: taken as it is, comments, order and all."""

from pathlib import PurePath

from glutetimer.core.draft import PlanDraft, PlannedDay
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.bringing import Brought
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.exercise_file import is_exercise
from glutetimer.files.library import Library
from glutetimer.files.plan_file import is_plan
from glutetimer.files.toml_folder import id_of
from glutetimer.toml_text.document import MAX_FILE_BYTES, Document, parse_document


def bring_ours(file_name: str, text: str, library: Library) -> Brought:
    """The routine or plan of a file of ours. Raises Trouble with every mistake, by line."""
    if len(text.encode()) > MAX_FILE_BYTES:
        most = f"{MAX_FILE_BYTES // 1024} KiB"
        raise Trouble(f"The file is larger than {most}, the most that is read", file_name)
    plain = text.removeprefix("\ufeff")
    document = parse_document(plain)
    if isinstance(document, Document) and is_exercise(document):
        raise Trouble(
            "This is the file of an exercise, not of a routine",
            file_name,
            "Put it into the folder exercises of your data: File > Open data folder",
        )
    if isinstance(document, Document) and is_plan(document, PurePath(file_name)):
        return _plan(file_name, text, document, library)
    title = document.values.get("title") if isinstance(document, Document) else None
    name = id_of(PurePath(file_name).stem if file_name else str(title or "routine"))
    routine = library.routine_of(plain, name)
    assert isinstance(document, Document)  # else there were mistakes
    exercises = {**library.exercises(), **library.carried_exercises(plain)}
    draft = read_draft(document, exercises)
    return Brought("glutetimer", (routine,), (draft,), text=text, name=name)


def _plan(file_name: str, text: str, document: Document, library: Library) -> Brought:
    """The plan of a file of ours; the routines that it names must be there already."""
    title = str(document.values.get("title") or "plan")
    plan = library.plan_of(document, id_of(PurePath(file_name).stem or title))
    days = (PlannedDay(day.week, day.day, day.routine_title, day.note) for day in plan.days)
    draft = PlanDraft(plan.title, tuple(days), plan.notes)
    return Brought("glutetimer", (), (), plans=(draft,), text=text, name=plan.id)
