"""What a person does with routines: new, duplicate, edit, delete, and a draft from last time."""

from dataclasses import replace
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QPushButton, QWidget

from glutetimer.core.draft import RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.notice import Notice
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.ports.services import Services
from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf
from glutetimer.ui.editor.importing import ImportFlow
from glutetimer.ui.editor.kept_bar import KeptBar
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import push_button
from glutetimer.ui.widgets.notice_bar import UndoBar, notice_of


class RoutineChooser(Protocol):
    """The page on which a routine is chosen."""

    tools: QWidget
    """Room below the list."""

    choice_changed: SignalInstance

    @property
    def chosen_listing(self) -> RoutineListing | None:
        """The chosen routine."""
        ...

    def reload(self) -> None:
        """Read the files again."""
        ...

    def choose(self, path: str) -> bool:
        """Choose the routine of a file; False if it is not listed."""
        ...


class RoutineFlow(QObject):
    """Four actions, as buttons below the list and at the top of a menu, and what they lead to."""

    notice_given = Signal(Notice)
    """Something did not work."""

    bar_made = Signal(QWidget)
    """A bar that belongs at the top of the window."""

    def __init__(
        self, services: Services, page: RoutineChooser, menu: QMenu, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._services = services
        self._page = page
        self._window = window
        self._is_enabled = True
        self._undo_bar: UndoBar | None = None
        self._kept_bar: KeptBar | None = None
        self._kept: tuple[str, OpenDraft] | None = None
        self._deleted: tuple[str, str, str] | None = None  # title, place, path
        self.new = self._action("&New routine…", "Ctrl+N")
        self.duplicate = self._action("D&uplicate routine…", "Ctrl+D")
        self.edit = self._action("&Edit routine…", "Ctrl+E")
        self.delete = self._action("Dele&te routine")
        self._buttons: list[tuple[QPushButton, QAction]] = []
        self._add_buttons()
        first = menu.actions()[0]
        menu.insertActions(first, [self.new, self.duplicate, self.edit, self.delete])
        self.importing = ImportFlow(services, menu, first, window)
        self.importing.notice_given.connect(self.notice_given)
        self.importing.imported.connect(self._take_saved)
        self.importing.edit_asked.connect(self.edit_opened)
        menu.insertSeparator(first)
        self.new.triggered.connect(self.make_new)
        self.duplicate.triggered.connect(self.make_duplicate)
        self.edit.triggered.connect(self.edit_chosen)
        self.delete.triggered.connect(self.delete_chosen)
        page.choice_changed.connect(self._show_actions)
        self._show_actions()
        if services.has_drafts():
            QTimer.singleShot(0, self.offer_kept)  # once the window takes bars

    def _action(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(keys)
        return action

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._page.tools)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(0)
        for text, action, tip in (
            ("New", self.new, "Make a routine (Ctrl+N)"),
            ("Duplicate", self.duplicate, "Make a routine from this one (Ctrl+D)"),
            ("Edit", self.edit, "Change this routine of your own (Ctrl+E)"),
            ("Delete", self.delete, "Delete this routine of your own"),
        ):
            button = push_button(text, "quiet", tip)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self._buttons.append((button, action))
        row.addStretch(1)

    @cached_property
    def _shelf(self) -> RoutineShelf:
        return self._services.make_shelf()

    def set_in_session(self, is_running: bool) -> None:
        """Do nothing while a session is shown."""
        self._is_enabled = not is_running
        self.importing.set_enabled(not is_running)
        self._show_actions()

    @Slot()
    def _show_actions(self) -> None:
        listing = self._page.chosen_listing
        is_own = listing is not None and listing.is_own
        self.new.setEnabled(self._is_enabled)
        self.duplicate.setEnabled(self._is_enabled and listing is not None)
        self.edit.setEnabled(self._is_enabled and is_own)
        self.delete.setEnabled(self._is_enabled and is_own)
        for button, action in self._buttons:
            button.setEnabled(action.isEnabled())

    # The editor

    @Slot()
    def make_new(self) -> None:
        """Edit a routine that has nothing yet."""
        self._open(OpenDraft(RoutineDraft("My routine")))

    @Slot(OpenDraft)
    def edit_opened(self, opened: OpenDraft) -> None:
        """Edit a routine that has no file yet."""
        self._open(opened)

    @Slot()
    def make_duplicate(self) -> None:
        """Edit a copy of the chosen routine; nothing is written before it is saved."""
        opened = self._opened()
        if opened is not None:
            draft = replace(opened.draft, title=f"{opened.draft.title} (copy)")
            self._open(replace(opened, draft=draft, path=""))

    @Slot()
    def edit_chosen(self) -> None:
        """Edit the chosen routine."""
        opened = self._opened()
        if opened is not None:
            self._open(opened)

    def _opened(self) -> OpenDraft | None:
        listing = self._page.chosen_listing
        if listing is None:
            return None
        try:
            return self._shelf.open(listing.path)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return None

    def _open(self, opened: OpenDraft, kept_name: str = "") -> None:
        from glutetimer.ui.editor.dialog import RoutineEditor

        editor = RoutineEditor(self._services, self._shelf, opened, self._window, kept_name)
        editor.saved.connect(self._take_saved)
        editor.finished.connect(editor.deleteLater)
        editor.open()

    @Slot(str)
    def _take_saved(self, path: str) -> None:
        self._page.reload()
        self._page.choose(path)

    # Deleting

    @Slot()
    def delete_chosen(self) -> None:
        """Take the chosen routine away, and offer to bring it back."""
        listing = self._page.chosen_listing
        if listing is None:
            return
        try:
            place = self._shelf.delete(listing.path)
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        self._deleted = (listing.title, place, listing.path)
        if self._undo_bar is None:
            self._undo_bar = UndoBar()
            self._undo_bar.undone.connect(self.undo_delete)
            self.bar_made.emit(self._undo_bar)
        self._page.reload()
        self._undo_bar.offer(f"“{listing.title}” was deleted.")

    @Slot()
    def undo_delete(self) -> None:
        """Bring the routine back that was deleted last."""
        if self._deleted is None:
            return
        _, place, path = self._deleted
        try:
            self._take_saved(self._shelf.restore(place, path))
        except Trouble as trouble:
            self.notice_given.emit(notice_of(trouble))
            return
        self._deleted = None

    # A draft from last time

    @Slot()
    def offer_kept(self) -> None:
        """Offer the draft that was neither saved nor given up when the program ended."""
        kept = list(self._shelf.kept().items())
        if not kept:
            return
        self._kept = kept[-1]
        if self._kept_bar is None:
            self._kept_bar = KeptBar()
            self._kept_bar.go_on_asked.connect(self._go_on_with_kept)
            self._kept_bar.discard_asked.connect(self._discard_kept)
            self.bar_made.emit(self._kept_bar)
        self._kept_bar.offer(self._kept[1].draft.title)

    @Slot()
    def _go_on_with_kept(self) -> None:
        if self._kept is not None:
            name, opened = self._kept
            self._kept = None
            self._open(opened, name)

    @Slot()
    def _discard_kept(self) -> None:
        if self._kept is not None:
            self._shelf.forget(self._kept[0])
            self._kept = None
            self.offer_kept()
