"""Zwift workouts, `.zwo`: XML with timed blocks; power, pace and cadence are kept as notes."""

from collections import Counter
from xml.etree import ElementTree as ET

from glutetimer.core.counts import count_text
from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.intervals import Group, Interval, IntervalDraft, content_of
from glutetimer.files.importing.source import SourceFile, not_readable
from glutetimer.files.importing.values import number_of, text_of, times_of

_NAMES = {
    "warmup": "Warm-up",
    "cooldown": "Cool-down",
    "steadystate": "Steady",
    "solidstate": "Steady",
    "ramp": "Ramp",
    "freeride": "Free ride",
    "maxeffort": "Max effort",
    "restday": "Rest day",
}
_MESSAGES = ("textevent", "textnotification")


class Zwift:
    """Reads a `workout_file`."""

    name = "Zwift"

    def recognises(self, file: SourceFile) -> bool:
        """Its outermost element is `workout_file`."""
        return "<workout_file" in file.text and file.text.lstrip("\ufeff \n\r\t").startswith("<")

    def read(self, file: SourceFile) -> SourceContent:
        """The one routine of the file. An XML with entities of its own is refused."""
        if "<!DOCTYPE" in file.text or "<!ENTITY" in file.text:
            raise not_readable(self.name, "it has declarations of its own")
        try:
            root = ET.fromstring(file.text.lstrip("\ufeff \n\r\t"))
        except (ET.ParseError, ValueError) as error:
            line = error.position[0] if isinstance(error, ET.ParseError) else 0
            raise not_readable(self.name, "the XML is broken", line) from None
        made = IntervalDraft(
            text_of(root.findtext("name"), "Zwift workout"), text_of(root.findtext("description"))
        )
        is_distance = text_of(root.findtext("durationType")).casefold() == "distance"
        blocks = root.find("workout")
        for block in blocks if blocks is not None else ():
            self._add(made, block, is_distance)
        made.say("targets of power, pace and cadence are kept as notes only")
        count = sum(n for tag, n in _tags(root).items() if tag in _MESSAGES)
        if count:
            told = count_text(count, "message")
            made.say(f"{told} to be shown on the way: left out")
        return content_of(self.name, [made])

    def _add(self, made: IntervalDraft, block: ET.Element, is_distance: bool) -> None:
        tag = str(block.tag).casefold()
        if tag == "intervalst":
            work = _interval(made, block, "Hard", is_distance, "On")
            easy = _interval(made, block, "Easy", is_distance, "Off")
            made.add(Group(times_of(block.get("Repeat")), [work, easy]))
        elif tag in _NAMES:
            made.add(_interval(made, block, _NAMES[tag], is_distance))
        elif tag not in _MESSAGES:
            made.say(f"a block “{str(block.tag)[:40]}” is not known and left out")


def _tags(root: ET.Element) -> Counter[str]:
    return Counter(str(element.tag).casefold() for element in root.iter())


def _interval(
    made: IntervalDraft, block: ET.Element, name: str, is_distance: bool, which: str = ""
) -> Interval:
    length = number_of(block.get(f"{which}Duration"))
    note = _target(block, which)
    if is_distance:
        made.say(f"“{name}” has a distance of {length:g} m and no time; it is open")
        return Interval(name, None, note=f"{length:g} m{', ' if note else ''}{note}")
    if not length and block.get(f"{which}Duration") is None:
        made.say(f"“{name}” has no length and is left out")
    return Interval(name, length, note=note)


def _target(block: ET.Element, which: str = "") -> str:
    """The power of a block as Zwift means it: parts of the person's threshold."""
    ends = [block.get(f"{which}Power")]
    if not any(ends) and which:
        ends = [block.get(f"Power{which}Low"), block.get(f"Power{which}High")]
    if not any(ends):
        ends = [block.get(f"{which}PowerLow"), block.get(f"{which}PowerHigh")]
    shares = [f"{number_of(end) * 100:.0f} %" for end in ends if end]
    cadence = block.get("CadenceResting" if which == "Off" else "Cadence")
    parts = [f"power {' to '.join(shares)} of threshold" if shares else ""]
    parts.append(f"cadence {cadence}" if cadence else "")
    return ", ".join(filter(None, parts))
