"""The window: three tabs, a bar for notices, and the session in place of them while it runs."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.errors import Trouble
from glutetimer.core.ports import CuePlayer, Notice, Services
from glutetimer.core.settings import Settings, Theme
from glutetimer.ui.controls import push_button, text_label
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.theme import Space, apply_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent

    from glutetimer.core.records import SessionSummary
    from glutetimer.core.today import Today
    from glutetimer.ui.advice.advisor import Advisor
    from glutetimer.ui.exercises.page import ExercisesPage
    from glutetimer.ui.greeter import Greeter
    from glutetimer.ui.history.tab import HistoryTab
    from glutetimer.ui.menus import Menus
    from glutetimer.ui.notice_bar import NoticeBar
    from glutetimer.ui.session.page import SessionPage
    from glutetimer.ui.settings.dialog import SettingsDialog

ROUTINES, EXERCISES, HISTORY = 0, 1, 2

# Before the first showing no window system tells how large a frame will be: ample guesses.
TITLE_BAR_PX = 40
FRAME_SIDE_PX = 8


class MainWindow(QMainWindow):
    """The whole program as a person sees it.

    Pages and dialogs other than the first page are imported and made when they are first
    wanted. The window makes the player (once, when sound is needed) and closes it when it is
    closed itself.
    """

    closing = Signal()
    """It is about to be closed, and nobody has anything against it."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._player: CuePlayer | None = None
        self._history: HistoryTab | None = None
        self._exercises: ExercisesPage | None = None
        self._session: SessionPage | None = None
        self._settings_dialog: SettingsDialog | None = None
        self._greeter: Greeter | None = None
        self._advisor: Advisor | None = None
        try:
            self._settings, found = services.settings_store.load()
        except Trouble as trouble:
            self._settings, found = Settings(), (Notice(str(trouble)),)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        app.setCursorFlashTime(0)  # a blinking caret would wake the idle program twice a second
        apply_theme(app, self._settings.theme)
        self.setWindowTitle("glutetimer")
        self.setMinimumSize(820, 520)
        self.resize(_fitting(app.primaryScreen().availableSize()))
        self._menus: Menus | None = None
        self._notices: NoticeBar | None = None
        self._lay_out()
        self._connect()
        self._notify(*found)
        self._routines.reload()
        self._routines.setFocus()

    def _lay_out(self) -> None:
        # From the outside in: whatever is put into something later is styled once more.
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._home = QWidget()
        self._stack.addWidget(self._home)
        # The names of the menus are seen at once; what is in them is made when the window stands.
        bar = self.menuBar()
        self._bar = (bar.addMenu("&File"), bar.addMenu("&View"), bar.addMenu("&Help"))
        column = QVBoxLayout(self._home)
        # Pages keep their right margin themselves: their scroll bars stand in it.
        column.setContentsMargins(Space.XL, Space.M, 0, Space.XL)
        column.setSpacing(Space.L)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, 0, Space.XL, 0)
        self._top.setSpacing(Space.L)
        column.addLayout(self._top)
        header = QHBoxLayout()
        header.setSpacing(Space.XL)
        self._top.addLayout(header)
        header.addWidget(text_label("glutetimer", "title"))
        self._tabs = QTabBar()
        header.addWidget(self._tabs)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName("Pages")
        self._tabs.addTab("Routines")
        self._tabs.addTab("Exercises")
        self._tabs.addTab("History")
        header.addStretch(1)
        self._settings_button = push_button("Settings", "quiet", "Settings (Ctrl+,)")
        self._settings_button.setAutoDefault(True)
        header.addWidget(self._settings_button)
        self._pages = QStackedWidget()
        column.addWidget(self._pages, 1)
        self._routines = RoutinesPage(self._services, self._settings, self._pages)
        self._pages.addWidget(self._routines)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._show_tab)
        self._settings_button.clicked.connect(self.open_settings)
        self._routines.start_asked.connect(self.start_routine)
        self._routines.trouble_met.connect(self._notify_trouble)
        self._routines.filled.connect(self._greet)

    def _fill_menus(self) -> None:
        from glutetimer.ui.menus import Menus

        menus = self._menus = Menus(self._services, self, *self._bar)
        menus.reload.triggered.connect(self.reload)
        menus.save_sound.triggered.connect(self.save_sound_file)
        menus.settings.triggered.connect(self.open_settings)
        menus.routines.triggered.connect(self.show_routines)
        menus.exercises.triggered.connect(self.show_exercises)
        menus.print_handout.triggered.connect(self.print_handout)
        menus.history.triggered.connect(self.show_history)
        menus.themes.triggered.connect(self._choose_theme)
        menus.your_history.history_changed.connect(self._refresh)
        menus.your_history.bar_made.connect(self._top.addWidget)
        menus.notice_given.connect(self._notify)
        self._mark_theme()

    # Notices

    @Slot(Notice)
    def _notify(self, *notices: Notice) -> None:
        """Show notices at the top; the bar is made for the first one."""
        if not notices:
            return
        if self._notices is None:
            from glutetimer.ui.notice_bar import NoticeBar

            self._notices = NoticeBar()
            self._top.addWidget(self._notices)
        self._notices.add(notices)

    @Slot(Trouble)
    def _notify_trouble(self, trouble: Trouble) -> None:
        from glutetimer.ui.notice_bar import notice_of

        self._notify(notice_of(trouble))

    # Pages

    @Slot()
    def show_routines(self) -> None:
        """Go to the routines."""
        self._tabs.setCurrentIndex(ROUTINES)

    @Slot()
    def show_history(self) -> None:
        """Go to the history."""
        self._tabs.setCurrentIndex(HISTORY)

    @Slot()
    def show_exercises(self) -> None:
        """Go to the exercises."""
        self._tabs.setCurrentIndex(EXERCISES)

    @Slot(int)
    def _show_tab(self, tab: int) -> None:
        page = self._page(tab)
        self._pages.setCurrentWidget(page)
        # Whoever walks through the tabs by arrow keys stays there.
        if not self._tabs.hasFocus():
            page.setFocus()

    def _page(self, tab: int) -> QWidget:
        """The page of a tab, made when it is first wanted."""
        if tab == EXERCISES:
            return self._exercises or self._make_exercises()
        if tab == HISTORY:
            return self._history or self._make_history()
        return self._routines

    def _make_history(self) -> QWidget:
        from glutetimer.ui.history.tab import HistoryTab

        self._history = HistoryTab(self._services, self._settings, self)
        self._history.trouble_met.connect(self._notify_trouble)
        self._history.again_asked.connect(self._start_again)
        self._pages.addWidget(self._history)
        self._history.refresh()
        return self._history

    def _make_exercises(self) -> QWidget:
        from glutetimer.ui.exercises.page import ExercisesPage

        self._exercises = ExercisesPage(self._services, self._settings, self)
        self._exercises.trouble_met.connect(self._notify_trouble)
        self._pages.addWidget(self._exercises)
        self._exercises.reload()
        return self._exercises

    # Sessions

    def player(self) -> CuePlayer:
        """The player of the cues, made when it is first asked for."""
        if self._player is None:
            self._player = self._services.make_player()
        return self._player

    @Slot(str, object)
    def start_routine(self, routine_id: str, today: "Today | None" = None) -> None:
        """Begin a routine, in the usual dose unless another one is given."""
        self._start(routine_id, today)

    @Slot(object)
    def _start_again(self, session: "SessionSummary") -> None:
        """Begin the routine of a past session in the dose of that day."""
        from glutetimer.core.today import Today

        self._start(session.start.routine_id, Today.parse(session.start.dose))

    def _start(
        self,
        routine_id: str,
        today: "Today | None" = None,
        first_set: int = 0,
        continues: int | None = None,
    ) -> None:
        from glutetimer.core.coach import Coach
        from glutetimer.ui.session.page import SessionPage

        services = self._services
        try:
            coach = Coach(
                services.library.routine(routine_id),
                self._settings,
                services.clock,
                services.history,
                self.player(),
                today=today,
                first_set=first_set,
                continues=continues,
            )
        except Trouble as trouble:
            self._notify_trouble(trouble)
            return
        if self._session is None:
            self._session = SessionPage(services, self.player(), self)
            self._session.session_closed.connect(self._leave_session)
            self._session.morning_wished.connect(self._note_morning)
            self._stack.addWidget(self._session)
        self._set_in_session(True)
        self._stack.setCurrentWidget(self._session)
        if self._advisor is not None:
            self._advisor.forget()
        self._session.start(coach, self._settings)

    @Slot()
    def _leave_session(self) -> None:
        self._stack.setCurrentWidget(self._home)
        self._set_in_session(False)
        self._routines.forget_today()
        self._refresh()
        self._routines.setFocus()

    @Slot()
    def _refresh(self) -> None:
        """Show what the history says now."""
        self._routines.refresh_last_done()
        if self._history is not None:
            self._history.refresh()

    @Slot()
    def reload(self) -> None:
        """Read the files again."""
        self._routines.reload()
        if self._exercises is not None:
            self._exercises.reload()

    @Slot()
    def save_sound_file(self) -> None:
        """Ask for a name, and make a sound file of the chosen routine."""
        from glutetimer.ui.render_dialog import SoundFileChooser

        try:
            SoundFileChooser(self._services, self._settings, self._routines.chosen, self).open()
        except Trouble as trouble:
            self._notify_trouble(trouble)

    @Slot()
    def print_handout(self) -> None:
        """Ask for a name, and make a sheet of the chosen routine to print."""
        from glutetimer.ui.handout.dialog import HandoutChooser

        try:
            chooser = HandoutChooser(self._services, self._settings, self._routines.chosen, self)
        except Trouble as trouble:
            self._notify_trouble(trouble)
            return
        chooser.notice_given.connect(self._notify)
        chooser.open()

    # Settings

    @Slot()
    def open_settings(self) -> None:
        """Open the settings, for the routine that is chosen."""
        from glutetimer.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(
            self._services, self._settings, self._routines.chosen, self.player, self
        )
        dialog.accepted.connect(self._take_settings)
        dialog.history_restored.connect(self._take_restored)
        dialog.finished.connect(self._settings_closed)
        self._settings_dialog = dialog
        dialog.open()

    @Slot()
    def _take_settings(self) -> None:
        if self._settings_dialog is not None:
            self._use(self._settings_dialog.settings())

    @Slot()
    def _take_restored(self) -> None:
        """Show the history that has come in place of the other: nothing known of that one holds."""
        if self._menus is not None:
            self._menus.your_history.forget_import()
        if self._history is not None:
            self._pages.removeWidget(self._history)
            self._history.deleteLater()
            self._history = None
            if self._tabs.currentIndex() == HISTORY:
                self._show_tab(HISTORY)
        self._routines.refresh_last_done()

    @Slot()
    def _settings_closed(self) -> None:
        self._settings_dialog = None
        if self._advisor is not None:
            self._advisor.refresh()
        if self._player is not None:
            self._notify(*self._player.take_notices())

    @Slot(object)
    def _choose_theme(self, action: "QAction") -> None:
        self._save(replace(self._settings, theme=Theme(action.data())))

    def _save(self, settings: Settings) -> None:
        self._use(settings)
        try:
            self._services.settings_store.save(settings)
        except Trouble as trouble:
            self._notify_trouble(trouble)

    @Slot(object)
    def _use(self, settings: Settings) -> None:
        self._settings = settings
        apply_theme(self._app, settings.theme)
        self._mark_theme()
        if self._player is not None:
            self._player.set_settings(settings)
        self._routines.set_settings(settings)
        if self._exercises is not None:
            self._exercises.set_settings(settings)
        if self._history is not None:
            self._history.set_settings(settings)
        if self._session is not None:
            self._session.set_settings(settings)

    def _set_in_session(self, is_running: bool) -> None:
        if self._menus is not None:
            self._menus.set_in_session(is_running)

    def _mark_theme(self) -> None:
        if self._menus is None:
            return
        for action in self._menus.themes.actions():
            action.setChecked(action.data() == self._settings.theme.value)

    # What is asked at the start

    @Slot()
    def _greet(self) -> None:
        if self._greeter is not None:
            return
        self._fill_menus()
        self._notify(*self._services.opened.notices)
        from glutetimer.ui.advice.advisor import Advisor
        from glutetimer.ui.greeter import Greeter

        self._advisor = Advisor(self._services, self._routines, self)
        self._advisor.settings_saved.connect(self._use)
        self._advisor.trouble_met.connect(self._notify_trouble)
        self._advisor.refresh()
        self._greeter = Greeter(self._services, self)
        self._greeter.safety_read.connect(self._note_safety_read)
        self._greeter.go_on_asked.connect(self._go_on)
        self._greeter.settled.connect(self._refresh)
        self._greeter.trouble_met.connect(self._notify_trouble)
        self._greeter.greet(self._settings)

    @Slot()
    def _note_safety_read(self) -> None:
        self._save(replace(self._settings, safety_read=True))

    @Slot(bool)
    def _note_morning(self, is_wished: bool) -> None:
        self._save(replace(self._settings, ask_morning=is_wished))

    @Slot(object, int)
    def _go_on(self, session: "SessionSummary", first_set: int) -> None:
        from glutetimer.core.today import Today

        start = session.start
        self._start(start.routine_id, Today.parse(start.dose), first_set, session.id)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask first if a session is running; then end the player and close."""
        session = self._session
        if session is not None and session.is_running() and not session.request_stop():
            event.ignore()
            return
        self.closing.emit()
        if self._history is not None:
            self._history.save()
        if self._player is not None:
            self._player.close()
            self._player = None
        event.accept()
        super().closeEvent(event)


def _fitting(room: QSize) -> QSize:
    """The size of the window on a screen with so much room; its frame has to fit as well."""
    frame = QSize(2 * FRAME_SIDE_PX, TITLE_BAR_PX + FRAME_SIDE_PX)
    return QSize(1280, 800).boundedTo(room - frame)
