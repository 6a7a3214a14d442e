"""The session page: the display, the questions on the way, and the page at the end."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from glutetimer.core.history.special_routines import is_extra
from glutetimer.core.keys.table import Action
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended, Event
from glutetimer.core.session.journal import Keeping
from glutetimer.core.session.picture import picture_of
from glutetimer.core.session.session import forward_of
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.core.today import Today
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.end_page import EndPage, end_facts
from glutetimer.ui.session.figure_clock import FigureClock
from glutetimer.ui.session.full_screen import FullScreen
from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.session.messages import message_on
from glutetimer.ui.session.pain_before import PainBefore
from glutetimer.ui.session.questions import SessionQuestions
from glutetimer.ui.session.session_remote import SessionRemote
from glutetimer.ui.session.sore_today import SoreToday
from glutetimer.ui.session.taps import Taps
from glutetimer.ui.session.view import GO_ON, SessionView
from glutetimer.ui.style.motion import is_still

_COMMANDS = {key.action: key.command for key in KEYS if key.command is not None}


class SessionPage(QStackedWidget):
    """Shows one session after the other; `session_closed` when the person is done with one."""

    session_closed = Signal(Coach, bool)
    """The end page was left, or a warm-up ended, which has none; whether to wind down."""

    unkept = Signal(object)
    """The Journal of a session that was left although something of it is not in the history."""

    morning_wished = Signal(bool)
    """Whether the person wants to be asked the next morning."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = Settings()
        self._first_set = 0
        self.end_page: EndPage | None = None
        """The end page while it is shown."""
        self.view = SessionView(self)
        self.addWidget(self.view)
        self._full_screen = FullScreen(self)
        self.driver = SessionDriver(self)
        self.figure_clock = FigureClock(self.view.figure, self.driver)
        self.questions = SessionQuestions(self.view, self.driver, services.library, services.clock)
        self.remote = SessionRemote(self.driver, self.questions, services.make_remote())
        self.pain_before = PainBefore(self.view, self.driver, services.clock.now_s)
        self.sore = SoreToday(self.view, self.driver, self.questions, self.pain_before)
        self.taps = Taps(self.view, self.driver, services.clock.now_s)
        self._answers: Mapping[Action, Callable[[], object]] = {
            Action.PAUSE: self.driver.toggle_pause,
            Action.HURT: self.questions.ask_hurt,
            Action.MUTE: self.driver.toggle_muted,
            Action.FORWARD: self._go_forward,
            Action.SET_DONE: self._finish_set,
            Action.FULL_SCREEN: self._full_screen.toggle,
            Action.TAP: self.taps.toggle,
            Action.NOTICE: self.view.notices.dismiss,
            Action.KEYS: self.questions.show_keys,
            Action.STOP: self.questions.ask_stop,
        }
        self.driver.happened.connect(self._follow_event)
        self.driver.moved.connect(self._refresh)
        self.questions.closed.connect(self._refresh)
        self.view.actions_table.asked.connect(self._act)

    def start(self, coach: Coach, settings: Settings) -> None:
        """Begin a coach's session; nothing else may be running."""
        self._drop_end_page()
        goes_on = bool(coach.results)  # after a crash: the sets before it count as well
        self._first_set = 0 if goes_on else coach.session.current_set.index
        told = self.sore.take_told()
        is_asked = settings.ask_pain_before and not (goes_on or is_extra(coach.timeline.routine.id))
        self.pain_before.begin(is_asked, told)
        self.view.begin()
        self.set_settings(settings)
        self.taps.set_on(settings.tap_anywhere)
        self.setCurrentWidget(self.view)
        self.view.setFocus()
        self.driver.begin(coach)
        if goes_on:
            self.driver.do(Command.PAUSE)
        if message := _first_message(coach):
            self.view.set_message(message)

    def set_settings(self, settings: Settings) -> None:
        """Take over the settings of the screen; a running session keeps its timings."""
        self._settings = settings
        self.view.set_settings(settings)
        self.figure_clock.set_still(is_still(settings))
        self._refresh()

    def is_running(self) -> bool:
        """Whether a session is under way (running or paused, not on its end page)."""
        return self.driver.coach is not None and self.end_page is None

    def request_stop(self) -> bool:
        """Ask whether to stop. True when nothing runs, so that the page may be left at once.

        Otherwise the question is shown and the answer leads to the end page.
        """
        if not self.is_running():
            return True
        self.questions.ask_stop()
        return False

    def keep_all(self) -> bool:
        """Store all that was answered so far: the page may go. Says whether all of it is kept.

        A session that runs is stopped; what is asked is answered as far as it was.
        """
        if (coach := self.driver.coach) is None:
            return True
        self.questions.keep_hurt()
        if self.is_running():
            self.driver.do(Command.STOP)
        if self.end_page is not None:
            self.end_page.keep_answers()
        return coach.journal.keep_at_last() is Keeping.KEPT

    def showEvent(self, event: QShowEvent) -> None:
        """Tick and paint again."""
        super().showEvent(event)
        self.driver.set_watched(True)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tick seldom and paint nothing while minimised or behind another page."""
        super().hideEvent(event)
        self.driver.set_watched(False)
        self.figure_clock.stop()

    @Slot(object)
    def _follow_event(self, event: Event) -> None:
        coach = self.driver.coach
        if coach is not None and isinstance(event, Ended):
            self._show_end(coach, event)
        elif (message := message_on(event, coach)) is not None:
            self.view.set_message(message)

    @Slot()
    def _refresh(self) -> None:
        coach = self.driver.coach
        if coach is None:
            return
        if self.end_page is not None:
            self.end_page.show_keeping()
            return
        for notice in coach.take_settled():
            self.view.notices.remove(notice)
        if notices := coach.take_notices():
            self.view.notices.add(notices)
        if not self.isVisible():
            return
        self.view.set_progress(_progress_of(coach))
        reduced, word = is_still(self._settings), self.taps.done_word
        picture = picture_of(coach.session, reduced, coach.place, word)
        self.view.show_picture(picture)
        self.pain_before.follow(picture)
        self.figure_clock.wake()
        self.view.actions_table.follow(coach.session, coach.muted)
        self.taps.follow()
        self.view.show_state(picture.is_paused or self.driver.is_ready, coach.muted)

    @Slot()
    def _go_forward(self) -> None:
        """One button for both: a set that is done ends, one that is waited for begins."""
        if (coach := self.driver.coach) is not None:
            self.driver.do(forward_of(coach.session))

    @Slot()
    def _finish_set(self) -> None:
        self.driver.do(Command.START if self.driver.is_ready else Command.FINISH_SET)

    @Slot(Action)
    def _act(self, action: Action) -> None:
        if self.questions.is_showing_keys:
            self.questions.close()
            if action in (Action.KEYS, Action.STOP):
                return
        if (answer := self._answers.get(action)) is not None:
            answer()
        else:
            self.driver.do(_COMMANDS[action])

    def _show_end(self, coach: Coach, ended: Ended) -> None:
        self.figure_clock.stop()
        if is_extra(coach.timeline.routine.id):
            self._close()
            return
        self.questions.close()
        facts = end_facts(self._services, self._settings, self._first_set)
        page = self.end_page = EndPage(coach, ended, facts, self)
        page.morning_wished.connect(self.morning_wished)
        page.left.connect(self._close)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.pain.setFocus()

    @Slot()
    def _close(self) -> None:
        coach = self.driver.coach
        if coach is not None and coach.journal.trouble is not None:
            self.unkept.emit(coach.journal)
        self.driver.release()
        self.questions.close()
        self._full_screen.leave()
        winds_down = self.end_page is not None and self.end_page.winds_down
        self._drop_end_page()
        self.session_closed.emit(coach, winds_down)

    def _drop_end_page(self) -> None:
        if self.end_page is not None:
            self.setCurrentWidget(self.view)
            self.removeWidget(self.end_page)
            self.end_page.hide()
            self.end_page.deleteLater()
            self.end_page = None


def _progress_of(coach: Coach) -> str:
    """How far the voice has come; "" once it is ready."""
    ready, wanted = coach.voice_progress()
    return "" if ready >= wanted else f"Preparing the voice: {ready} of {wanted}"


def _first_message(coach: Coach) -> str:
    """What is said of a session that is about to begin; "" for nothing."""
    if coach.results:
        return f"You go on where you were. {GO_ON} when you are ready."
    if is_extra(coach.timeline.routine.id):
        return f"{coach.timeline.routine.title}, if you like. Stop leaves it out."
    return f"{GO_ON} or a click begins, when you are in place." if coach.waits_for_key else ""


def make_coach(
    services: Services,
    settings: Settings,
    player: CuePlayer,
    routine_id: str,
    today: str,
    *,
    first_set: int,
    continues: int | None,
) -> Coach:
    """The coach of one session. Raises Trouble if the routine cannot be read or planned.

    `today` is its dose, as `Today.parse` reads it; for the rest see `Coach`.
    """
    coach = Coach(
        services.library.routine(routine_id),
        settings,
        services.clock,
        services.history,
        player,
        today=Today.parse(today),
        first_set=first_set,
        continues=continues,
    )
    coach.wakefulness.machine = services.awake
    coach.wakefulness.music = services.make_music()
    return coach
