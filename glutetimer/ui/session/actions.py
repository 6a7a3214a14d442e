"""The table of keys as Qt actions: one source for shortcuts, buttons and tooltips."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command, State
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.keys import KEYS, Action


class SessionActions(QObject):
    """Says which action was asked for, by key or button; the keys work while `view` is shown."""

    asked = Signal(Action)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self.by_action: dict[Action, QAction] = {}
        for key in KEYS:
            action = QAction(key.label, self._group)
            set_tip(action, key.tooltip)
            action.setShortcuts([QKeySequence(name) for name in key.keys])
            # A key that is held down must not skip ten sets.
            action.setAutoRepeat(False)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setData(key.action.value)
            view.addAction(action)
            self.by_action[key.action] = action
        self._group.triggered.connect(self._ask)

    @property
    def letters(self) -> str:
        """The small letters that are keys."""
        names = (name for key in KEYS for name in key.keys)
        return "".join(name.lower() for name in names if len(name) == 1 and name.isalpha())

    def press(self, pressed: int) -> bool:
        """Do what a letter (`Qt.Key`) does that was found by its place; whether it was one."""
        for key in KEYS:
            if any(len(name) == 1 and ord(name) == pressed for name in key.keys):
                self.by_action[key.action].trigger()  # nothing if it is not allowed now
                return True
        return False

    def set_blocked(self, is_blocked: bool) -> None:
        """Take all keys and buttons away while a panel is open."""
        self._group.setEnabled(not is_blocked)

    def follow(self, session: Session, is_muted: bool) -> None:
        """Enable what the session allows now, and name what it would do."""
        for key in KEYS:
            is_allowed = key.command is None or session.can(key.command)
            if key.action is Action.PAUSE:
                is_allowed = session.can(Command.PAUSE) or session.can(Command.RESUME)
            self.by_action[key.action].setEnabled(is_allowed)
        is_paused = session.place.state is State.PAUSED
        self.by_action[Action.PAUSE].setText("Go on" if is_paused else "Pause")
        self.by_action[Action.MUTE].setText("Sound on" if is_muted else "Mute")

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.asked.emit(Action(action.data()))
