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


def read_source(file_name: str, content: bytes) -> tuple[str, SourceContent]:
    """The format of a file or a pasted text ("" as its name), and what came of it.

    Raises Trouble if no reader knows the format, or the one that does cannot take it apart.
    """
    if len(content) > MOST_BYTES:
        raise too_large(file_name)
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


def decoded(content: bytes) -> str:
    """The text of a file, whatever program wrote it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what older Windows programs write
