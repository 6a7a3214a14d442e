"""What is asked once the window stands: safety, a backup, an interrupted session, the morning."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.plan.today import plan_today
from glutetimer.core.ports.services import Services
from glutetimer.core.session.interrupted import discard, keep, next_set
from glutetimer.core.today import Today
from glutetimer.ui.archive.wording import backup_lines, made_text
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.widgets.notice_bar import telling
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.morning import MorningDialog
from glutetimer.ui.window.start_dialogs import (
    BackupChoice,
    BackupDialog,
    InterruptedChoice,
    InterruptedDialog,
)


class StartQuestions(QObject):
    """Asks one thing after the other; answers come as signals."""

    go_on_asked = Signal(SessionSummary, int)
    """Go on with this stored session, from this set (from 0)."""

    settled = Signal()
    """The history has changed: a backup, a session kept or discarded, the pain of a morning."""

    trouble_met = Signal(Trouble)

    def __init__(self, services: Services, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._preferences = preferences
        self._summary: SessionSummary | None = None

    def begin(self) -> None:
        """Ask what there is to ask."""
        if self._preferences.settings.safety_read:
            self._ask_about_backup()
            return
        dialog = SafetyDialog(True, self._window)
        dialog.accepted.connect(self._take_safety_read)
        dialog.rejected.connect(self._ask_about_backup)
        dialog.open()

    @Slot()
    def _take_safety_read(self) -> None:
        self._preferences.save(replace(self._preferences.settings, safety_read=True))
        self._ask_about_backup()

    @Slot()
    def _ask_about_backup(self) -> None:
        offered = self._services.opened.offered_backup
        if offered is None:
            self._ask_about_interrupted()
            return
        dialog = BackupDialog(offered.name, self._words_on(offered.name), self._window)
        dialog.finished.connect(self._settle_backup)
        dialog.open()

    def _words_on(self, backup: str) -> Sequence[str]:
        """What is in a backup; no word if it cannot be read: restoring says why."""
        now = self._services.clock.utc_now()
        try:
            preview = self._services.archive.preview_backup(backup)
        except Trouble:
            return ()
        made = f"It was made {made_text(preview.backup, now)}."
        return (made, backup_lines(preview, now.astimezone().date())[0])

    @Slot(int)
    def _settle_backup(self, choice: int) -> None:
        offered = self._services.opened.offered_backup
        assert offered is not None
        if choice == BackupChoice.RESTORE:
            with telling(self.trouble_met):
                offered.restore()
            self.settled.emit()
        elif choice == BackupChoice.BEGIN_ANEW:
            offered.decline()
        self._ask_about_interrupted()

    def _ask_about_interrupted(self) -> None:
        with telling(self.trouble_met):
            summary = self._summary = self._services.history.interrupted()
            if summary is None:
                self._ask_about_morning()
                return
            now = self._services.clock.utc_now()
            dialog = InterruptedDialog(summary, now, self._has_more(summary), self._window)
            dialog.finished.connect(self._settle)
            dialog.open()

    def _has_more(self, summary: SessionSummary) -> bool:
        """Whether the routine is still there and has a set after the last one that was stored."""
        services, today = self._services, Today.parse(summary.start.dose)
        try:
            routine = services.library.routine(summary.start.routine_id)
            timeline = plan_today(routine, self._preferences.settings, today)
            return next_set(services.history.sets(summary.id)) < len(timeline.sets)
        except Trouble:
            return False

    @Slot(int)
    def _settle(self, choice: int) -> None:
        summary, history = self._summary, self._services.history
        if summary is None:
            return
        self._summary = None
        with telling(self.trouble_met):
            match choice:
                case InterruptedChoice.GO_ON:
                    self.go_on_asked.emit(summary, next_set(history.sets(summary.id)))
                    return
                case InterruptedChoice.KEEP:
                    keep(history, summary)
                case InterruptedChoice.DISCARD:
                    discard(history, summary)
                case _:  # no answer: it is asked again at the next start
                    pass
        if choice:
            self.settled.emit()
        self._ask_about_morning()

    def _ask_about_morning(self) -> None:
        """Ask how the back is the morning after, if the person wants to be asked."""
        if not self._preferences.settings.ask_morning:
            return
        now = self._services.clock.utc_now()
        with telling(self.trouble_met):
            summary = self._services.history.awaiting_morning(now.astimezone().date())
            if summary is not None:
                self._summary = summary
                dialog = MorningDialog(summary, now, self._window)
                dialog.answered.connect(self._store_morning)
                dialog.open()

    @Slot(object)
    def _store_morning(self, level: int | None) -> None:
        if self._summary is not None:
            with telling(self.trouble_met):
                self._services.history.settle_morning(self._summary.id, level)
                self.settled.emit()
