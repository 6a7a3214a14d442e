"""The page of the reminders: what is on, when the next comes, and who sees to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from glutetimer.core.ports.reminders import Reminders, TimerState
from glutetimer.core.ports.services import Services
from glutetimer.core.reminders.rules import next_reminder
from glutetimer.core.reminders.words import coming_line, timer_line
from glutetimer.core.settings import Section, Settings, specs, values_of
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.pages import FieldPage
from glutetimer.ui.widgets.background_task import BackgroundTask, unwatched
from glutetimer.ui.widgets.controls import card, text_label

_INTRO = (
    "A notification of your desktop, to answer with “Start”, “In an hour” or “Not today”. A "
    "squeeze is a minute’s break from sitting; it comes only while you are at the computer and "
    "may be disturbed, as far as your desktop tells."
)
_GROUPS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Sessions", ("remind", "remind_days", "remind_at")),
    (
        "Squeezes through the day",
        ("squeezes", "squeeze_every_min", "squeeze_from", "squeeze_until", "squeeze_days"),
    ),
    ("", ("remind_closed",)),
)
_HINT = specs(Settings)["remind_closed"][1].hint


class RemindersPage(FieldPage):
    """Asks the system for its timer when it is first shown."""

    def __init__(self, draft: Draft, services: Services) -> None:
        super().__init__("Reminders", _GROUPS, draft, _INTRO)
        self._services = services
        self._saved = draft.settings
        self._reminders: Reminders | None = None
        self._state: TimerState | None = None
        frame, inner = card()
        self.coming = text_label(look="strong", wraps=True)
        self.timer = text_label(look="muted", wraps=True)
        inner.addWidget(self.coming)
        inner.addWidget(self.timer)
        self.add_on_top(frame)
        draft.changed.connect(self.follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the timer, the first time."""
        super().showEvent(event)
        if self._reminders is not None:
            return
        self._reminders = self._services.make_reminders()
        self.follow()
        asked = partial(self._reminders.timer_state, self._saved)
        task = BackgroundTask(unwatched(asked), self)
        task.done.connect(self._take_state)
        task.start()

    @Slot(object)
    def _take_state(self, state: TimerState) -> None:
        self._state = state
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Say what the settings as they stand lead to."""
        if self._reminders is None:
            return
        settings, now = self._draft.settings, self._reminders.now()
        for name, owner in (
            *((name, settings.remind) for name in _GROUPS[0][1][1:]),
            *((name, settings.squeezes) for name in _GROUPS[1][1][1:]),
        ):
            self.rows[name].setEnabled(owner)
        coming = next_reminder(settings, self._reminders.told(), now)
        self.coming.setText(coming_line(settings, coming, now.date()))
        self._say_timer(settings)

    def _say_timer(self, settings: Settings) -> None:
        row, state = self.rows["remind_closed"], self._state
        may_be_on = settings.remind or settings.squeezes
        can_be_on = state is None or state.is_on or not state.why
        row.setEnabled(settings.remind_closed or (may_be_on and can_be_on))
        row.set_hint(_HINT if state is None or can_be_on else f"Not here: {state.why}")
        if state is None:
            self.timer.setText("Asking your system for its timer…")
        elif values_of(settings, Section.REMINDERS) == values_of(self._saved, Section.REMINDERS):
            self.timer.setText(timer_line(settings, state.is_on, state.why))
        elif settings.remind_closed and can_be_on and may_be_on:
            self.timer.setText("With OK the timer of your system is set to this")
        else:
            self.timer.setText(timer_line(settings, False, state.why))
