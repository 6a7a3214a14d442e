"""Finds the reader for a file of another program, and reads the file with it."""

from glutetimer.core.draft import SourceContent
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.bringing import MOST_BYTES, too_large
from glutetimer.files.importing.exercise_timer import ExerciseTimer
from glutetimer.files.importing.feeel import Feeel
from glutetimer.files.importing.garmin import GarminYaml
from glutetimer.files.importing.interval_json import IntervalJson
from glutetimer.files.importing.just_another import JustAnotherWorkoutTimer
from glutetimer.files.importing.liftlog import LiftLog
from glutetimer.files.importing.liftoscript import Liftoscript
from glutetimer.files.importing.openhiit import OpenHiit
from glutetimer.files.importing.plain_text import PlainText
from glutetimer.files.importing.source import RoutineSource, SourceFile
from glutetimer.files.importing.timer_machine import TimerMachine
from glutetimer.files.importing.wger import Wger
from glutetimer.files.importing.zwift import Zwift

SOURCES: tuple[RoutineSource, ...] = (
    JustAnotherWorkoutTimer(),
    OpenHiit(),
    TimerMachine(),
    Feeel(),
    ExerciseTimer(),
    LiftLog(),
    Wger(),
    Zwift(),
    GarminYaml(),
    Liftoscript(),
    IntervalJson(),
    PlainText(),
)
"""Every format, the most particular first: the first that recognises a file reads it."""

_PACKED = {
    b"\x1f\x8b": "Unpack it first (it is a gzip file), then bring in what was in it",
    b"PK\x03\x04": "Unpack it first if it is a zip file; of a document, copy the text and paste it",
    b"%PDF": "Copy its text and paste it, or save it as text",
}
"""What is no text, by its first bytes, and what to do with it."""


def read_source(file_name: str, content: bytes) -> tuple[str, SourceContent]:
    """The format of a file or a pasted text ("" as its name), and what came of it.

    Raises Trouble if no reader knows the format, or the one that does cannot take it apart.
    """
    if len(content) > MOST_BYTES:
        raise too_large(file_name)
    _refuse_packed(file_name, content)
    file = SourceFile(file_name, decoded(content))
    if not file.text.strip():
        raise Trouble("There is nothing in it", file_name, "Look whether it is whole")
    for source in SOURCES:
        try:
            if source.recognises(file):
                return source.name, source.read(file)
        except RecursionError:
            raise Trouble(
                "The file is nested too deep", file_name, "Write it with fewer levels"
            ) from None
    names = ", ".join(source.name for source in SOURCES)
    raise Trouble("No reader knows this file", file_name, f"Known are {names}")


def _refuse_packed(file_name: str, content: bytes) -> None:
    """Raises Trouble with what is no text, and says how to come by the text."""
    cure = next((cure for mark, cure in _PACKED.items() if content.startswith(mark)), "")
    is_liftlog = ".liftlogbackup" in file_name.casefold()
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if is_liftlog:
        cure = "A backup of LiftLog cannot be read: share the plan from its list of plans instead"
    elif not cure and b"\0" in content[:4096] and not is_wide:
        cure = "Bring in the text of it: copy it, then File > Import > Paste text"
    if cure:
        raise Trouble("No reader knows this file: it is no text", file_name, cure)


def decoded(content: bytes) -> str:
    """The text of a file, whatever program wrote it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what older Windows programs write
