"""The window: its menus and dialogs around the tabs, and the session in place of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from glutetimer.core.ports.services import Services
from glutetimer.core.theme import Theme
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.session.session_starter import SessionStarter
from glutetimer.ui.window.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from glutetimer.ui.editor.flow import RoutineFlow
    from glutetimer.ui.plans.flow import PlanFlow
    from glutetimer.ui.routines.advisor import Advisor
    from glutetimer.ui.routines.day_planner import DayPlanner
    from glutetimer.ui.settings.dialog import SettingsDialog
    from glutetimer.ui.window.file_desk import FileDesk
    from glutetimer.ui.window.menus import Menus
    from glutetimer.ui.window.reminding import Reminding

# Before the first showing no window system tells how large a frame will be: ample guesses.
TITLE_BAR_PX = 40
FRAME_SIDE_PX = 8


class MainWindow(QMainWindow):
    """The whole program as a person sees it: `home` with its tabs, and the session of `host`.

    Menus, dialogs and advice are imported and made when the first page is shown, or later;
    until then `menus`, `advisor` and `file_desk` are None.
    """

    stands = Signal()
    """It has been painted, and its first page is shown, for the first time."""

    closing = Signal()
    """It is about to be closed, and nobody has anything against it."""

    def __init__(self, services: Services, theme: Theme | None = None) -> None:
        """`theme` is that of the last time: with it the settings are read after the painting."""
        super().__init__()
        self._services = services
        self.is_all_kept = True
        self._settings_dialog: SettingsDialog | None = None
        self.menus: Menus | None = None
        self.routine_flow: RoutineFlow | None = None
        self.plan_flow: PlanFlow | None = None
        self.advisor: Advisor | None = None
        self.day_planner: DayPlanner | None = None
        self.file_desk: FileDesk | None = None
        self.reminding: Reminding | None = None
        self._to_open: list[str] = []
        app = _application()
        app.setCursorFlashTime(0)  # a blinking caret would wake the idle program twice a second
        self.preferences = Preferences(services, theme, self)
        self.setWindowTitle("glutetimer")
        self.setMinimumSize(820, 440)
        self.resize(_fitting(app.primaryScreen().availableSize()))
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        # The names of the menus are seen at once; what is in them is made when the window stands.
        bar = self.menuBar()
        self._bar = (bar.addMenu("&File"), bar.addMenu("&View"), bar.addMenu("&Help"))
        self.home = Tabs(services, self.preferences, self.stack)
        self.host = SessionStarter(services, self.preferences, self.stack)
        self._connect()
        self.home.routines.show_first()
        self.home.routines.setFocus()

    def _connect(self) -> None:
        home, host = self.home, self.host
        home.settings_asked.connect(self.open_settings)
        home.again_asked.connect(host.start_again)
        home.routines.start_asked.connect(host.start)
        home.routines.filled.connect(self._greet)
        home.routines.filled.connect(self._prepare_chosen)
        host.opened.connect(self._enter_session)
        host.left.connect(self._leave_session)
        host.morning_wished.connect(self.preferences.ask_morning)
        host.trouble_met.connect(home.notify_trouble)
        host.notice_given.connect(home.notify)
        app = _application()
        app.commitDataRequest.connect(self.keep_all)  # the person logs out
        app.aboutToQuit.connect(self.keep_all)
        self.preferences.changed.connect(home.set_settings)
        self.preferences.trouble_met.connect(home.notify_trouble)

    @Slot()
    def _greet(self) -> None:
        """The first page is shown: now everything else."""
        if self.menus is not None:
            return
        self.stands.emit()
        from glutetimer.ui.editor.flow import RoutineFlow
        from glutetimer.ui.plans.flow import PlanFlow
        from glutetimer.ui.routines.advisor import Advisor
        from glutetimer.ui.routines.day_planner import DayPlanner
        from glutetimer.ui.window.file_desk import FileDesk
        from glutetimer.ui.window.menus import Menus
        from glutetimer.ui.window.reminding import Reminding
        from glutetimer.ui.window.start_questions import StartQuestions

        home, preferences = self.home, self.preferences
        self.menus = Menus(self._services, preferences, home, self, self._bar)
        self.menus.settings_asked.connect(self.open_settings)
        home.reminders_asked.connect(self.open_reminders)
        home.notify(*preferences.take_notices(), *self._services.opened.notices)
        self.advisor = Advisor(self._services, home.routines, self)
        self.advisor.settings_saved.connect(preferences.use)
        self.advisor.trouble_met.connect(home.notify_trouble)
        self.host.opened.connect(self.advisor.forget)
        self.advisor.refresh()
        self.routine_flow = RoutineFlow(self._services, home.routines, self._bar[0], self)
        self.routine_flow.bar_made.connect(home.add_bar)
        self.routine_flow.notice_given.connect(home.notify)
        self.plan_flow = PlanFlow(self._services, preferences, home, self._bar[1], self)
        self.plan_flow.start_asked.connect(self.host.start)
        self.plan_flow.trouble_met.connect(home.notify_trouble)
        self.day_planner = DayPlanner(self._services, home.routines, self)
        self.day_planner.trouble_met.connect(home.notify_trouble)
        self.plan_flow.found.connect(self.day_planner.take_plan)
        home.routines.home.today.plans_asked.connect(self.plan_flow.open)
        self.plan_flow.reload()
        home.routines.home.begin_with_today()
        self.file_desk = FileDesk(self._services, preferences, home, self.routine_flow, self)
        opening = self.file_desk.opening
        self.menus.check_asked.connect(opening.check_own)
        opening.start_asked.connect(self.host.start)
        opening.today_asked.connect(self.day_planner.start)
        questions = StartQuestions(self._services, preferences, self)
        questions.go_on_asked.connect(self.host.go_on)
        questions.settled.connect(home.refresh)
        questions.trouble_met.connect(home.notify_trouble)
        questions.begin()
        self.reminding = Reminding(self._services, preferences, home, opening, self)
        while self._to_open:
            opening.open(self._to_open.pop(0))

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Open a file, whatever it is: a routine, one of another program, one with mistakes.

        It waits until the window stands, and for the end of a session or of a dialog.
        """
        if self.file_desk is None:
            self._to_open.append(path)
        else:
            self.file_desk.opening.open(path)

    # Sessions

    @Slot()
    def _prepare_chosen(self) -> None:
        self.host.prepare_soon(self.home.routines.chosen)

    @Slot()
    def _enter_session(self) -> None:
        self._set_in_session(True)

    @Slot()
    def _leave_session(self) -> None:
        self.stack.setCurrentWidget(self.home)
        self._set_in_session(False)
        self.home.routines.forget_today()
        self.home.refresh()
        self.home.routines.setFocus()

    def _set_in_session(self, is_running: bool) -> None:
        for part in (self.menus, self.routine_flow, self.plan_flow, self.file_desk, self.reminding):
            if part is not None:
                part.set_in_session(is_running)

    @Slot()
    def open_settings(self) -> "SettingsDialog":
        """Open the settings, for the routine that is chosen; returns their dialog."""
        from glutetimer.ui.settings.dialog import SettingsDialog

        settings, routine_id = self.preferences.settings, self.home.routines.chosen
        dialog = SettingsDialog(self._services, settings, routine_id, self.host.player, self)
        dialog.accepted.connect(self._take_settings)
        dialog.history_restored.connect(self._take_restored)
        dialog.finished.connect(self._settings_closed)
        self._settings_dialog = dialog
        dialog.open()
        return dialog

    @Slot()
    def open_reminders(self) -> None:
        """Open the settings at the reminders."""
        self.open_settings().show_reminders()

    @Slot()
    def _take_settings(self) -> None:
        if self._settings_dialog is not None:
            self.preferences.use(self._settings_dialog.settings())

    @Slot()
    def _take_restored(self) -> None:
        if self.menus is not None:
            self.menus.your_history.forget_import()
        self.home.renew_history()

    @Slot()
    def _settings_closed(self) -> None:
        self._settings_dialog = None
        if self.advisor is not None:
            self.advisor.refresh()
        self.home.notify(*self.host.take_notices())

    @Slot()
    def keep_all(self) -> None:
        """Store what is not stored yet: the program ends. `is_all_kept` tells what came of it."""
        self.is_all_kept = self.host.keep_all()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask first if a session is running; then end the player and close."""
        if not self.host.may_close():
            event.ignore()
            return
        self.closing.emit()
        self.keep_all()
        self.home.save()
        self.host.close()
        event.accept()
        super().closeEvent(event)


def _fitting(room: QSize) -> QSize:
    """The size of the window on a screen with so much room; its frame has to fit as well."""
    frame = QSize(2 * FRAME_SIDE_PX, TITLE_BAR_PX + FRAME_SIDE_PX)
    return QSize(1280, 800).boundedTo(room - frame)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
