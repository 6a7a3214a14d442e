"""The routines as files, settings and history have them, for the page that shows them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.routines.model import RoutineRow, routine_rows
from glutetimer.ui.widgets.notice_bar import telling


class ListedRoutines(QObject):
    """Has what was read last. The history is left alone until `knows_history` is set."""

    trouble_met = Signal(Trouble)
    """Something could not be read; what there is goes on."""

    def __init__(self, services: Services, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._preferences = preferences
        self.listings: Sequence[RoutineListing] = ()
        self.knows_history = False

    def read_last(self) -> None:
        """Take the listings of the last time; where a file has changed since, those of now."""
        last = self._services.library.last_listings()
        if last is None:
            self.read()
        else:
            self.listings = last

    def read(self) -> bool:
        """Read the files again; whether there is anything else than before."""
        before, self.listings = self.listings, ()
        with telling(self.trouble_met):
            self.listings = self._services.library.listings(self._preferences.settings)
        return self.listings is not before

    def rows(self) -> list[RoutineRow]:
        """The listings in words; favourites come first once the settings are read."""
        are_read = self._preferences.are_read
        favourites = self._preferences.settings.favourites if are_read else ()
        now = self._services.clock.utc_now()
        return routine_rows(self.listings, self._last_done(), now, favourites)

    def toggle_favourite(self, routine_id: str) -> None:
        """Let a routine be a favourite, or not any more; that is kept at once."""
        from dataclasses import replace  # the start has no need of it

        settings = self._preferences.settings
        others = tuple(one for one in settings.favourites if one != routine_id)
        now = others if routine_id in settings.favourites else (*others, routine_id)
        self._preferences.save(replace(settings, favourites=now))

    def _last_done(self) -> Mapping[str, datetime]:
        if self.knows_history:
            with telling(self.trouble_met):
                return self._services.history.last_done()
        return {}
