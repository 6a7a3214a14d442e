"""What is being edited: a draft, all that it was before, and texts that could not be taken."""

from dataclasses import replace

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf
from glutetimer.core.routine import Circuit

AMOUNTS = ("reps", "hold", "work", "steps")
"""Keys of which an exercise has one."""

USUAL_CIRCUIT = Circuit("", 3, 60.0)
Mistakes = dict[str, tuple[str, str]]


class Editing:
    """A list of drafts and the place in it; every change adds one, undo and redo walk along it.

    `mistakes` has for each entry the texts that could not be taken, with the reason, by key. They
    go along with their entry, and are forgotten by undo and redo.
    """

    def __init__(self, opened: OpenDraft, shelf: RoutineShelf) -> None:
        """`shelf` reads what is typed."""
        self._opened = opened
        self._shelf = shelf
        self._drafts = [opened.draft]
        self._place = 0
        self._tag = ""
        self.mistakes: list[Mistakes] = [{} for _ in opened.draft.entries]

    @property
    def draft(self) -> RoutineDraft:
        """The draft as it is now."""
        return self._drafts[self._place]

    @property
    def opened(self) -> OpenDraft:
        """The same with its file."""
        return replace(self._opened, draft=self.draft)

    @property
    def has_changed(self) -> bool:
        """Whether it is another one than in the beginning."""
        return self.draft != self._drafts[0]

    @property
    def can_undo(self) -> bool:
        """Whether there is a draft before this one."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether a draft was left by undo."""
        return self._place < len(self._drafts) - 1

    def undo(self) -> None:
        """Go back by one change, if there is one."""
        self._go(self._place - self.can_undo)

    def redo(self) -> None:
        """Go forth by one change, if there is one."""
        self._go(self._place + self.can_redo)

    def end_typing(self) -> None:
        """What is typed next is a change of its own."""
        self._tag = ""

    # Changes

    def set_title(self, title: str) -> None:
        """Give the routine another title; spaces at its ends are left out."""
        self._push(replace(self.draft, title=" ".join(title.split())), "title")

    def insert(self, at: int, entry: EntryDraft) -> None:
        """Put an exercise before the one at a place."""
        entries = list(self.draft.entries)
        entries.insert(at, entry)
        self.mistakes.insert(at, {})
        self._put(entries)

    def remove(self, at: int) -> None:
        """Take an exercise out."""
        entries = list(self.draft.entries)
        del entries[at], self.mistakes[at]
        self._put(entries)

    def move(self, at: int, to: int) -> None:
        """Move an exercise to another place, counted without it."""
        entries = list(self.draft.entries)
        entries.insert(to, entries.pop(at))
        self.mistakes.insert(to, self.mistakes.pop(at))
        self._put(entries)

    def change(self, draft: RoutineDraft) -> None:
        """Take a draft with the same exercises in other doses or circuits, as one change."""
        self._push(draft, "")

    def type(self, at: int, key: str, text: str) -> None:
        """Take a text for a key of an exercise; letters typed in a row are one change.

        If it cannot be taken it is a mistake, and the value is as it was before it was typed.
        """
        for one in AMOUNTS if key in AMOUNTS else (key,):
            self.mistakes[at].pop(one, None)
        tag = f"{at} {key}"
        try:
            entry = self._shelf.typed(self.draft.entries[at], key, text)
        except Trouble as trouble:
            self._refuse(at, key, (text, trouble.what), tag)
            return
        entries = list(self.draft.entries)
        entries[at] = entry
        self._put(entries, tag)

    def type_circuit(self, at: int, key: str, text: str) -> None:
        """Take a text for a key of an exercise's circuit in the same way."""
        self.mistakes[at].pop(key, None)
        old = self.circuit(at)
        if old is None:
            return
        tag = f"{old.letter} {key}"
        try:
            new = self._shelf.typed_circuit(old, key.rsplit(maxsplit=1)[-1], text)
        except Trouble as trouble:
            self._refuse(at, key, (text, trouble.what), tag)
            return
        circuits = (new if one == old else one for one in self.draft.circuits)
        self._push(replace(self.draft, circuits=tuple(circuits)), tag)

    def circuit(self, at: int) -> Circuit | None:
        """The circuit of an exercise, None if it is in none."""
        letter = self.draft.entries[at].circuit
        return next((one for one in self.draft.circuits if one.letter == letter), None)

    def drop_mistakes(self, at: int) -> bool:
        """Forget what could not be taken for an exercise; whether there was anything."""
        had_any = bool(self.mistakes[at])
        self.mistakes[at] = {}
        return had_any

    def _refuse(self, at: int, key: str, mistake: tuple[str, str], tag: str) -> None:
        self.mistakes[at][key] = mistake
        if self._tag == tag and self.can_undo:
            del self._drafts[self._place :]
            self._place -= 1
            self._tag = ""

    def _put(self, entries: list[EntryDraft], tag: str = "") -> None:
        """Take other entries; there are just the circuits that they are in."""
        known = {circuit.letter: circuit for circuit in self.draft.circuits}
        letters = dict.fromkeys(entry.circuit for entry in entries if entry.circuit)
        kept = [circuit for circuit in self.draft.circuits if circuit.letter in letters]
        new = [replace(USUAL_CIRCUIT, letter=one) for one in letters if one not in known]
        self._push(replace(self.draft, entries=tuple(entries), circuits=(*kept, *new)), tag)

    def _push(self, draft: RoutineDraft, tag: str) -> None:
        if draft == self.draft:
            return
        del self._drafts[self._place + 1 :]
        if not tag or tag != self._tag:
            self._drafts.append(draft)
            self._place += 1
        else:
            self._drafts[-1] = draft
        self._tag = tag

    def _go(self, place: int) -> None:
        self._place = place
        self._tag = ""
        self.mistakes = [{} for _ in self.draft.entries]
