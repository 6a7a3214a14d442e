"""The routines as rows of a list: in their words, found by a search, favourites first."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.widgets.row_model import RowModel
from glutetimer.ui.words import day_text, equipment_text


class RoutineRow(NamedTuple):
    """A listing in the words of its card, each text on one line."""

    listing: RoutineListing
    title: str
    purpose: str
    facts: str
    last_done: str
    is_favourite: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether the file has mistakes."""
        return bool(self.listing.problems)

    @property
    def source(self) -> str:
        """Where it comes from."""
        return one_line(self.listing.source)

    @property
    def about(self) -> str:
        """For whom it is, and when it was last done."""
        return "  ·  ".join(filter(None, (one_line(self.listing.level), self.last_done)))

    @property
    def spoken(self) -> str:
        """The whole card for a screen reader."""
        favourite = "Favourite" if self.is_favourite else ""
        texts = (self.title, favourite, self.purpose, self.facts, self.listing.places, self.about)
        return ". ".join(filter(None, texts))

    def is_found(self, text: str) -> bool:
        """Whether every word of a text is in its name, purpose, facts, exercises or source."""
        one = self.listing
        facts = (self.facts, one.places, one.level, *one.equipment)
        told = (self.title, self.purpose, self.source, *facts, *one.exercises)
        whole = " ".join(told).casefold()
        return all(word in whole for word in text.casefold().split())


class RoutineModel(RowModel[RoutineRow]):
    """One row per routine file."""

    def row_of(self, routine_id: str) -> int:
        """The row of a routine; 0 if it is not shown."""
        ids = [row.listing.id for row in self.rows]
        return ids.index(routine_id) if routine_id in ids else 0


def routine_rows(
    listings: Iterable[RoutineListing],
    last_done: Mapping[str, datetime],
    now: datetime,
    favourites: Collection[str] = (),
) -> list[RoutineRow]:
    """The rows of listings: favourites first, else in the order of the library."""
    rows = (
        _row(one, last_done.get(one.id), now, is_favourite=one.id in favourites) for one in listings
    )
    return sorted(rows, key=_is_other)


def _is_other(row: RoutineRow) -> bool:
    return not row.is_favourite


def _row(
    listing: RoutineListing, last: datetime | None, now: datetime, *, is_favourite: bool
) -> RoutineRow:
    if listing.problems:
        facts = f"{count_text(len(listing.problems), 'mistake')} in this file"
    else:
        minutes = "" if listing.total_s is None else minutes_text(listing.total_s)
        facts = "  ·  ".join(filter(None, (minutes, equipment_text(listing.equipment))))
    return RoutineRow(
        listing,
        one_line(listing.title) or listing.id,
        one_line(listing.purpose),
        facts,
        f"Last done {day_text(last, now)}" if last is not None else "",
        is_favourite,
    )
