"""Makes drafts of any source fit what a routine file may hold, and tells what that costs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from glutetimer.core.draft import EntryDraft, Lost, PlanDraft, PlannedDay, RoutineDraft
from glutetimer.core.exercise import Amount, Hold, Reps, Steps, Tempo
from glutetimer.core.plan.dose import MIN_REP_S
from glutetimer.core.routine import Circuit
from glutetimer.core.schedule.routine_plan import MAX_DAYS, MAX_WEEKS
from glutetimer.files.circuits import MAX_ROUNDS
from glutetimer.files.dose_reader import (
    MAX_COUNT,
    MAX_HOLD_S,
    MAX_PHASE_S,
    MAX_SETS,
    MAX_WAIT_S,
)
from glutetimer.files.importing.unlike_sets import parts_alike
from glutetimer.files.plan_file import MAX_DAY_TEXT
from glutetimer.files.reader import MAX_ITEMS, MAX_LONG_TEXT, MAX_TEXT
from glutetimer.files.routine_file import MAX_ENTRIES
from glutetimer.toml_text.problem import is_plain

_Number = TypeVar("_Number", int, float)


@dataclass(slots=True)
class Fitting:
    """Fits one draft after the other; `lost` has what was cut, in order."""

    lost: list[Lost] = field(default_factory=list)
    _place: str = ""
    _line: int = 0

    def fitted(self, draft: RoutineDraft) -> RoutineDraft:
        """The draft within all limits of a routine file."""
        self._place, self._line = draft.title, 0
        title = self._text(draft.title, MAX_TEXT) or "My routine"
        entries = tuple(part for entry in draft.entries for part in self._alike(entry))
        if len(entries) > MAX_ENTRIES:
            self._say(f"only the first {MAX_ENTRIES} of {len(entries)} exercises are taken")
            entries = entries[:MAX_ENTRIES]
        made = tuple(map(self._entry, entries))
        used = {entry.circuit for entry in made}
        circuits = tuple(self._circuit(one) for one in draft.circuits if one.letter in used)
        return replace(
            draft,
            title=title,
            entries=made,
            circuits=circuits,
            source=self._text(draft.source, MAX_TEXT),
            notes=self._long(draft.notes),
        )

    def _alike(self, entry: EntryDraft) -> Sequence[EntryDraft]:
        """The exercise, in several where its sets are of unlike kinds, as a time and a number."""
        parts = parts_alike(entry)
        if len(parts) > 1:
            self._place, self._line = entry.name, entry.line
            self._say("its sets are of unlike kinds; those of one kind are an exercise each")
        return parts

    def fitted_plan(self, plan: PlanDraft, titles: Mapping[str, str]) -> PlanDraft | None:
        """The plan within all limits of a plan file; None if no day with a routine is left.

        `titles` has the routines that are taken: their titles by those that the plan has for them.
        """
        title = self._place = self._text(plan.title, MAX_TEXT) or "My plan"
        self._line = 0
        days = [day for day in plan.days if not day.routine or day.routine in titles]
        for day in plan.days:
            if day not in days:
                self._say(f"{day.day} is left out: its routine {day.routine[:60]} is not taken")
        if any(day.week > MAX_WEEKS for day in days):
            self._say(f"only the first {MAX_WEEKS} weeks are taken")
            days = [day for day in days if day.week <= MAX_WEEKS]
        if len(days) > MAX_DAYS:
            self._say(f"only the first {MAX_DAYS} of {len(days)} days are taken")
            days = days[:MAX_DAYS]
        if not any(day.routine for day in days):
            self._say("the plan is left out: it has no day with a routine")
            return None
        made = (self._day(day, titles.get(day.routine, "")) for day in days)
        return PlanDraft(title, tuple(made), self._long(plan.notes))

    def _day(self, day: PlannedDay, routine: str) -> PlannedDay:
        name = self._text(day.day, MAX_DAY_TEXT) or "Day"
        return PlannedDay(max(day.week, 0), name, routine, self._text(day.note, MAX_TEXT))

    def _entry(self, entry: EntryDraft) -> EntryDraft:
        self._place, self._line = entry.name, entry.line
        sets = entry.sets if entry.sets is None else self._within(entry.sets, 1, MAX_SETS, "sets")
        return replace(
            entry,
            name=self._text(entry.name, MAX_TEXT) or "Exercise",
            sets=sets,
            most_sets=entry.most_sets if (sets or 0) < entry.most_sets <= MAX_SETS else 0,
            amounts=tuple(map(self._amount, entry.amounts[:MAX_ITEMS])),
            tempos=tuple(map(self._tempo, entry.tempos[:MAX_ITEMS])),
            rests_s=tuple(self._wait(rest_s, "rest") for rest_s in entry.rests_s[:MAX_ITEMS]),
            loads=tuple(self._text(load, MAX_TEXT) for load in entry.loads[:MAX_ITEMS]),
            rest_after_s=self._wait_or_none(entry.rest_after_s, "rest"),
            change_s=self._wait_or_none(entry.change_s, "change"),
            switch_s=self._wait_or_none(entry.switch_s, "switch"),
            note=self._text(entry.note, MAX_TEXT),
            cues=tuple(filter(None, (self._text(cue, MAX_TEXT) for cue in entry.cues)))[:MAX_ITEMS],
        )

    def _circuit(self, circuit: Circuit) -> Circuit:
        self._place, self._line = f"circuit {circuit.letter}", 0
        rounds = self._within(circuit.rounds, 1, MAX_ROUNDS, "rounds")
        most = circuit.most_rounds if rounds < circuit.most_rounds <= MAX_ROUNDS else 0
        return replace(
            circuit, rounds=rounds, rest_s=self._wait(circuit.rest_s, "rest"), most_rounds=most
        )

    def _amount(self, amount: Amount) -> Amount:
        match amount:
            case Reps(low, high):
                low = self._within(low, 1, MAX_COUNT, "reps")
                return Reps(low, min(max(low, high), MAX_COUNT))
            case Steps(count):
                return Steps(self._within(count, 1, MAX_COUNT, "steps"))
            case Hold(seconds, most_s):
                seconds = self._within(round(seconds, 3), 1.0, MAX_HOLD_S, "seconds")
                fits = seconds < most_s <= MAX_HOLD_S
                return replace(amount, seconds=seconds, most_s=most_s if fits else 0.0)
            case _:
                return amount

    def _tempo(self, tempo: Tempo) -> Tempo:
        phases = (tempo.lift_s, tempo.top_s, tempo.lower_s, tempo.pause_s)
        lift_s, top_s, lower_s, pause_s = (
            self._within(phase_s, 0.0, MAX_PHASE_S, "seconds of a phase") for phase_s in phases
        )
        fitted = Tempo(lift_s, top_s, lower_s, pause_s)
        if fitted.rep_s < MIN_REP_S:
            self._say(f"a rep of {fitted.rep_s:g} s is too short; the usual tempo is taken")
            return Tempo()
        return fitted

    def _wait(self, seconds: float, what: str) -> float:
        return self._within(round(seconds, 3), 0.0, MAX_WAIT_S, f"seconds of {what}")

    def _wait_or_none(self, seconds: float | None, what: str) -> float | None:
        return None if seconds is None else self._wait(seconds, what)

    def _within(self, value: _Number, low: _Number, high: _Number, what: str) -> _Number:
        fitted = max(low, min(value, high))
        if fitted != value:
            side = "more" if value > high else "less"
            self._say(f"{value:g} {what} are {side} than can be; it has {fitted:g}")
        return fitted

    def _text(self, text: str, limit: int) -> str:
        return self._shortened(" ".join(_seen(text).split()), limit)

    def _long(self, text: str) -> str:
        lines = (" ".join(_seen(line).split()) for line in text.splitlines())
        return self._shortened("\n".join(lines).strip(), MAX_LONG_TEXT)

    def _shortened(self, text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        self._say(f"a text of {len(text):,} characters is cut to {limit}")
        return text[: limit - 1].rstrip() + "…"

    def _say(self, what: str) -> None:
        self.lost.append(Lost(self._line, f"{self._place[:60]}: {what}"))


def _seen(text: str) -> str:
    return "".join(_letters(text))


def _letters(text: str) -> Iterator[str]:
    for char in text:
        yield char if is_plain(char) else " "
