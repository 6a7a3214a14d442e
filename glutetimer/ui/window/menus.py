"""The menu bar of the window, and what is chosen in it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.ui.preferences import Preferences
from glutetimer.ui.sharing.sound_file_dialog import SoundFileChooser
from glutetimer.ui.widgets.safety_dialog import SafetyDialog
from glutetimer.ui.window.about import AboutDialog
from glutetimer.ui.window.history_menu import HistoryMenu
from glutetimer.ui.window.manual import Manual
from glutetimer.ui.window.tabs import Tabs

THEME_NAMES = {Theme.SYSTEM: "As the &system", Theme.LIGHT: "&Light", Theme.DARK: "&Dark"}


class Menus(QObject):
    """Fills the three menus of a window when it stands, not before."""

    settings_asked = Signal()
    check_asked = Signal()

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        home: Tabs,
        window: QMainWindow,
        menus: tuple[QMenu, QMenu, QMenu],
    ) -> None:
        """`menus` are File, View and Help, still empty."""
        super().__init__(window)
        self._services = services
        self._preferences = preferences
        self._home = home
        self._window = window
        self._idle: list[QAction] = []
        file, view, help_menu = menus
        self._fill_file(file)
        self._fill_view(view)
        self._action(help_menu, "&Manual", self.show_manual, "F1")
        self._action(help_menu, "&Keys", self.show_keys)
        self._action(help_menu, "&Safety", self.show_safety, is_always=True)
        about = self._action(help_menu, "&About glutetimer", self.show_about, is_always=True)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _fill_file(self, menu: QMenu) -> None:
        home, window = self._home, self._window
        self._action(menu, "&Open data folder", self.open_data_folder, is_always=True)
        self._action(menu, "&Check files…", self.check_asked)
        self.reload = self._action(menu, "&Reload routines", home.reload, "F5")
        self.save_sound = self._action(menu, "Save as a sou&nd file…", self.save_sound_file)
        self._action(menu, "Sa&ve a copy…", self.save_copy, "Ctrl+Shift+S")
        self._action(menu, "&Print handout…", self.print_handout, "Ctrl+P")
        self.your_history = HistoryMenu(self._services, window, menu)
        self.your_history.history_changed.connect(home.refresh)
        self.your_history.bar_made.connect(home.add_bar)
        self.your_history.notice_given.connect(home.notify)
        home.report_asked.connect(self.your_history.open_report)
        home.calendar_asked.connect(self.your_history.open_calendar)
        menu.addSeparator()
        settings = self._action(menu, "&Settings…", self.settings_asked, "Ctrl+,")
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        menu.addSeparator()
        leave = self._action(menu, "&Quit", window.close, "Ctrl+Q", is_always=True)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        # Its key works in a session too, where the bar is hidden.
        window.addAction(leave)

    def _fill_view(self, menu: QMenu) -> None:
        home = self._home
        self._action(menu, "&Routines", home.show_routines, "Ctrl+1")
        self._action(menu, "&Exercises", home.show_exercises, "Ctrl+2")
        self._action(menu, "&History", home.show_history, "Ctrl+3")
        menu.addSeparator()
        self._full_screen = self._action(menu, "&Full screen", self.toggle_full_screen, "F11")
        size = menu.addMenu("Te&xt size")
        larger = self._action(size, "&Larger", self._preferences.larger_text)
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._action(size, "&Smaller", self._preferences.smaller_text, "Ctrl+-")
        self._action(size, "&Usual", self._preferences.usual_text, "Ctrl+0")
        self.themes = QActionGroup(self)
        themes = menu.addMenu("&Theme")
        for theme, name in THEME_NAMES.items():
            action = self.themes.addAction(name)
            action.setCheckable(True)
            action.setData(theme.value)
            themes.addAction(action)
        self.themes.triggered.connect(self._choose_theme)
        self._preferences.changed.connect(self._mark_theme)
        self._mark_theme(self._preferences.settings)

    def _action(
        self,
        menu: QMenu,
        text: str,
        act: Callable[..., object] | SignalInstance,
        keys: str = "",
        *,
        is_always: bool = False,
    ) -> QAction:
        """Add an action that calls a slot; `is_always`: in a session, too."""
        action = QAction(text, self)
        action.setShortcut(keys)
        action.triggered.connect(act)
        menu.addAction(action)
        if not is_always:
            self._idle.append(action)
        return action

    def set_in_session(self, is_running: bool) -> None:
        """Hide the bar, and leave the keys to the session while it is shown."""
        self._window.menuBar().setVisible(not is_running)
        for action in (*self._idle, *self.your_history.menu.actions()):
            action.setEnabled(not is_running)

    # File

    @Slot()
    def open_data_folder(self) -> None:
        """Show the folder of the person's own files."""
        folder = self._services.data_dir
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._home.notify(Notice("The folder could not be opened.", f"It is {folder}"))

    @Slot()
    def save_sound_file(self) -> None:
        """Ask for a name, and make a sound file of the chosen routine."""
        settings, routine_id = self._preferences.settings, self._home.routines.chosen
        try:
            SoundFileChooser(self._services, settings, routine_id, self._window).open()
        except Trouble as trouble:
            self._home.notify_trouble(trouble)

    @Slot()
    def save_copy(self) -> None:
        """Ask for a name, and write the chosen routine into a file for somebody else."""
        from glutetimer.ui.sharing.copy_dialog import CopyChooser

        try:
            chooser = CopyChooser(self._services, self._home.routines.chosen, self._window)
        except Trouble as trouble:
            self._home.notify_trouble(trouble)
            return
        chooser.notice_given.connect(self._home.notify)
        chooser.open()

    @Slot()
    def print_handout(self) -> None:
        """Ask for a name, and make a sheet of the chosen routine to print."""
        from glutetimer.ui.sharing.handout_dialog import HandoutChooser

        settings, routine_id = self._preferences.settings, self._home.routines.chosen
        try:
            chooser = HandoutChooser(self._services, settings, routine_id, self._window)
        except Trouble as trouble:
            self._home.notify_trouble(trouble)
            return
        chooser.notice_given.connect(self._home.notify)
        chooser.open()

    # View

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer; a maximised window stays so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self._preferences.save(replace(self._preferences.settings, theme=Theme(action.data())))

    @Slot(object)
    def _mark_theme(self, settings: Settings) -> None:
        for action in self.themes.actions():
            action.setChecked(action.data() == settings.theme.value)

    # Help

    @Slot()
    def show_manual(self) -> None:
        """Open the manual beside the window."""
        self._open_manual("start")

    @Slot()
    def show_keys(self) -> None:
        """Open the manual at the keys."""
        self._open_manual("keys")

    def _open_manual(self, page: str) -> None:
        keys = self._preferences.settings.keys
        Manual(Path(self._services.manual_dir), page, self._window, keys).show()

    @Slot()
    def show_safety(self) -> None:
        """Show the words on safety."""
        SafetyDialog(False, self._window).open()

    @Slot()
    def show_about(self) -> None:
        """Say what the program is."""
        AboutDialog(self._window).open()
