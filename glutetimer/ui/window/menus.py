"""The menu bar of the window."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices
from PySide6.QtWidgets import QMainWindow, QMenu

from glutetimer.core.notice import Notice
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import Theme
from glutetimer.ui.archive.menu import HistoryMenu
from glutetimer.ui.sharing.menu import SharingMenu

THEME_NAMES = {Theme.SYSTEM: "As the &system", Theme.LIGHT: "&Light", Theme.DARK: "&Dark"}


class Menus(QObject):
    """Fills the three menus of a window when it stands, not before.

    It does itself what needs no page; the other actions are public.
    """

    notice_given = Signal(Notice)
    """Something did not work."""

    def __init__(
        self, services: Services, window: QMainWindow, file: QMenu, view: QMenu, help_menu: QMenu
    ) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._open_data = self._action(file, "&Open data folder")
        self._check_file = self._action(file, "&Check a file…")
        self.reload = self._action(file, "&Reload routines", "F5")
        self.save_sound = self._action(file, "Save as a sou&nd file…")
        self.print_handout = self._action(file, "&Print handout…", "Ctrl+P")
        self.your_history = HistoryMenu(services, window, file)
        self._sharing = SharingMenu(services, window, self.your_history.menu)
        file.addSeparator()
        self.settings = self._action(file, "&Settings…", "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        file.addSeparator()
        self._quit = self._action(file, "&Quit", "Ctrl+Q")
        self._quit.setMenuRole(QAction.MenuRole.QuitRole)
        # Its key works in a session too, where the bar is hidden.
        window.addAction(self._quit)
        self.routines = self._action(view, "&Routines", "Ctrl+1")
        self.exercises = self._action(view, "&Exercises", "Ctrl+2")
        self.history = self._action(view, "&History", "Ctrl+3")
        view.addSeparator()
        self._full_screen = self._action(view, "&Full screen", "F11")
        self._add_themes(view)
        self._manual = self._action(help_menu, "&Manual", "F1")
        self._keys = self._action(help_menu, "&Keys")
        self._safety = self._action(help_menu, "&Safety")
        self._about = self._action(help_menu, "&About glutetimer")
        self._about.setMenuRole(QAction.MenuRole.AboutRole)
        self._connect()

    def _add_themes(self, view: QMenu) -> None:
        self.themes = QActionGroup(self)
        menu = view.addMenu("&Theme")
        for theme, name in THEME_NAMES.items():
            action = self._action(menu, name)
            action.setCheckable(True)
            action.setData(theme.value)
            self.themes.addAction(action)

    def _connect(self) -> None:
        self.your_history.notice_given.connect(self.notice_given)
        self._sharing.notice_given.connect(self.notice_given)
        self._open_data.triggered.connect(self.open_data_folder)
        self._check_file.triggered.connect(self.check_file)
        self._quit.triggered.connect(self._window.close)
        self._full_screen.triggered.connect(self.toggle_full_screen)
        self._manual.triggered.connect(self.show_manual)
        self._keys.triggered.connect(self.show_keys)
        self._safety.triggered.connect(self.show_safety)
        self._about.triggered.connect(self.show_about)

    def set_in_session(self, is_running: bool) -> None:
        """Hide the bar, and leave the keys to the session while it is shown."""
        self.your_history.set_in_session(is_running)
        self._window.menuBar().setVisible(not is_running)
        for action in (
            self._check_file,
            self.reload,
            self.save_sound,
            self.print_handout,
            self.routines,
            self.exercises,
            self.history,
            self.settings,
            self._full_screen,
            self._manual,
            self._keys,
        ):
            action.setEnabled(not is_running)

    @Slot()
    def open_data_folder(self) -> None:
        """Show the folder of the person's own files."""
        folder = self._services.data_dir
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self.notice_given.emit(Notice("The folder could not be opened.", f"It is {folder}"))

    @Slot()
    def check_file(self) -> None:
        """Ask for a routine file and say what is wrong with it, if anything is."""
        from glutetimer.ui.window.check_file import FileChecker

        FileChecker(self._services.library, self._services.data_dir, self._window).open()

    @Slot()
    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer; a maximised window stays so."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def show_manual(self) -> None:
        """Open the manual beside the window."""
        self._open_manual("start")

    @Slot()
    def show_keys(self) -> None:
        """Open the manual at the keys."""
        self._open_manual("keys")

    def _open_manual(self, page: str) -> None:
        from glutetimer.ui.window.manual import Manual

        Manual(Path(self._services.manual_dir), page, self._window).show()

    @Slot()
    def show_safety(self) -> None:
        """Show the words on safety."""
        from glutetimer.ui.widgets.safety_dialog import SafetyDialog

        SafetyDialog(False, self._window).open()

    @Slot()
    def show_about(self) -> None:
        """Say what the program is."""
        from glutetimer.ui.window.about import AboutDialog

        AboutDialog(self._window).open()

    def _action(self, menu: QMenu, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(keys)
        menu.addAction(action)
        return action
