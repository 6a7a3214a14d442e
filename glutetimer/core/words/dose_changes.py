"""What a dose of the day changes, in words, beside what the routine's file asks for."""

from dataclasses import dataclass

from glutetimer.core.exercise import Amount
from glutetimer.core.plan.alternatives import unmet_wishes
from glutetimer.core.plan.dose import SCALES
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.plan.today import scale_of
from glutetimer.core.routine import DoseSource, Prescription, Routine
from glutetimer.core.settings import Settings
from glutetimer.core.today import DayDose, Today
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.dose import amount_text, number_text, per_side_text, unit_text


@dataclass(frozen=True, slots=True)
class ExerciseChange:
    """One exercise today: "3 x 10 -> 2 x 8 reps, rest 45 -> 56 s"; empty if nothing changes.

    `below` says if it is less than the file's dose ("below the article's 3 x 10-12 reps"), by
    the day or by the person's own settings; empty if not.
    """

    name: str
    change: str
    below: str


@dataclass(frozen=True, slots=True)
class TodaysPlan:
    """A routine on such a day: its timeline, beside the usual one with the same settings.

    `is_most` is whether it is the strong dose. `exercises` has one for each of the routine, in
    its order; `others` are sentences about circuits and the rests between exercises, `hints`
    such about settings that cannot be followed.
    """

    today: Today
    timeline: Timeline
    usual: Timeline
    is_most: bool
    exercises: tuple[ExerciseChange, ...]
    others: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything is done otherwise than on a normal day."""
        return bool(self.others) or any(one.change for one in self.exercises)

    @property
    def headline(self) -> str:
        """The length today beside the usual one, and whether it is what was asked for."""
        total_s, minutes = self.timeline.total_s, self.today.minutes
        usual = minutes_text(self.usual.total_s)
        words = f"Today {minutes_text(total_s)} instead of {usual}"
        if minutes_text(total_s) == usual:
            words = f"Today {usual}, nearly as usual"
        if minutes is not None and total_s > minutes * 60:
            return f"{words}: the least that this routine can be"
        if not self.is_changed:
            return f"Today {usual}, as usual"
        if minutes is not None and self.is_most:
            return f"{words}: no more than the strong dose"
        return words

    def lines(self) -> tuple[str, ...]:
        """Everything that changes, a line each: "Clam shell: 3 x 10 -> 2 x 8 reps"."""
        told = (one for one in self.exercises if one.change)
        words = (f"{one.name}: {one.change}" + _tail(one.below) for one in told)
        return (*words, *self.others)


def todays_plan(routine: Routine, settings: Settings, today: Today) -> TodaysPlan:
    """A routine on such a day. Raises Trouble as `plan` does."""
    usual = plan(routine, settings)
    scale = scale_of(routine, settings, today)
    timeline = plan(routine, settings, scale)
    changes = tuple(
        ExerciseChange(
            new.exercise.name, _change(old, new), _below(new, written, timeline, routine)
        )
        for old, new, written in zip(usual.entries, timeline.entries, routine.entries, strict=True)
    )
    others = tuple(_others(usual, timeline))
    is_most = scale == SCALES[DayDose.STRONG]
    hints = unmet_wishes(routine, settings)
    return TodaysPlan(today, timeline, usual, is_most, changes, others, hints)


def _tail(below: str) -> str:
    return f" ({below})" if below else ""


def _change(old: Prescription, new: Prescription) -> str:
    """The sets and amounts, and the rests where there are any between sets."""
    parts = []
    if (old.sets, old.amount) != (new.sets, new.amount):
        before, after = _short(old.amount), _short(new.amount)
        if max(old.sets, new.sets) > 1:
            before, after = f"{old.sets} x {before}", f"{new.sets} x {after}"
        parts.append(f"{before} -> {after}{_noun(new)}")
    if old.rest_s != new.rest_s and new.sets > 1:
        parts.append(f"rest {old.rest_s:g} -> {new.rest_s:g} s")
    return ", ".join(parts)


def _short(amount: Amount) -> str:
    return number_text(amount) or amount_text(amount)


def _noun(entry: Prescription) -> str:
    unit = unit_text(entry.amount)
    return (f" {unit}" if unit else "") + per_side_text(entry)


def _below(new: Prescription, written: Prescription, today: Timeline, routine: Routine) -> str:
    """Whether it is less than what the file asks for; nothing is asked of an alternative."""
    if new.instead_of:
        return ""
    sets = written.sets * routine.rounds_of(written)
    sets_today = new.sets * today.routine.rounds_of(new)
    is_same_kind = type(new.amount) is type(written.amount)
    is_less = is_same_kind and (new.count or 0) < (written.count or 0)
    if sets_today >= sets and not is_less:
        return ""
    whose = "article" if written.dose_source is DoseSource.ARTICLE else "routine"
    times = f"{sets} x " if sets > 1 else ""
    return f"below the {whose}'s {times}{amount_text(written.amount)}"


def _others(usual: Timeline, today: Timeline) -> list[str]:
    told = [
        f"Circuit {old.letter}: {old.rounds} -> {new.rounds} rounds"
        for old, new in zip(usual.routine.circuits, today.routine.circuits, strict=True)
        if old.rounds != new.rounds
    ]
    pairs = zip(usual.entries[:-1], today.entries[:-1], strict=True)
    rests = {(old.rest_after_s, new.rest_after_s) for old, new in pairs}
    changed = {pair for pair in rests if pair[0] != pair[1]}
    if len(rests) == 1 and changed:
        [(before_s, after_s)] = rests
        told.append(f"Rest between exercises: {before_s:g} -> {after_s:g} s")
    elif changed:
        is_shorter = all(after_s < before_s for before_s, after_s in changed)
        told.append(f"Rests between exercises: {'shorter' if is_shorter else 'longer'}")
    return told
