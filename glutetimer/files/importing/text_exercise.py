"""An exercise of a line, or of a name and the lines below it that have its dose."""

import re
from collections.abc import Sequence
from dataclasses import replace

from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Amount, Hold, OpenHold, OpenReps, Reps, Tempo, Work
from glutetimer.files.importing.sides import sided_name
from glutetimer.files.importing.text_dose import LineDose, dose_of

_HELD = re.compile(
    r"\b(?:planks?|holds?|iso|isometric|wall sits?|static|hang|planche|child's pose)\b"
    r"|\bstretch|\bsqueeze|\bdehn|stütz|planke|gainage"
)
_LONG_HOLD_S = 15.0
"""From here on, "hold 30 s, 3 times" are three holds, and no three reps (editorial)."""
_MOST_TOP_S = 30.0
_MOST_NAMED = 4
_MARKS = " ,;:.-@()[]/"
_LOOSE_ENDS = re.compile(r"\s(?:x|for|/|by)$", re.IGNORECASE)
_VARIANT = re.compile(
    r"(?:single|one|1|two|double)[ -]leg(?:ged)?|einbeinig|straight[ -]leg|bent[ -]knee",
    re.IGNORECASE,
)
_COMMANDS = frozenset(
    {
        *("repeat", "complete", "perform", "do", "reps", "rep", "sets", "set", "hold", "for"),
        *("of", "x", "and", "then", "with", "times", "time", "each", "on", "at", "a", "the", "per"),
        *("aim", "repetitions", "total", "rest", "side", "sides", "daily", "weekly", "descending"),
        *("seconds", "second", "it", "this", "exercise", "frequency", "duration", "work", "leg"),
    }
)


def read_line(text: str) -> tuple[EntryDraft, Sequence[str]]:
    """One exercise with its dose, and what was guessed or kept as a note."""
    dose = dose_of(text)
    name, note = name_and_note(dose.rest_of_line)
    entry, remarks = exercise_of(name or "Exercise", note, dose, text)
    return entry, [*remarks, *([kept(note)] if note else [])]


def kept(text: str) -> str:
    """What is told of a text that is kept, but not understood."""
    return f"“{text[:60]}” is kept as a note"


def exercise_of(name: str, note: str, dose: LineDose, text: str) -> tuple[EntryDraft, list[str]]:
    """The exercise of a dose, and what is told of it."""
    remarks = list(dose.remarks)
    amounts, sets, tempo = list(dose.amounts), dose.sets, dose.tempo
    if dose.hold and dose.hold[0]:
        least_s, most_s = dose.hold
        first = amounts[0] if amounts else None
        if not isinstance(first, Reps):
            amounts = [Hold(least_s, most_s)] if first is None else amounts
        elif least_s >= _LONG_HOLD_S and not sets and len(amounts) == 1:
            sets, amounts = first.low, [Hold(least_s, most_s)]
        else:
            tempo = replace(tempo or Tempo(), top_s=min(least_s, _MOST_TOP_S))
            if least_s > _MOST_TOP_S:
                remarks.append(f"a rep is held for {_MOST_TOP_S:g} s at most, not {least_s:g}")
            if most_s:
                remarks.append(f"a rep is held for {tempo.top_s:g} s, the shorter time")
    amounts = [_as_held(one, f"{name} {text}", remarks) for one in amounts]
    if len(amounts) > 1 and sets not in (None, len(amounts)):
        remarks.append(f"{sets} sets and {len(amounts)} numbers do not agree; the numbers count")
    if not amounts:
        amounts = [OpenReps()]
        remarks.append("how many or how long is not said; it is open")
    rest_s, most_rest_s = dose.rest or (0.0, 0.0)
    bare, side = sided_name(name) if dose.sides is None else (name, None)
    entry = EntryDraft(
        name=bare[:200],
        sets=len(amounts) if len(amounts) > 1 else max(1, sets or 1),
        most_sets=0 if len(amounts) > 1 else dose.most_sets,
        amounts=tuple(amounts),
        tempos=(tempo,) if tempo else (),
        rests_s=(rest_s,) if dose.rest else (),
        most_rest_s=most_rest_s,
        loads=_loads(dose, len(amounts)),
        sides=dose.sides or side,
        note=note,
    )
    return entry, remarks


def merged(first: LineDose, more: LineDose) -> LineDose:
    """The dose of two lines of one exercise; a second amount is that of one more set."""
    is_next_set = bool(first.amounts and more.amounts and not more.sets)
    amounts = [*first.amounts, *more.amounts] if is_next_set else more.amounts or first.amounts
    return replace(
        first,
        sets=more.sets or (None if is_next_set else first.sets),
        most_sets=more.most_sets or first.most_sets,
        amounts=amounts,
        hold=more.hold or first.hold,
        rest=more.rest or first.rest,
        sides=more.sides or first.sides,
        load=first.load or more.load,
        loads=[*(first.loads or [first.load]), more.load] if is_next_set else first.loads,
        tempo=more.tempo or first.tempo,
        remarks=[*first.remarks, *more.remarks],
    )


def _loads(dose: LineDose, sets: int) -> tuple[str, ...]:
    """The load of all sets, or that of each."""
    if len(dose.loads) == sets and len(set(dose.loads)) > 1:
        return tuple(load or "no load" for load in dose.loads)
    return (dose.load,) if dose.load else ()


def name_and_note(text: str) -> tuple[str, str]:
    """The name, and what else is left of a line: brackets, and what stands after its dose.

    The name is empty where only words are left that tell what to do with a number.
    """
    notes = [found.strip(" ,;:.-|") for found in re.findall(r"\(([^()]*)\)", text)]
    text = re.sub(r"\([^()]*\)|(?<=[a-z])\. +(?=[A-Z|])", " | ", text)
    parts = [_LOOSE_ENDS.sub("", part.strip(_MARKS)).strip(_MARKS) for part in text.split("|")]
    parts = [" ".join(part.split()) for part in parts]
    named = [part for part in parts if part and not _is_command(part)]
    if len(named) > 1 and f"{named[0]}:" in text and len(named[1].split()) <= _MOST_NAMED:
        named[:2] = [f"{named[0]}: {named[1]}"]  # "Warm up: 5 min bike"
    name, _, tail = (named[0] if named else "").partition(", ")
    if _VARIANT.fullmatch(tail):
        name, tail = f"{name}, {tail}", ""
    if _is_sentence(name):
        name, tail = "", ", ".join(filter(None, (name, tail)))
    notes = [tail.strip(), *named[1:], *notes]
    return name, ", ".join(filter(None, notes))


def _is_command(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return all(word in _COMMANDS for word in words)


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 9


def _as_held(amount: Amount, words: str, remarks: list[str]) -> Amount:
    """A time is a hold where the words say that one keeps still, else work."""
    is_held = _HELD.search(words.casefold()) is not None
    if isinstance(amount, Hold) and amount.most_s and not is_held:
        remarks.append(f"from {amount.seconds:g} to {amount.most_s:g} s: the shorter time is taken")
        return Work(amount.seconds)
    if isinstance(amount, Work) and is_held:
        return Hold(amount.seconds)
    return OpenHold() if isinstance(amount, OpenReps) and is_held else amount
