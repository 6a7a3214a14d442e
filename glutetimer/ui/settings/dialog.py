"""The settings dialog."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QRect, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.counts import one_line
from glutetimer.core.errors import Trouble
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.settings.data_page import DataPage
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.exercise_page import ExercisePage
from glutetimer.ui.settings.keys_page import KeysPage
from glutetimer.ui.settings.pages import progress_page, screen_page, timing_page
from glutetimer.ui.settings.reminders_page import RemindersPage
from glutetimer.ui.settings.switched_off import SwitchedOffCard
from glutetimer.ui.settings.voice_page import VoicePage
from glutetimer.ui.style.application import apply_text_size, apply_theme
from glutetimer.ui.style.text_size import grown, set_sizes
from glutetimer.ui.style.theme import Colors, Space
from glutetimer.ui.widgets.controls import push_button, separator, set_look, text_label
from glutetimer.ui.widgets.dialog import FRAME_PX
from glutetimer.ui.widgets.leave_dialog import LeaveDialog
from glutetimer.ui.widgets.notice_bar import NoticeBar
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.typed_field import TypedField, first_mistake

WIDTH_PX, WANTED_PX = 900, 700
PAGES = ("Voice", "Timing", "Screen", "Progress", "Reminders", "Exercises", "Keys", "Data")
"""What people change most stands first."""


class SettingsDialog(QDialog):
    """Changes the settings; OK saves them, Cancel leaves everything as it was.

    Esc and the frame's button ask before changes are given up. The chosen routine's length is
    shown as it changes with the settings. Theme and size of text are shown at once, and taken back
    by Cancel. `player` makes the player when the voice page is opened.
    """

    history_restored = Signal()
    """A backup has taken the place of the history, at once: Cancel does not take that back."""

    def __init__(
        self,
        services: Services,
        settings: Settings,
        routine_id: str,
        player: Callable[[], CuePlayer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Settings")
        room = parent.window().size() if parent else QSize(WIDTH_PX, WANTED_PX)
        room -= QSize(0, FRAME_PX)
        self.resize(QSize(grown(WIDTH_PX), WANTED_PX).boundedTo(room))
        self.setMinimumSize(720, 460)
        self._store = services.settings_store
        self._before = settings
        self._draft = Draft(settings, self)
        self._draft.changed.connect(self._follow)
        self._notices = NoticeBar()
        self._routine = self._read_routine(services, routine_id)
        try:
            exercises = services.library.exercises()
        except Trouble as trouble:
            exercises = {}
            self._notices.add_trouble(trouble)
        self.timing = timing_page(self._draft)
        self.exercises = ExercisePage(self._draft, exercises, self._routine)
        self.voice = VoicePage(self._draft, player)
        self.screen_fields = screen_page(self._draft)
        self.keys = KeysPage(self._draft)
        self.progress = progress_page(self._draft)
        self.switched_off = SwitchedOffCard(services, exercises)
        self.switched_off.trouble_met.connect(self._notices.add_trouble)
        self.progress.add(self.switched_off)
        self.reminders = RemindersPage(self._draft, services)
        self.data = DataPage(services)
        self.data.history_restored.connect(self.history_restored)
        self._lay_out()
        for field in self.findChildren(TypedField):
            field.mistake_changed.connect(self._follow)  # what is right again is said no more
        self._follow()
        self.nav.setFocus()

    def _lay_out(self) -> None:
        self.nav = RowList("Pages of the settings")
        self.nav.setItemDelegate(_NavDelegate(44, self.nav))
        set_sizes(self.nav, width_px=170)
        self._pages = QStackedWidget()
        for made in (
            self.voice,
            self.timing,
            self.screen_fields,
            self.progress,
            self.reminders,
            self.exercises,
            self.keys,
            self.data,
        ):
            self._pages.addWidget(made)
        self.nav.setModel(QStringListModel(PAGES, self.nav))
        self.nav.selectionModel().currentChanged.connect(self._show_page)
        self.open_page(0)
        self.total = text_label(look="strong", wraps=True)
        self._ok = push_button("OK", "primary")
        self._ok.setDefault(True)
        self._ok.clicked.connect(self.accept)
        cancel = push_button("Cancel")
        cancel.clicked.connect(self.discard)
        middle = QHBoxLayout()
        middle.setSpacing(Space.XL)
        middle.addWidget(self.nav)
        middle.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.setContentsMargins(0, 0, Space.L, 0)
        foot.addWidget(self.total, 1)
        foot.addWidget(cancel)
        foot.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.S, Space.L)
        column.setSpacing(Space.L)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, Space.L, 0)
        top.addWidget(self._notices)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(separator())
        column.addLayout(foot)
        self._save_key = QShortcut(QKeySequence("Ctrl+S"), self)
        self._save_key.activated.connect(self.accept)

    def open_page(self, number: int) -> None:
        """Show a page, counted from 0 as in `PAGES`."""
        self.nav.setCurrentIndex(self.nav.model().index(number, 0))

    def show_reminders(self) -> None:
        """Show their page."""
        self.open_page(PAGES.index("Reminders"))

    @Slot(QModelIndex, QModelIndex)
    def _show_page(self, index: QModelIndex, before: QModelIndex) -> None:
        self._pages.setCurrentIndex(index.row())
        if self._pages.currentWidget() is self.progress:
            self.switched_off.refresh()

    def settings(self) -> Settings:
        """The settings as they stand in the dialog."""
        return self._draft.settings

    def accept(self) -> None:
        """Save and close; if a field is wrong or they cannot be saved, say why and stay open."""
        wrong = first_mistake(self)
        if wrong is not None:
            self._show_wrong(wrong)
            return
        try:
            self._store.save(self._draft.settings)
        except Trouble as trouble:
            self._notices.add_trouble(trouble)
            return
        super().accept()

    def _show_wrong(self, field: TypedField) -> None:
        for number in range(self._pages.count()):
            made = self._pages.widget(number)
            if made is not None and made.isAncestorOf(field):
                self.open_page(number)
        field.setFocus()
        field.selectAll()
        self._say(f"{field.accessibleName()}: {field.mistake}", is_wrong=True)

    def reject(self) -> None:
        """Close; ask first if changes would be lost."""
        field = self.focusWidget()
        if isinstance(field, TypedField):
            field.commit()  # what is being typed is a change, too
        if self._draft.settings == self._before and first_mistake(self) is None:
            self.discard()
            return
        dialog = LeaveDialog("Without saving, all settings stay as they were.", self)
        dialog.discard_asked.connect(self.discard)
        dialog.save_asked.connect(self.accept)
        dialog.open()

    @Slot()
    def discard(self) -> None:
        """Close and leave everything as it was."""
        self._show_looks(self._before)
        super().reject()

    @Slot()
    def _follow(self) -> None:
        """Show at once what can be seen of a change: the length, and the looks."""
        settings = self._draft.settings
        self._show_looks(settings)
        if self._routine is None:
            return
        title = one_line(self._routine.title)
        try:
            total = minutes_text(plan(self._routine, settings).total_s)
        except Trouble as trouble:
            self._say(str(trouble), is_wrong=True)
        else:
            self._say(f"{title}: {total}", is_wrong=False)

    def _say(self, text: str, *, is_wrong: bool) -> None:
        set_look(self.total, "wrong" if is_wrong else "strong")
        self.total.setText(text)

    def _show_looks(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, settings.theme)
            apply_text_size(app, settings.text_size)

    def _read_routine(self, services: Services, routine_id: str) -> Routine | None:
        if not routine_id:
            return None
        try:
            return services.library.routine(routine_id)
        except Trouble:
            # A file with mistakes says so in the list; here it only has no length.
            return None


class _NavDelegate(RowDelegate):
    """The name of a page."""

    def paint_text(self, painter: QPainter, area: QRect, index: Index, colors: Colors) -> None:
        self.write(painter, area, str(index.data()), "title", colors.text)
