"""The window: its menus and dialogs around the tabs, and the session in place of them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings, Theme
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.session.session_starter import SessionStarter
from glutetimer.ui.window.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent

    from glutetimer.ui.editor.flow import RoutineFlow
    from glutetimer.ui.routines.advisor import Advisor
    from glutetimer.ui.settings.dialog import SettingsDialog
    from glutetimer.ui.window.menus import Menus
    from glutetimer.ui.window.start_questions import StartQuestions

# Before the first showing no window system tells how large a frame will be: ample guesses.
TITLE_BAR_PX = 40
FRAME_SIDE_PX = 8


class MainWindow(QMainWindow):
    """The whole program as a person sees it: `home` with its tabs, and the session of `host`.

    Menus, dialogs and advice are imported and made when the first page is shown, or later;
    until then `menus` and `advisor` are None.
    """

    closing = Signal()
    """It is about to be closed, and nobody has anything against it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.is_all_kept = True
        self._settings_dialog: SettingsDialog | None = None
        self._greeter: StartQuestions | None = None
        self.menus: Menus | None = None
        self.routine_flow: RoutineFlow | None = None
        self.advisor: Advisor | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setCursorFlashTime(0)  # a blinking caret would wake the idle program twice a second
        self.preferences = Preferences(services.settings_store, self)
        self.setWindowTitle("glutetimer")
        self.setMinimumSize(820, 520)
        self.resize(_fitting(app.primaryScreen().availableSize()))
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        # The names of the menus are seen at once; what is in them is made when the window stands.
        bar = self.menuBar()
        self._bar = (bar.addMenu("&File"), bar.addMenu("&View"), bar.addMenu("&Help"))
        self.home = Tabs(services, self.preferences.settings, self.stack)
        self.host = SessionStarter(services, self.preferences, self.stack)
        self._connect()
        self.home.notify(*self.preferences.notices)
        self.home.routines.reload()
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
        host.morning_wished.connect(self._note_morning)
        host.trouble_met.connect(home.notify_trouble)
        host.notice_given.connect(home.notify)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(self.keep_all)  # the person logs out
        app.aboutToQuit.connect(self.keep_all)
        self.preferences.changed.connect(home.set_settings)
        self.preferences.changed.connect(self._mark_theme)
        self.preferences.trouble_met.connect(home.notify_trouble)

    def player(self) -> CuePlayer:
        """The player of the cues, made when it is first asked for."""
        return self.host.player()

    # The first page is shown: now everything else

    @Slot()
    def _greet(self) -> None:
        if self._greeter is not None:
            return
        self._fill_menus()
        self.home.notify(*self._services.opened.notices)
        from glutetimer.ui.routines.advisor import Advisor
        from glutetimer.ui.window.start_questions import StartQuestions

        self.advisor = Advisor(self._services, self.home.routines, self)
        self.advisor.settings_saved.connect(self.preferences.use)
        self.advisor.trouble_met.connect(self.home.notify_trouble)
        self.advisor.refresh()
        self._greeter = StartQuestions(self._services, self)
        self._greeter.safety_read.connect(self._note_safety_read)
        self._greeter.go_on_asked.connect(self.host.go_on)
        self._greeter.settled.connect(self.home.refresh)
        self._greeter.trouble_met.connect(self.home.notify_trouble)
        self._greeter.greet(self.preferences.settings)

    def _fill_menus(self) -> None:
        from glutetimer.ui.editor.flow import RoutineFlow
        from glutetimer.ui.window.menus import Menus

        home = self.home
        menus = self.menus = Menus(self._services, self, *self._bar)
        menus.reload.triggered.connect(home.reload)
        menus.save_sound.triggered.connect(self.save_sound_file)
        menus.print_handout.triggered.connect(self.print_handout)
        menus.settings.triggered.connect(self.open_settings)
        menus.routines.triggered.connect(home.show_routines)
        menus.exercises.triggered.connect(home.show_exercises)
        menus.history.triggered.connect(home.show_history)
        menus.themes.triggered.connect(self._choose_theme)
        menus.your_history.history_changed.connect(home.refresh)
        menus.your_history.bar_made.connect(home.add_bar)
        menus.notice_given.connect(home.notify)
        self.routine_flow = RoutineFlow(self._services, home.routines, self._bar[0], self)
        self.routine_flow.bar_made.connect(home.add_bar)
        self.routine_flow.notice_given.connect(home.notify)
        self._mark_theme(self.preferences.settings)

    # Sessions

    @Slot()
    def _prepare_chosen(self) -> None:
        self.host.prepare_soon(self.home.routines.chosen)

    @Slot()
    def _enter_session(self) -> None:
        self._set_in_session(True)
        if self.advisor is not None:
            self.advisor.forget()

    @Slot()
    def _leave_session(self) -> None:
        self.stack.setCurrentWidget(self.home)
        self._set_in_session(False)
        self.home.routines.forget_today()
        self.home.refresh()
        self.home.routines.setFocus()

    def _set_in_session(self, is_running: bool) -> None:
        if self.menus is not None:
            self.menus.set_in_session(is_running)
        if self.routine_flow is not None:
            self.routine_flow.set_in_session(is_running)

    # Dialogs

    @Slot()
    def save_sound_file(self) -> None:
        """Ask for a name, and make a sound file of the chosen routine."""
        from glutetimer.ui.sharing.sound_file_dialog import SoundFileChooser

        settings, routine_id = self.preferences.settings, self.home.routines.chosen
        try:
            SoundFileChooser(self._services, settings, routine_id, self).open()
        except Trouble as trouble:
            self.home.notify_trouble(trouble)

    @Slot()
    def print_handout(self) -> None:
        """Ask for a name, and make a sheet of the chosen routine to print."""
        from glutetimer.ui.sharing.handout_dialog import HandoutChooser

        settings, routine_id = self.preferences.settings, self.home.routines.chosen
        try:
            chooser = HandoutChooser(self._services, settings, routine_id, self)
        except Trouble as trouble:
            self.home.notify_trouble(trouble)
            return
        chooser.notice_given.connect(self.home.notify)
        chooser.open()

    @Slot()
    def open_settings(self) -> None:
        """Open the settings, for the routine that is chosen."""
        from glutetimer.ui.settings.dialog import SettingsDialog

        settings, routine_id = self.preferences.settings, self.home.routines.chosen
        dialog = SettingsDialog(self._services, settings, routine_id, self.player, self)
        dialog.accepted.connect(self._take_settings)
        dialog.history_restored.connect(self._take_restored)
        dialog.finished.connect(self._settings_closed)
        self._settings_dialog = dialog
        dialog.open()

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

    # Settings that are changed elsewhere than in their dialog

    @Slot(object)
    def _choose_theme(self, action: "QAction") -> None:
        self.preferences.save(replace(self.preferences.settings, theme=Theme(action.data())))

    @Slot(object)
    def _mark_theme(self, settings: Settings) -> None:
        if self.menus is None:
            return
        for action in self.menus.themes.actions():
            action.setChecked(action.data() == settings.theme.value)

    @Slot()
    def _note_safety_read(self) -> None:
        self.preferences.save(replace(self.preferences.settings, safety_read=True))

    @Slot(bool)
    def _note_morning(self, is_wished: bool) -> None:
        self.preferences.save(replace(self.preferences.settings, ask_morning=is_wished))

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
