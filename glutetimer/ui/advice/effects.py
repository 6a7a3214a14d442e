"""What taking a suggestion changes, in words: also in the other routines."""

from contextlib import suppress

from glutetimer.core.advice.elsewhere import Elsewhere, elsewhere
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.errors import Trouble
from glutetimer.core.ports import RoutineLibrary
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.wording import dose_words


def pretty(words: str) -> str:
    """A change of dose with real signs: "3 × 10 → 3 × 11 reps"."""
    return dose_words(words).replace("->", "→")


class Effects:
    """Reads the other routines of the page's list, which takes a moment, only when asked."""

    def __init__(self, library: RoutineLibrary, page: RoutinesPage) -> None:
        self._library = library
        self._page = page

    def words(self, suggestion: Suggestion) -> str:
        """All that changes, for who asks why."""
        others = self.in_others(suggestion)
        kept = "The files of routines stay as they are, and you can undo it."
        return " ".join(filter(None, ("Your own dose changes, in the settings.", others, kept)))

    def in_others(self, suggestion: Suggestion) -> str:
        """What changes in other routines, as a sentence; empty if nothing."""
        words = _listed(self._elsewhere(suggestion))
        return f"It counts in other routines, too: {words}." if words else ""

    def warning(self, suggestion: Suggestion) -> str:
        """Where less here is more elsewhere, as a sentence; empty if nowhere."""
        if suggestion.rule.is_up:
            return ""
        words = _listed(tuple(one for one in self._elsewhere(suggestion) if one.is_more))
        return f"Elsewhere it would be more: {words}." if words else ""

    def _elsewhere(self, suggestion: Suggestion) -> tuple[Elsewhere, ...]:
        others = []
        for listing in self._page.listings:
            with suppress(Trouble):  # the list says what is wrong with it
                if listing.id != self._page.chosen and not listing.problems:
                    others.append(self._library.routine(listing.id))
        return elsewhere(suggestion.change, self._page.settings, others)


def _listed(found: tuple[Elsewhere, ...]) -> str:
    return "; ".join(pretty(one.words) for one in found)
