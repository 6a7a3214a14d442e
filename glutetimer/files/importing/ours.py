"""A routine file of this program: taken as it is, comments, order and all."""

from pathlib import PurePath

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.bringing import Brought
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.exercise_file import is_exercise
from glutetimer.files.library import Library
from glutetimer.files.toml_folder import id_of
from glutetimer.toml_text.document import MAX_FILE_BYTES, Document, parse_document


def bring_ours(file_name: str, text: str, library: Library) -> Brought:
    """The routine of a file of ours. Raises Trouble with every mistake, by line."""
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
    title = document.values.get("title") if isinstance(document, Document) else None
    name = id_of(PurePath(file_name).stem if file_name else str(title or "routine"))
    routine = library.routine_of(plain, name)
    assert isinstance(document, Document)  # else there were mistakes
    exercises = {**library.exercises(), **library.carried_exercises(plain)}
    draft = read_draft(document, exercises)
    return Brought("glutetimer", (routine,), (draft,), text=text, name=name)
