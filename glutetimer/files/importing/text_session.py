"""One session of a plain text while its lines are read: exercises, rounds, supersets, rests."""

from dataclasses import dataclass, field, replace

from glutetimer.core.draft import EntryDraft, Lost, RoutineDraft
from glutetimer.core.exercise import Sides, Work
from glutetimer.core.routine import Circuit
from glutetimer.files.importing.supersets import circuit_letter, in_turn, unsaid_rests
from glutetimer.files.importing.text_dose import LineDose
from glutetimer.files.importing.text_exercise import exercise_of, merged
from glutetimer.files.importing.text_rounds import (
    in_known,
    in_round,
    rested,
    with_rests,
    with_usual_rests,
)

LOOSE = "superset"
"""The group of a superset whose exercises have no letter; it ends with its block."""


@dataclass(slots=True)
class TextSession:
    """Takes exercises in; `block` is the place of the first since the last blank line."""

    entries: list[EntryDraft] = field(default_factory=list)
    circuits: list[Circuit] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    block: int = 0
    timing: tuple[float, float] | None = None
    sides: Sides | None = None  # those of what follows, where nothing else is said
    usual_rests: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Least and most seconds after each "set" and "exercise" that says nothing of it."""
    _between_s: float | None = None  # the rest between the exercises of the circuit
    _circuit: str = ""  # the letter of the rounds that exercises belong to
    _unrested: dict[str, int] = field(default_factory=dict)  # circuits without rest, by line
    _group: str = ""
    _group_from: int = 0
    _group_line: int = 0
    _pending: list[Lost] = field(default_factory=list)
    _last: tuple[str, str, LineDose, str] | None = None

    def add(
        self, line: int, name: str, note: str, dose: LineDose, text: str, label: str = ""
    ) -> None:
        """Add an exercise; those of one label in a row are a superset."""
        self._join(label)
        if len(self.entries) == self._group_from:
            self._group_line = line
        self._settle()
        dose = replace(dose, sides=dose.sides or self.sides)
        entry, remarks = exercise_of(name, note, dose, text)
        self._last = (name, note, dose, text)
        self._pending = [Lost(line, remark) for remark in remarks]
        self._append(replace(entry, line=line))

    def add_timed(self, line: int, name: str) -> bool:
        """Add an exercise that lasts as long as all of its block; False without such a time."""
        if self.timing is None:
            return False
        work_s, rest_s = self.timing
        self._settle()
        entry = EntryDraft(name, sets=1, amounts=(Work(work_s),), rest_after_s=rest_s, change_s=0.0)
        self._append(replace(entry, line=line))
        return True

    def begin_timing(self, line: int, work_s: float, rest_s: float, rounds: int) -> None:
        """Times of the exercises that follow, and how often they are done (0: not said)."""
        self.end_block(is_heading=not self._circuit or len(self.entries) > self.block)
        self.timing = (work_s, rest_s)
        if rounds > 1 and not self._circuit:
            self.rounds(line, rounds, 0, rest_s)

    def add_timed_sets(self, entry: EntryDraft, rounds: int, rest_s: float) -> None:
        """Add an exercise with intervals of its own."""
        self._append(replace(entry, sets=rounds, rests_s=(rest_s,), rest_after_s=0.0, change_s=0.0))

    def add_to_last(self, line: int, dose: LineDose) -> bool:
        """Add what a line without a name says to the exercise before; False if there is none."""
        if self._last is None or len(self.entries) <= self.block:
            return False
        name, note, known, text = self._last
        both = merged(known, dose)
        entry, remarks = exercise_of(name, note, both, text)
        self._pending = [Lost(line, remark) for remark in remarks]
        self._last = (name, note, both, text)
        last = self.entries[-1]
        self.entries[-1] = replace(entry, circuit=last.circuit, line=last.line)
        return True

    def note_to_last(self, text: str) -> bool:
        """Keep a line as a note of the exercise before; False if there is none in the block."""
        if len(self.entries) <= self.block:
            return False
        last = self.entries[-1]
        self.entries[-1] = replace(last, note=" ".join(filter(None, (last.note, text))))
        if self._last is not None:
            name, note, dose, line = self._last
            self._last = (name, " ".join(filter(None, (note, text))), dose, line)
        return True

    def rounds(
        self, line: int, least: int, most: int, rest_s: float | None, between_s: float | None = None
    ) -> None:
        """Rounds of what follows, or, after exercises, of those since the last blank line."""
        self._join("")
        if self._circuit:  # "3 rounds" twice, or rounds of rounds: the later are told
            self.tell(line, f"{least} rounds more of the same exercises are left out")
            return
        letter = circuit_letter(len(self.circuits))
        free = range(self.block, len(self.entries))
        if free and not any(self.entries[place].circuit for place in free):
            self.circuits.append(Circuit(letter, least, rest_s or 0.0, most))
            for place in free:
                self.entries[place] = in_round(self.entries[place], letter)
            for place in free[:-1]:
                self.entries[place] = rested(self.entries[place], between_s)
            self.block = len(self.entries)
        else:
            self.circuits.append(Circuit(letter, least, rest_s or 0.0, most))
            self._circuit, self._between_s = letter, between_s
        if rest_s is None:
            self._unrested[letter] = line

    def superset(self) -> None:
        """Begin a superset whose exercises have no letter."""
        self._join(LOOSE)

    def rest(self, line: int, seconds: float) -> bool:
        """A rest after the exercise before, and after its sets; False if there is none."""
        if not self.entries:
            return False
        last = replace(self.entries[-1], rest_after_s=seconds)
        is_bare = not (last.rests_s or last.circuit or self._group)
        if is_bare and (last.sets or 1) > 1 and self.block < len(self.entries):
            last = replace(last, rests_s=(seconds,))
            self.tell(line, f"the rest of {seconds:g} s is taken between the sets, too")
        self.entries[-1] = last
        return True

    def rest_between_sets(self, seconds: float, most_s: float) -> None:
        """The rest of all exercises of the block that have none of their own."""
        first = min(self.block, self._group_from) if self._group else self.block
        first = 0 if first >= len(self.entries) else first
        for place in range(first, len(self.entries)):
            entry = self.entries[place]
            if not entry.rests_s and not entry.circuit:
                self.entries[place] = replace(entry, rests_s=(seconds,), most_rest_s=most_s)

    def rest_between_exercises(self, seconds: float) -> None:
        """The rest after each exercise of the block."""
        block = self.entries[self.block :]
        self.entries[self.block :] = [replace(one, rest_after_s=seconds) for one in block]

    def rest_between_rounds(self, seconds: float) -> bool:
        """The rest between the rounds of the last circuit; False without one."""
        if not self.circuits:
            return False
        self.circuits[-1] = replace(self.circuits[-1], rest_s=seconds)
        self._unrested.pop(self.circuits[-1].letter, None)
        return True

    def end_block(self, *, is_heading: bool = False) -> None:
        """A blank line, or a heading: what belongs together ends."""
        is_waiting = len(self.entries) == self.block and not is_heading
        if (self._group == LOOSE and not is_waiting) or is_heading:
            self._join("")
        if not is_waiting:
            self._end_timing()
            self.timing, self._circuit = None, ""
            self._settle()
        self.block = len(self.entries)

    def tell(self, line: int, *remarks: str) -> None:
        """Remember what is lost or guessed."""
        self.lost += (Lost(line, remark) for remark in remarks)

    def routine(self, title: str) -> RoutineDraft:
        """The routine of all that was read."""
        self.end_block(is_heading=True)
        circuits, lost = with_rests(self.circuits, self.entries, self._unrested)
        self.lost += lost
        entries = with_usual_rests(in_known(self.entries, circuits), self.usual_rests)
        return RoutineDraft(title, entries, circuits, notes="\n".join(self.notes))

    def _end_timing(self) -> None:
        """Intervals for which no exercise was named are work."""
        circuit = next((one for one in self.circuits if one.letter == self._circuit), None)
        if self.timing is None or circuit is None or len(self.entries) > self.block:
            return
        self.circuits.remove(circuit)
        self._circuit = ""
        work = EntryDraft("Work", amounts=(Work(self.timing[0]),))
        self.add_timed_sets(work, circuit.rounds, self.timing[1])

    def _settle(self) -> None:
        """Nothing more comes for the last exercise: what is to be told of it is certain."""
        self.lost += self._pending
        self._pending, self._last = [], None

    def _append(self, entry: EntryDraft) -> None:
        if self._circuit and self.entries and self.entries[-1].circuit == self._circuit:
            self.entries[-1] = rested(self.entries[-1], self._between_s)
        self.entries.append(in_round(entry, self._circuit) if self._circuit else entry)

    def _join(self, label: str) -> None:
        """Leave the superset of another label, and begin that of this one."""
        is_open = self.block <= self._group_from
        if label == self._group or (self._group == LOOSE and not label and is_open):
            return
        group = self.entries[self._group_from :] if self._group else []
        if len(group) > 1:
            self.entries[self._group_from :] = self._in_turn(group)
        self._group, self._group_from = label, len(self.entries)

    def _in_turn(self, group: list[EntryDraft]) -> list[EntryDraft]:
        last = group[-1]
        if last.rest_after_s is None and last.rests_s:
            group[-1] = replace(last, rest_after_s=last.rests_s[0])
        self.tell(self._group_line, *unsaid_rests(group))
        return in_turn(group, self.circuits)
