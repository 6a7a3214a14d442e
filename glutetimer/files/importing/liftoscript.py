"""Liftoscript, the programs of Liftosaur: weeks and days of exercises with their sets as text.

From its `docs/content/liftoscript.md` and `plannerExercise.grammar`. Sets, reps, loads, timers,
rests and supersets are taken, also those that an exercise takes from another (`...main`) or has
for several weeks (`[1-3]`); progressions and warm-ups stay out. A program may stand in a page
between fences, or in the JSON of an export.
"""

import re
from collections.abc import Iterator
from itertools import chain

from glutetimer.core.draft import Lost, SourceContent
from glutetimer.files.importing.liftoscript_program import Program, Written
from glutetimer.files.importing.liftoscript_sets import SET, sections_of
from glutetimer.files.importing.source import SourceFile
from glutetimer.files.importing.values import tables_of, text_of

_SCRIPT = re.compile(r"\{~.*?~\}", re.DOTALL)
_FENCE = re.compile(r"^```liftoscript *\n(.*?)^```", re.DOTALL | re.MULTILINE)
_WEEK, _DAY = re.compile(r"#(?!#)\s*(.+)"), re.compile(r"##\s*(.+)")
_EXERCISE = re.compile(
    r"(?:(?P<label>[^:/\[\]]{1,40}):\s+)?(?P<name>[^/\[\]]+?)\s*"
    r"(?:\[(?P<weeks>[^\]]*)\])?\s*/(?P<sections>.+)"
)
_SETS_BEHIND = re.compile(rf"^[^/]*[^\W\d][^/]*/(?:[^/]*/)*\s*!?\s*{SET.pattern}", re.MULTILINE)
MOST_LINES = 5000
_MOST_WEEKS = 60


class Liftoscript:
    """Reads text with lines such as `Squat / 3x8 60kg / 90s`."""

    name = "Liftoscript"

    def recognises(self, file: SourceFile) -> bool:
        """There is at least an exercise with its sets behind a slash."""
        text = _exported(file.json) or file.text
        lines = _SCRIPT.sub("", text).splitlines()
        return any("/" in line and _SETS_BEHIND.match(line) for line in lines if len(line) < 2000)

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every day that differs, and the plan if there is more than one day."""
        exported = _exported(file.json)
        text = exported or file.text
        reading = _Reading()
        if fences := list(_FENCE.finditer(text)):
            text = _only(text, fences)
            reading.lost.append(Lost(0, "the text around the program is left out"))
        for number, line in _lines(text):
            if number > MOST_LINES:
                reading.lost.append(Lost(number, "the lines from here on are not read"))
                break
            reading.read(0 if exported else number, line)
        if "{~" in text:
            reading.lost.append(Lost(0, "the scripts of progressions are left out"))
        content = reading.program.content(self.name)
        told = dict.fromkeys((*reading.lost, *content.lost))
        return SourceContent(content.routines, content.plans, tuple(told))


def _exported(value: object) -> str:
    """The text of a program that was exported as JSON; empty if it is none."""
    program = value.get("program") if isinstance(value, dict) else None
    planner = program.get("planner", program) if isinstance(program, dict) else None
    weeks = tables_of(planner.get("weeks")) if isinstance(planner, dict) else []
    lines: list[str] = []
    for week in weeks:
        lines.append(f"# {text_of(week.get('name'), 'Week')}")
        for day in tables_of(week.get("days")):
            lines.append(f"## {text_of(day.get('name'), 'Day')}")
            lines.append(text_of(day.get("exerciseText")))
    return "\n".join(lines)


def _only(text: str, fences: list[re.Match[str]]) -> str:
    """Only what stands between fences, in the lines where it stood."""
    made, end = [], 0
    for fence in fences:
        made += ["\n" * text.count("\n", end, fence.start(1)), fence[1]]
        end = fence.end(1)
    return "".join(made)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that ends with a backslash goes on in the next."""
    text = _SCRIPT.sub(lambda found: "\\\n" * found[0].count("\n"), text)
    begun, number = "", 0
    for at, line in enumerate(chain(text.splitlines(), [""]), 1):
        number = number if begun else at
        begun += line.rstrip()
        if begun.endswith("\\"):
            begun = begun[:-1] + " "
            continue
        yield number, begun.strip()
        begun = ""


class _Reading:
    """Goes through the lines, and remembers the comments that belong to the next one."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []
        self.program = Program()
        self._note: list[str] = []
        self._notes: dict[str, str] = {}

    def read(self, number: int, line: str) -> None:
        if line.startswith("///") or not line:
            return
        if line.startswith("//"):
            self._note.append(line.strip("/ "))
        elif found := _DAY.fullmatch(line):
            self.program.add_day(found[1].strip(), self._take_note() or "")
        elif found := _WEEK.fullmatch(line):
            self.program.add_week(found[1].strip(), self._take_note() or "")
        elif found := _EXERCISE.fullmatch(line):
            self._exercise(number, found)
        else:
            self.lost.append(Lost(number, f"“{line[:60]}” is not understood and left out"))

    def _exercise(self, number: int, found: re.Match[str]) -> None:
        sections = sections_of(found["sections"])
        name, others = _variation(found["name"])
        label = (found["label"] or "").strip()
        key = f"{label}: {name}" if label else name
        if others:
            told = ", ".join(others)[:100]
            self.lost.append(Lost(number, f"{name}: in its place it may be {told}; left out"))
        self.lost += (Lost(number, remark) for remark in sections.remarks)
        note = self._take_note()
        if note is not None:
            self._notes[key] = self._notes.get(note[3:].strip(), "") if note[:3] == "..." else note
        weeks, order = _weeks(found["weeks"] or "")
        self.program.add(
            Written(number, name, label, sections, weeks, order, self._notes.get(key, ""))
        )

    def _take_note(self) -> str | None:
        """The comments since the last line that they could belong to; None without any."""
        note, self._note = self._note, []
        return " ".join(filter(None, note)).replace("**", "") if note else None


def _variation(text: str) -> tuple[str, list[str]]:
    """The variation that is done now ("!", else the first), and the others."""
    names = [name.strip() for name in text.split("|") if name.strip()] or [text.strip()]
    now = next((name for name in names if name.startswith("!")), names[0])
    return now.lstrip("! "), [name for name in names if name != now]


def _weeks(text: str) -> tuple[range, int]:
    """The weeks and the order of "1-3", "2,1-4" (a first number alone is an order) or ""."""
    weeks, order = range(0), 0
    for part in text.split(","):
        if found := re.fullmatch(r"\s*(\d{1,2})\s*-\s*(\d{1,2})\s*", part):
            weeks = range(int(found[1]), min(int(found[2]), _MOST_WEEKS) + 1)
        elif part.strip().isdecimal():
            order = int(part.strip()[:4])
    return weeks, order
