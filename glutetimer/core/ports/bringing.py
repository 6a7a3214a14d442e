"""What the core asks of whoever brings in routines of other programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

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
    """Whether a name means one of our exercises; `perhaps` are their ids, nearest first."""

    name: str
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a source, before anything is written.

    `routines` are as they would be played, `drafts` what their files will hold, in the same
    order. `source` is the format as people know it.
    """

    source: str
    routines: tuple[Routine, ...]
    drafts: tuple[RoutineDraft, ...]
    plans: tuple[PlanDraft, ...] = ()
    lost: tuple[Lost, ...] = ()
    questions: tuple[Question, ...] = ()


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

    def keep(self, brought: Brought) -> Sequence[str]:
        """Write the routines into the person's folder, never over another file.

        Raises Trouble if one could not be written; those before it are then kept.
        """
        ...
