"""What the editor of routines asks of whoever has the person's own files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Mapping

    from glutetimer.core.draft import EntryDraft, RoutineDraft
    from glutetimer.core.exercise import Exercise
    from glutetimer.core.routine import Circuit, Prescription, Routine


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft while it is being edited.

    `text` is the file that it began with: what the draft does not change is taken from there,
    comments too ("" for a new routine). `path` is the file that it is to replace, "" for one of
    its own.
    """

    draft: RoutineDraft
    text: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """What is wrong with a draft: at a key of an entry (from 0), or (None) at all of it."""

    message: str
    entry: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What would be played if a draft were saved now; None while there are problems."""

    routine: Routine | None
    problems: tuple[DraftProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An exercise that was written in one line with its dose, and how it would be played."""

    draft: EntryDraft
    played: Prescription


class RoutineShelf(Protocol):
    """The person's own routine files, and drafts that are none yet."""

    def open(self, path: str) -> OpenDraft:
        """A routine file as a draft that replaces it. Raises Trouble if it has mistakes."""
        ...

    def carried(self, opened: OpenDraft) -> Mapping[str, Exercise]:
        """The exercises that the file of a draft holds itself, by id; beside those of all files."""
        ...

    def check(self, opened: OpenDraft) -> CheckedDraft:
        """What the file of a draft would give; writes nothing."""
        ...

    def save(self, opened: OpenDraft) -> str:
        """Write the file of a draft; returns its path. A new one never replaces another file.

        Raises Trouble if it cannot be written, or once if the file has changed since it was
        opened; it is as it was then.
        """
        ...

    def delete(self, path: str) -> str:
        """Take a file of the person's own away; returns where it is kept. Raises Trouble."""
        ...

    def restore(self, place: str, path: str) -> str:
        """Bring a deleted file back, beside one that has its name now. Raises Trouble."""
        ...

    def keep(self, opened: OpenDraft, name: str) -> str:
        """Keep a draft in case the program ends; returns the name that it is kept by.

        `name` is that of an earlier `keep` of the same draft, "" for the first. Raises nothing:
        "" is returned if it could not be kept.
        """
        ...

    def kept(self) -> Mapping[str, OpenDraft]:
        """The drafts that are kept, by name; those that cannot be read are left out."""
        ...

    def forget(self, name: str) -> None:
        """Drop a kept draft: it was saved, or given up. Raises nothing."""
        ...

    def texts(self, entry: EntryDraft) -> Mapping[str, str]:
        """The values of an entry as they are typed, by key; "" where it is as usual."""
        ...

    def typed(self, entry: EntryDraft, key: str, text: str) -> EntryDraft:
        """An entry with a value as it was typed. Raises Trouble that says what to write."""
        ...

    def written(self, line: str, exercise_id: str = "") -> WrittenEntry | None:
        """An exercise as people write it: "Clam shell 3 x 12 each side, rest 45 s".

        None where the line has no dose. `exercise_id` is the exercise that is meant; without it
        a name that surely means one of those that there are is that one.
        """
        ...

    def circuit_texts(self, circuit: Circuit) -> Mapping[str, str]:
        """What of a circuit is typed: its "rounds" and its "round_rest"."""
        ...

    def typed_circuit(self, circuit: Circuit, key: str, text: str) -> Circuit:
        """A circuit with one of them as it was typed. Raises Trouble as `typed` does."""
        ...
