"""Plain text, as people and physiotherapists write a routine: one exercise a line.

"Clam shell 3 x 12 each side, hold 5 s, rest 45s", "Plank 30s", "Squat 8-6-4". What is known as
a dose is taken out of a line; its first words left are the name, the others a note.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from glutetimer.core.draft import EntryDraft, Lost, RoutineDraft, SourceContent
from glutetimer.core.exercise import (
    Amount,
    Hold,
    OpenHold,
    OpenReps,
    Reps,
    Sides,
    Tempo,
    Work,
)
from glutetimer.core.routine import Circuit
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.durations import parse_tempo
from glutetimer.files.importing.source import SourceFile, not_readable

MOST_LINES = 2000
USUAL_ROUND_REST_S = 60.0
DEFAULT_TITLE = "My routine"

_N = r"\d{1,3}"
_SECONDS, _MINUTES = r"(?:s|sec|secs|seconds?|''|\")", r"(?:m|min|mins|minutes?|')"
_TIME = (
    rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})? ?(?:{_SECONDS}|{_MINUTES})\b\.?"
    rf"(?: ?\d{{1,2}} ?{_SECONDS}\b)?|\d{{1,2}}:\d\d)"
)
_TO = r"(?: ?[-–—] ?| to )"
_X = r" ?[x×*] ?"
_SPAN = rf"{_N}(?:{_TO}{_N})?"
_TIMES = rf"(?:{_N}{_TO})?{_TIME}"
_HELD = re.compile(r"\b(?:plank|hold|holds|iso|isometric|wall sit|stretch|squeeze|static|hang)\b")


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("@T", _TIMES).replace("@N", _SPAN), re.IGNORECASE)


_BULLET = re.compile(r"^\s*(?:[-*•–·▪○]|\(?\d{1,2}[.):]|[a-zA-Z]\d?[.)])\s+")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s*(.+)|(.+):)\s*$")
_ROUNDS = _pattern(
    r"^(?:circuit|superset|tri-?set|repeat|do)?[ :,-]*(?:repeat )?"
    r"(@N) ?(?:rounds?|times|circuits?|x)(?: (?:of|through))?[ :.]*"
    r"(?:,? ?(?:with )?(@T) (?:rest|between)[ a-z]*)?[ :.]*$"
)
_REST_LINE = _pattern(r"^(?:rest|break|pause)(?: for)?[ :]*(@T)\.?$|^(@T) (?:rest|break|pause)\.?$")
_TEMPO = _pattern(r"(?:\btempo[ :]*|@ ?)([\dxX](?:[-/ ]?[\dxX]){2,3})(?![\d.]| ?kg| ?lb)")
_RESTS = (
    _pattern(
        r"[,;(]?\s*(?:with )?(?:rest|break)(?: for| of)?[ :]*(@T)(?: (?:rest|between)[a-z ]*)?\)?"
    ),
    _pattern(r"[,;(]?\s*(?:with )?(@T) (?:of )?(?:rest|break)(?: between[a-z ]*)?\)?"),
)
_INTERVALS = re.compile(
    rf"(?:intervals?[ :]*)?({_N}) ?(?:s|sec)?/ ?({_N}) ?(?:s|sec)?{_X}({_N})(?: rounds?)?",
    re.IGNORECASE,
)
_HOLD = _pattern(
    r"[,;(]?\s*(?:(?:with |and )?(?:a )?"
    r"(?:hold(?:ing)?(?: for| of| at the top)?[ :]*(@T)(?: at the top)?"
    r"|(@T)[ -](?:holds?|isometric|squeeze|pause at the top))(?: each| per rep)?)\)?"
)
_SIDES = {
    Sides.EACH: r"(?:(?:on )?(?:each|per|both|every|either) (?:side|leg|arm|foot|direction|way)s?"
    r"|/ ?(?:side|leg|arm)|\be/?s\b|\b(?:a|ea\.?|each) side\b|\beach\b)",
    Sides.ALTERNATING: r"(?:\balternat(?:ing|e|ely)\b(?: (?:sides|legs|arms))?|\bin turns\b)",
    Sides.LEFT: r"(?:\bleft (?:side |leg |arm )?only\b|\bonly (?:the )?left\b(?: (?:side|leg))?"
    r"|\(l(?:eft)?\)|\bleft side\b)",
    Sides.RIGHT: r"(?:\bright (?:side |leg |arm )?only\b|\bonly (?:the )?right\b(?: (?:side|leg))?"
    r"|\(r(?:ight)?\)|\bright side\b)",
}
_SIDE_PATTERNS = {side: _pattern(rf"[,;(]?\s*{text}\)?") for side, text in _SIDES.items()}
_COLOURS = "red|green|blue|yellow|black|grey|gray|silver|gold|orange|purple"
_LOAD = _pattern(
    r"[,;(]?\s*(?:@ ?|with |at )?(?:an? )?("
    r"(?:\d{1,2} ?[x×] ?)?\d{1,3}(?:[.,]\d{1,2})? ?(?:kgs?|lbs?|pounds|kilos?)\b"
    rf"|(?:{_COLOURS}|light|medium|heavy|strong) (?:loop |mini )?bands?\b|body ?weight\b)\)?"
)
_OPEN = _pattern(
    r"(?:\bamrap\b|\b(?:to|till|until) (?:failure|fatigue)\b|\bmax(?:imum)?(?: reps)?\b)"
)
_LIST = _pattern(
    rf"(?<![\d:.])({_N}(?: ?[-/,–] ?{_N}){{2,9}})(?![\d:]) ?(@T|s|sec|seconds|reps?)?\b"
)
_SETS = (
    _pattern(rf"\b(@N){_X}(@T|@N|amrap|max)(?! ?kg| ?lb)(?: ?(?:reps?|steps?)\b)?"),
    _pattern(r"\b(@N) sets?(?: of| x|,|:| @)? ?(@T|@N)?(?: ?reps?\b)?(?: each)?"),
    _pattern(r"\bsets?[ :]+(@N)"),
)
_REPS = _pattern(
    r"(?:^(@N) ?[x×] (?=[a-z])|\b(@N) ?(?:steps?|reps?|repetitions?|times)\b"
    r"|\bx ?(@N)\b|\breps?[ :]+(@N))"
)
_TIME_ALONE = _pattern(r"(?:\bfor )?(?<![\d:])(@T)(?! each)")
_NUMBER_ALONE = _pattern(r"(?<![\d:.%])\b(@N)$")
_EFFORT = _pattern(r"[,;(@]?\s*\b(?:rpe|rir)[ :]*\d{1,2}(?:[.,]5)?(?:[-–]\d{1,2})?\)?|\b\d RIR\b")


@dataclass(slots=True)
class _Line:
    """What is left of a line while the parts of its dose are taken out."""

    text: str

    def take(self, pattern: re.Pattern[str]) -> tuple[str, ...] | None:
        """The groups of the first match, which is cut out; None without one."""
        found = pattern.search(self.text)
        if found is None:
            return None
        before, after = self.text[: found.start()], self.text[found.end() :]
        self.text = f"{before} | {after}" if after.strip() else before
        return tuple(group or "" for group in found.groups())


class PlainText:
    """Reads text whose lines are exercises, rests, headings and the rounds of circuits."""

    name = "plain text"

    def recognises(self, file: SourceFile) -> bool:
        """Text files, and what was pasted: anything that has a dose in it."""
        text = file.text
        return file.is_named(".txt", ".md", ".text") or (
            not text.lstrip().startswith(("{", "[", "<")) and _has_dose(text)
        )

    def read(self, file: SourceFile) -> SourceContent:
        """One routine of the whole text. Raises Trouble where no line has a dose."""
        reading = _Reading()
        lines = file.text.splitlines()
        for number, line in enumerate(lines[:MOST_LINES], 1):
            reading.read(number, line)
        if len(lines) > MOST_LINES:
            reading.lost.append(Lost(MOST_LINES + 1, "the lines from here on are not read"))
        if not reading.entries:
            raise not_readable(self.name, "no line has an exercise with a number or a time")
        return SourceContent((reading.routine(),), (), tuple(reading.lost))


def _has_dose(text: str) -> bool:
    return any(_is_exercise(_plain(line)) for line in text.splitlines()[:50])


def _plain(line: str) -> str:
    line = _BULLET.sub("", line.replace("\u00a0", " ").replace("*", " ").replace("_", " "))
    return " ".join(line.split())


def _is_exercise(line: str) -> bool:
    has_number = any(pattern.search(line) for pattern in (*_SETS, _REPS, _LIST, _TIME_ALONE, _OPEN))
    is_dose = has_number or _NUMBER_ALONE.search(line) is not None
    return is_dose and any(char.isalpha() for char in re.sub(_TIME, "", line))


@dataclass(slots=True)
class _Reading:
    """Goes through the lines; `circuit` is the letter of the rounds that lines belong to."""

    entries: list[EntryDraft] = field(default_factory=list)
    circuits: list[Circuit] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    title: str = ""
    notes: list[str] = field(default_factory=list)
    circuit: str = ""
    block: int = 0  # the first exercise since the last blank line

    def read(self, number: int, line: str) -> None:
        text = _plain(line)
        if not text:
            self.circuit, self.block = "", len(self.entries)
            return
        if found := _ROUNDS.match(text):
            self._rounds(found[1], found[2] or "")
        elif found := _REST_LINE.match(text):
            self._rest(number, found[1] or found[2])
        elif found := _INTERVALS.fullmatch(text):
            work_s, rest_s = float(found[1]), float(found[2])
            entry = EntryDraft(
                "Work", sets=int(found[3]), amounts=(Work(work_s),), rests_s=(rest_s,)
            )
            self.entries.append(replace(entry, circuit=self.circuit))
        elif _is_exercise(text):
            entry, remarks = read_line(text)
            self.lost += (Lost(number, remark) for remark in remarks)
            self.entries.append(replace(entry, circuit=self.circuit))
        elif found := _HEADING.match(line.strip()):
            self._heading(number, (found[1] or found[2]).strip("# *:"))
        elif not self.title and not self.entries:
            self.title = text
        else:
            self.notes.append(text)
            self.lost.append(Lost(number, f"no dose is in “{text[:60]}”; it is kept as a note"))

    def routine(self) -> RoutineDraft:
        return RoutineDraft(
            title=self.title or DEFAULT_TITLE,
            entries=tuple(self.entries),
            circuits=tuple(self.circuits),
            notes="\n".join(self.notes),
        )

    def _heading(self, number: int, text: str) -> None:
        self.circuit, self.block = "", len(self.entries)
        if not self.title:
            self.title = text
            return
        self.notes.append(text)
        self.lost.append(Lost(number, f"the heading “{text[:60]}” is kept as a note"))

    def _rounds(self, rounds: str, rest: str) -> None:
        """Rounds of what follows, or, after exercises, of those since the last blank line."""
        least, most = _ends(rounds)
        letter = chr(ord("A") + len(self.circuits) % 26)
        rest_s = _seconds(rest)[0] if rest else USUAL_ROUND_REST_S
        self.circuits.append(Circuit(letter, int(least), rest_s, int(most)))
        if self.block < len(self.entries):
            done = self.entries[self.block :]
            self.entries[self.block :] = [replace(entry, circuit=letter) for entry in done]
            self.block = len(self.entries)
        else:
            self.circuit = letter

    def _rest(self, number: int, text: str) -> None:
        least_s, most_s = _seconds(text)
        if not self.entries:
            self.lost.append(Lost(number, "a rest before the first exercise is left out"))
            return
        self.entries[-1] = replace(self.entries[-1], rest_after_s=least_s)
        if most_s:
            self.lost.append(Lost(number, f"of the rest “{text}” the shorter time is taken"))


def read_line(text: str) -> tuple[EntryDraft, Sequence[str]]:
    """One exercise with its dose, and what was guessed or kept as a note."""
    line, remarks = _Line(text), []
    if line.take(_EFFORT) is not None:
        remarks.append("how hard it should feel is left out")
    tempo = line.take(_TEMPO)
    rest = next(filter(None, map(line.take, _RESTS)), None)
    held = line.take(_HOLD)
    sides = next((side for side, one in _SIDE_PATTERNS.items() if line.take(one) is not None), None)
    load = line.take(_LOAD)
    is_open = line.take(_OPEN) is not None
    sets, most_sets, amount = _sets_and_amount(line)
    amounts = list(amount) or list(_amounts_alone(line))
    if is_open:
        amounts = [*amounts, OpenReps()] if len(amounts) > 1 else [OpenReps()]
    tempos = [made] if tempo and (made := parse_tempo(tempo[0])) else []
    if held:
        least_s, most_s = _seconds(held[0] or held[1])
        if amounts and isinstance(amounts[0], Reps):
            base = tempos[0] if tempos else Tempo()
            tempos = [replace(base, top_s=min(least_s, 30.0))]
        else:
            amounts = [Hold(least_s, most_s)]
    name, note = _name_and_note(line.text)
    amounts = [_as_held(one, text) for one in amounts]
    if len(amounts) > 1 and sets not in (None, len(amounts)):
        remarks.append(f"{sets} sets and {len(amounts)} numbers do not agree; the numbers count")
    if note:
        remarks.append(f"“{note[:60]}” is kept as a note")
    rest_s, most_rest_s = _seconds(rest[0]) if rest else (0.0, 0.0)
    return (
        EntryDraft(
            name=name,
            sets=len(amounts) if len(amounts) > 1 else sets or 1,
            most_sets=0 if len(amounts) > 1 else most_sets,
            amounts=tuple(amounts),
            tempos=tuple(tempos),
            rests_s=(rest_s,) if rest else (),
            most_rest_s=most_rest_s,
            loads=(load[0],) if load else (),
            sides=sides,
            note=note,
        ),
        remarks,
    )


def _sets_and_amount(line: _Line) -> tuple[int | None, int, Sequence[Amount]]:
    if found := line.take(_LIST):
        unit = found[1].strip()
        numbers = [float(number) for number in re.findall(_N, found[0])]
        is_time = bool(unit) and not unit.casefold().startswith("rep")
        return None, 0, [Work(n) if is_time else Reps(int(n), int(n)) for n in numbers]
    for pattern in _SETS:
        if found := line.take(pattern):
            least, most = _ends(found[0])
            amount = found[1] if len(found) > 1 else ""
            return int(least), int(most), list(_amount(amount))
    return None, 0, ()


def _amounts_alone(line: _Line) -> Iterator[Amount]:
    found = line.take(_REPS) or line.take(_TIME_ALONE) or line.take(_NUMBER_ALONE)
    if found:
        yield from _amount(next(filter(None, found)))


def _amount(text: str) -> Iterator[Amount]:
    """The amount of "12", "8-12", "30 s", "1:30", "amrap"."""
    if text.casefold() in ("amrap", "max"):
        yield OpenReps()
    elif re.fullmatch(_SPAN, text):
        low, high = _ends(text)
        yield Reps(int(low), int(high or low))
    elif text:
        seconds, most_s = _seconds(text)
        yield Hold(seconds, most_s) if most_s else Work(seconds)


def _as_held(amount: Amount, line: str) -> Amount:
    """A time is a hold where the words say that one keeps still, else work."""
    is_held = _HELD.search(line.casefold()) is not None
    if isinstance(amount, Work) and is_held:
        return Hold(amount.seconds)
    return OpenHold() if isinstance(amount, OpenReps) and is_held else amount


def _ends(text: str) -> tuple[float, float]:
    """The ends of "3" (3, 0) and "2-3" (2, 3)."""
    numbers = [float(number) for number in re.findall(_N, text)]
    least = numbers[0]
    return (least, numbers[1]) if len(numbers) > 1 and numbers[1] > least else (least, 0.0)


def _seconds(text: str) -> tuple[float, float]:
    """Least and most seconds of "45s", "30-60 s", "1 min"; the most is 0 of a single time."""
    parts = [part for part in re.split(_TO, text) if part.strip()]
    last_s = parse_duration(parts[-1].rstrip(".")) or 0.0
    if len(parts) < 2:
        return last_s, 0.0
    unit = parts[-1].lstrip("0123456789., ")
    first = parts[0] if not parts[0].strip().isdecimal() else f"{parts[0]}{unit}"
    first_s = parse_duration(first.rstrip(".")) or last_s
    return (first_s, last_s) if first_s < last_s else (last_s, 0.0)


def _name_and_note(text: str) -> tuple[str, str]:
    """The name, and what else is left of a line: brackets, and what stands after its dose."""
    notes = [found.strip(" ,;:.-") for found in re.findall(r"\(([^()]*)\)", text)]
    text = re.sub(r"\([^()]*\)", " | ", text)
    first, *others = (part.strip(" ,;:.-–—@x×") for part in text.split("|"))
    named = [part for part in (first, *others) if part]
    name, _, tail = (named[0] if named else "").partition(",")
    notes = [tail.strip(), *named[1:], *notes]
    return " ".join(name.split())[:200] or "Exercise", ", ".join(filter(None, notes))
