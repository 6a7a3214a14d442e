"""The dose in a line of plain text: what is known of it is taken out, the rest is name and note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from glutetimer.core.exercise import Amount, Hold, OpenReps, Reps, Sides, Tempo, Work
from glutetimer.core.typed_numbers import parse_duration
from glutetimer.files.durations import parse_tempo
from glutetimer.files.importing import text_patterns as known
from glutetimer.files.importing.sides import sides_in
from glutetimer.files.importing.text_spellings import usual


@dataclass(slots=True)
class LineDose:
    """What a line says; None or empty is not said. Seconds are least and most (0: no most)."""

    rest_of_line: str
    sets: int | None = None
    most_sets: int = 0
    amounts: list[Amount] = field(default_factory=list)
    hold: tuple[float, float] | None = None
    rest: tuple[float, float] | None = None
    sides: Sides | None = None
    load: str = ""
    loads: list[str] = field(default_factory=list)  # of each set, where lines have one each
    tempo: Tempo | None = None
    remarks: list[str] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        """Whether there is any number or time in it."""
        return bool(self.sets or self.amounts or self.hold or self.rest)

    @property
    def is_of_last(self) -> bool:
        """Whether it may say something of the exercise before, though it has no number."""
        return self.sides is not None or self.tempo is not None or bool(self.load)

    def take(self, wanted: re.Pattern[str]) -> tuple[str, ...] | None:
        """The groups of the first match, which is cut out; None without one."""
        found = wanted.search(self.rest_of_line)
        if found is None:
            return None
        before, after = self.rest_of_line[: found.start()], self.rest_of_line[found.end() :]
        self.rest_of_line = f"{before} | {after}" if after.strip() else before
        return tuple(group or "" for group in found.groups())


def dose_of(text: str) -> LineDose:
    """Take the dose out of a line; what is guessed or left out is in its remarks."""
    dose = LineDose(usual(known.SET_NUMBER.sub("", text)))
    if dose.take(known.OFTEN) is not None:
        dose.remarks.append("how often it is done is left out")
    if dose.take(known.EFFORT) is not None:
        dose.remarks.append("how hard it should feel is left out")
    tempo = dose.take(known.TEMPO)
    dose.tempo = parse_tempo(tempo[0]) if tempo else None
    rest = next(filter(None, map(dose.take, known.RESTS)), None)
    dose.rest = seconds_of(rest[0]) if rest else None
    per_side = dose.take(known.PER_SIDE)
    if held := dose.take(known.HOLD):
        dose.hold = seconds_of(held[0] or held[1])
    both = dose.take(known.LEFT_AND_RIGHT)
    _take_sides(dose)
    if known.DISTANCE.search(dose.rest_of_line):
        _take_distance(dose)
    else:
        load = dose.take(known.LOAD)
        dose.load = load[0] if load else ""
        is_open = dose.take(known.OPEN) is not None
        _take_sets(dose)
        if is_open:
            dose.amounts = [*dose.amounts, OpenReps()] if len(dose.amounts) > 1 else [OpenReps()]
    if per_side or both:
        dose.amounts, dose.sides = _amount((per_side or both or [""])[0]), Sides.EACH
    if both and both[0] != both[1]:
        dose.remarks.append(f"{both[0]} left and {both[1]} right: both sides have {both[0]}")
    return dose


def _take_sides(dose: LineDose) -> None:
    dose.sides, before, after = sides_in(dose.rest_of_line)
    dose.rest_of_line = f"{before} | {after}" if after.strip() else before


def _take_distance(dose: LineDose) -> None:
    found = dose.take(known.DISTANCE) or ("", "")
    dose.sets = int(ends_of(found[0])[0]) if found[0] else None
    dose.amounts = [OpenReps()]
    dose.rest_of_line += f" | {found[1]}"
    dose.remarks.append(f"{found[1]} have no time; the set is open")


def _take_sets(dose: LineDose) -> None:
    if found := dose.take(known.LIST):
        unit = found[1].strip()
        numbers = [float(number) for number in re.findall(known.N, found[0])]
        is_time = bool(unit) and not unit.casefold().startswith("rep")
        dose.amounts = [Work(n) if is_time else Reps(int(n), int(n)) for n in numbers if n]
        return
    sets, amount = "", ""
    if found := dose.take(known.SETS_NAMED):
        sets = found[0]
    elif found := next(filter(None, map(dose.take, known.REPS_AND_SETS)), None):
        amount, sets = found
    elif found := next(filter(None, map(dose.take, known.SETS)), None):
        sets, amount = found[0], found[1] if len(found) > 1 else ""
        if _is_turned(sets, amount):
            dose.remarks.append(f"“{sets} x {amount}” is taken as {amount} sets of {sets}")
            sets, amount = amount, sets
    if not amount:
        amount = _amount_alone(dose)
    if not sets and amount:
        alone = next(filter(None, map(dose.take, known.SETS_ALONE)), None)
        sets = alone[0] if alone else ""
    if sets:
        least, most = ends_of(sets)
        dose.sets, dose.most_sets = int(least), int(most)
    dose.amounts = _amount(amount)


def _is_turned(sets: str, amount: str) -> bool:
    """Whether "12 x 3" are rather three sets."""
    return sets.isdecimal() and amount.isdecimal() and int(sets) >= 8 and 1 < int(amount) <= 5


def _amount_alone(dose: LineDose) -> str:
    patterns = [known.REPS, known.TIME_ALONE, known.NUMBER_ALONE]
    if len(dose.rest_of_line.split()) <= 7 and not dose.hold:
        patterns.append(known.NUMBER_FIRST)
    found = next(filter(None, map(dose.take, patterns)), ())
    return next(filter(None, found), "")


def _amount(text: str) -> list[Amount]:
    """The amount of "12", "8-12", "30 s", "1:30", "amrap"."""
    if not text:
        return []
    if text.casefold() in ("amrap", "max"):
        return [OpenReps()]
    if re.fullmatch(known.SPAN, text):
        low, high = ends_of(text)
        return [Reps(int(low), int(high or low))] if low else []
    seconds, most_s = seconds_of(text)
    return [Hold(seconds, most_s) if most_s else Work(seconds)] if seconds else []


def ends_of(text: str) -> tuple[float, float]:
    """The ends of "3" (3, 0) and "2-3" (2, 3)."""
    numbers = [float(number) for number in re.findall(known.N, text)]
    least = numbers[0] if numbers else 0.0
    return (least, numbers[1]) if len(numbers) > 1 and numbers[1] > least else (least, 0.0)


def seconds_of(text: str) -> tuple[float, float]:
    """Least and most seconds of "45s", "30-60 s", "1 min"; the most is 0 of a single time."""
    parts: Sequence[str] = [part for part in re.split(known.TO, text) if part.strip()]
    if len(parts) < 2 or not parts[0].strip()[:1].isdigit():
        return _time(text), 0.0
    last_s = _time(parts[-1])
    unit = parts[-1].lstrip("0123456789., ")
    first = parts[0].strip()
    first_s = _time(first if first[-1:].isalpha() else f"{first}{unit}")
    return (first_s, last_s) if 0 < first_s < last_s else (last_s, 0.0)


def _time(text: str) -> float:
    return parse_duration(text.strip().rstrip(".").replace("-", " ")) or 0.0
