"""Begins sessions in the window: makes the player, the coach, and the page when first wanted.

Here is the seam to the sessions: their page, and all that it needs, is imported with the first.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.special_routines import SQUEEZES, WARM_UP, WIND_DOWN, is_extra
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.ui.preferences import Preferences

if TYPE_CHECKING:
    from glutetimer.core.history.records import SessionSummary
    from glutetimer.core.ports.player import CuePlayer
    from glutetimer.core.session.coach import Coach
    from glutetimer.core.session.journal import Journal
    from glutetimer.core.settings import Settings
    from glutetimer.ui.session.page import SessionPage

PREPARE_MS = 3000
"""A routine that is looked at for so long may be begun next: now its clips are made. Until then
the window stands, and what can wait has been imported in a thread."""

RETRY_MS = 1000
"""So often it is tried to store what was left behind."""


class SessionStarter(QObject):
    """Shows the session in a stack of widgets, and has the player, which it closes at the end.

    `page` is None before the first session.
    """

    opened = Signal()
    """A session is shown now."""

    left = Signal()
    """It is over, and its page was left; the owner shows something else."""

    morning_wished = Signal(bool)
    """Whether the person wants to be asked the next morning."""

    notice_given = Signal(Notice)
    """Something that was left behind is stored now."""

    trouble_met = Signal(Trouble)
    """The session cannot begin."""

    def __init__(self, services: Services, preferences: Preferences, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._services = services
        self._preferences = preferences
        self._stack = stack
        self._player: CuePlayer | None = None
        self.page: SessionPage | None = None
        self._then: tuple[str, object] | None = None
        preferences.changed.connect(self._set_settings)
        self._routine_id = ""
        self._preparer = QTimer(self)
        self._preparer.setSingleShot(True)
        self._preparer.setInterval(PREPARE_MS)
        self._preparer.timeout.connect(self._prepare)
        self._unkept: list[Journal] = []
        self._retrier = QTimer(self)
        self._retrier.setInterval(RETRY_MS)
        self._retrier.timeout.connect(self.retry)

    def prepare_soon(self, routine_id: str) -> None:
        """Have the clips of this routine made in the background, if no other is named first."""
        self._routine_id = routine_id
        self._preparer.start()

    def player(self) -> "CuePlayer":
        """The player of the cues, made when it is first asked for."""
        if self._player is None:
            self._player = self._services.make_player()
        return self._player

    def take_notices(self) -> tuple[Notice, ...]:
        """What the player has to say, each once."""
        return () if self._player is None else tuple(self._player.take_notices())

    @Slot(str, object)
    def start(self, routine_id: str, dose: object = None) -> None:
        """Begin a routine as `play` does, after the warm-up if the person wants one.

        What is done in a minute needs none, and a warm-up that hurt is followed by nothing.
        """
        is_short = is_extra(routine_id) or routine_id == SQUEEZES
        if self._preferences.settings.warm_up and not is_short:
            self._then = (routine_id, dose)
            self.play(WARM_UP)
        else:
            self.play(routine_id, dose)

    @Slot(str, object)
    def play(
        self,
        routine_id: str,
        dose: object = None,
        first_set: int = 0,
        continues: int | None = None,
    ) -> None:
        """Begin a routine, in the usual dose unless another one is given.

        `dose` is a `Today`, or one as a text. `first_set` counts from 0; `continues` is the id of
        a stored session that goes on.
        """
        from glutetimer.ui.session.page import SessionPage, make_coach

        services, settings = self._services, self._preferences.settings
        today = str(dose or "")
        try:
            coach = make_coach(
                services,
                settings,
                self.player(),
                routine_id,
                today,
                first_set=first_set,
                continues=continues,
            )
        except Trouble as trouble:
            self.trouble_met.emit(trouble)
            then, self._then = self._then, None
            if then is not None:  # a warm-up with mistakes keeps nobody from the session
                self.play(*then)
            return
        page = self.page or self._take_page(SessionPage(services, self._stack))
        self.opened.emit()
        self._stack.setCurrentWidget(page)
        page.start(coach, settings)

    @Slot(object)
    def start_again(self, session: "SessionSummary") -> None:
        """Begin the routine of a past session in the dose of that day."""
        self.start(session.start.routine_id, session.start.dose)

    @Slot(object, int)
    def go_on(self, session: "SessionSummary", first_set: int) -> None:
        """Go on with a session that was interrupted, in its dose."""
        self.play(session.start.routine_id, session.start.dose, first_set, session.id)

    def may_close(self) -> bool:
        """Whether no session runs; if one does, the person is asked."""
        return self.page is None or self.page.request_stop()

    def keep_all(self) -> bool:
        """Store what is not stored yet, for the program ends; says whether all is kept."""
        self._then = None  # a warm-up that is stopped now is followed by nothing
        is_kept = self.page is None or self.page.keep_all()
        self.retry()
        return is_kept and not self._unkept

    @Slot()
    def retry(self) -> None:
        """Try again to store what was left behind; tell when it is done."""
        for journal in tuple(self._unkept):
            if journal.keep_at_last().is_kept:
                self._unkept.remove(journal)
                for notice in journal.take_notices():
                    self.notice_given.emit(notice)
        if not self._unkept:
            self._retrier.stop()

    @Slot(object)
    def _take_unkept(self, journal: "Journal") -> None:
        """Go on trying to store a session that was left."""
        self._unkept.append(journal)
        self._retrier.start()

    def close(self) -> None:
        """End the player."""
        self._preparer.stop()
        self._retrier.stop()
        if self._player is not None:
            self._player.close()
            self._player = None

    @Slot()
    def _prepare(self) -> None:
        from glutetimer.core.session.preparing import prepare_routine, times_done

        if not self._routine_id or self._is_in_session():
            return
        with suppress(Trouble):  # the page of the routine says what is wrong with it
            routine = self._services.library.routine(self._routine_id)
            times = times_done(self._services.history, self._routine_id)
            prepare_routine(routine, self._preferences.settings, self.player(), times)

    def _is_in_session(self) -> bool:
        return self.page is not None and self._stack.currentWidget() is self.page

    def _take_page(self, page: "SessionPage") -> "SessionPage":
        self.page = page
        page.session_closed.connect(self._go_on_after)
        page.morning_wished.connect(self.morning_wished)
        page.unkept.connect(self._take_unkept)
        page.sore.instead_asked.connect(self.play)
        self._stack.addWidget(page)
        return page

    @Slot(object, bool)
    def _go_on_after(self, coach: "Coach", winds_down: bool) -> None:
        """Begin what the warm-up was for, or half a minute of calm; else the session is over."""
        then, self._then = self._then, None
        if then is not None and not coach.journal.pains:
            self.play(*then)
        elif winds_down:
            self.play(WIND_DOWN)
        else:
            self.left.emit()

    @Slot(object)
    def _set_settings(self, settings: "Settings") -> None:
        if self._player is not None:
            self._player.set_settings(settings)
        if self.page is not None:
            self.page.set_settings(settings)
