"""Zwift workouts, `.zwo`: XML with timed blocks; power, cadence and messages are kept as notes."""

from xml.etree import ElementTree as ET

from glutetimer.core.draft import Lost, RoutineDraft, SourceContent
from glutetimer.files.importing.intervals import (
    Group,
    Interval,
    IntervalDraft,
    number_of,
    times_of,
)
from glutetimer.files.importing.source import not_readable

_NAMES = {
    "Warmup": "Warm-up",
    "Cooldown": "Cool-down",
    "SteadyState": "Steady",
    "Ramp": "Ramp",
    "FreeRide": "Free ride",
    "Freeride": "Free ride",
    "MaxEffort": "Max effort",
    "SolidState": "Steady",
}


class Zwift:
    """Reads a `workout_file`."""

    name = "Zwift"

    def recognises(self, file_name: str, text: str) -> bool:
        """Its outermost element is `workout_file`."""
        return "<workout_file" in text[:2000]

    def read(self, file_name: str, text: str) -> SourceContent:
        """The one routine of the file. An XML with entities of its own is refused."""
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise not_readable(self.name, "it has declarations of its own")
        try:
            root = ET.fromstring(text.lstrip("\ufeff \n\r\t"))
        except (ET.ParseError, ValueError) as error:
            line = error.position[0] if isinstance(error, ET.ParseError) else 0
            raise not_readable(self.name, "the XML is broken", line) from None
        workout = root.find("workout")
        made = IntervalDraft()
        for block in workout if workout is not None else ():
            self._add(made, block)
        if not made.entries:
            raise not_readable(self.name, "it has no timed block")
        made.close()
        lost = [*made.lost, Lost(0, "targets of power and cadence are kept as notes only")]
        title = (root.findtext("name") or "").strip() or "Zwift workout"
        notes = (root.findtext("description") or "").strip()
        routine = RoutineDraft(
            title, tuple(made.entries), tuple(made.circuits), "Zwift workout", notes
        )
        return SourceContent((routine,), (), tuple(lost))

    def _add(self, made: IntervalDraft, block: ET.Element) -> None:
        if block.tag == "IntervalsT":
            on_s, off_s = number_of(block.get("OnDuration")), number_of(block.get("OffDuration"))
            work = Interval("Hard", on_s, note=_target(block, "On"))
            easy = Interval("Easy", off_s, note=_target(block, "Off"))
            made.add(Group(times_of(block.get("Repeat")), [work, easy]))
        elif block.tag in _NAMES:
            seconds = number_of(block.get("Duration"))
            made.add(Interval(_NAMES[block.tag], seconds, note=_target(block)))


def _target(block: ET.Element, which: str = "") -> str:
    """The power of a block as Zwift means it: parts of the person's threshold."""
    ends = [block.get(f"{which}Power")] if which else [block.get("Power")]
    if not any(ends):
        ends = [block.get(f"{which}PowerLow"), block.get(f"{which}PowerHigh")]
    shares = [f"{number_of(end) * 100:.0f} %" for end in ends if end]
    cadence = block.get("CadenceResting" if which == "Off" else "Cadence")
    parts = [f"power {' to '.join(shares)} of threshold" if shares else ""]
    parts.append(f"cadence {cadence}" if cadence else "")
    return ", ".join(filter(None, parts))
