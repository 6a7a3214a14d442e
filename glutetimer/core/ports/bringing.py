"""What the core asks of whoever brings in routines of other programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from glutetimer.core.counts import count_text
from glutetimer.core.draft import Lost, PlanDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.routine import Routine

MOST_BYTES = 4_000_000
"""The largest file or text that is brought in, however it comes."""


def too_large(where: str) -> Trouble:
    """The trouble with more than that."""
    most = f"{MOST_BYTES // 1_000_000} MB"
    return Trouble(
        f"It is larger than {most}, the most that is read", where, "Bring in a part of it"
    )


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a name means one of our exercises; `perhaps` are their ids, nearest first.

    `line` is where the source has it first, 0 where nobody knows.
    """

    name: str
    perhaps: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a source, before anything is written.

    `routines` are as they would be played, `drafts` what their files will hold, in the same
    order. `source` is the format as people know it. `text` is a routine or plan file of
    ours: it is kept as it came, under `name`. The days of `plans` name drafts by title.
    """

    source: str
    routines: tuple[Routine, ...]
    drafts: tuple[RoutineDraft, ...]
    plans: tuple[PlanDraft, ...] = ()
    lost: tuple[Lost, ...] = ()
    questions: tuple[Question, ...] = ()
    text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """The paths of the files that were written."""

    routines: tuple[str, ...]
    plans: tuple[str, ...] = ()

    @property
    def counts(self) -> str:
        """How many there are: "2 routines and 1 plan"."""
        return counts_text(len(self.routines), len(self.plans))


def counts_text(routines: int, plans: int) -> str:
    """How many routines there are, and plans if there are any."""
    told = count_text(routines, "routine")
    if plans and not routines:
        return count_text(plans, "plan")
    return f"{told} and {count_text(plans, 'plan')}" if plans else told


class RoutineImporter(Protocol):
    """Turns files and texts of other programs into routines of the person's own."""

    def bring(
        self, file_name: str, content: bytes, answers: Mapping[str, str] | None = None
    ) -> Brought:
        """Take a file, or pasted text (no name), apart; writes nothing.

        `answers` says of names which exercise is meant ("": none of ours). Raises Trouble if
        no format fits or the text is broken.
        """
        ...

    def keep(self, brought: Brought) -> KeptFiles:
        """Write routines, then plans, into the person's folders, never over another file.

        Raises Trouble if one could not be written; those before it are then kept.
        """
        ...
