"""The table of keys as Qt actions: one source for shortcuts, buttons and tooltips."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from glutetimer.core.keys.table import Action, KeyTable
from glutetimer.core.session.session import Session, toggle_of
from glutetimer.core.session.states import Command, State
from glutetimer.ui.plain import set_tip
from glutetimer.ui.session.keys import KEYS, Key, keys_of
from glutetimer.ui.widgets.key_events import sequences

_BEGIN = (Action.FORWARD, Action.SET_DONE)
"""Those that begin a session, too, where it waits for a key."""


class SessionActions(QObject):
    """Says which action was asked for, by key or button; the keys work while `view` is shown."""

    asked = Signal(Action)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self.by_action: dict[Action, QAction] = {}
        self._own: KeyTable = {}
        self.keys: tuple[Key, ...] = KEYS
        """The table with the keys that count now."""
        for key in KEYS:
            action = QAction(key.label, self._group)
            # A key that is held down must not skip ten sets.
            action.setAutoRepeat(False)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setData(key.action.value)
            view.addAction(action)
            self.by_action[key.action] = action
        self._show_keys()
        self._group.triggered.connect(self._ask)

    def set_keys(self, own: KeyTable) -> None:
        """Take over the person's own keys."""
        if own != self._own:
            self._own, self.keys = own, keys_of(own)
            self._show_keys()

    def _show_keys(self) -> None:
        self._by_action = {key.action: key for key in self.keys}
        for key in self.keys:
            action = self.by_action[key.action]
            set_tip(action, key.tooltip)
            action.setShortcuts([one for name in key.keys for one in sequences(name)])

    def key(self, action: Action) -> Key:
        """An action as it stands in the table."""
        return self._by_action[action]

    def word(self, *actions: Action) -> str:
        """What to press for the first of these that has a key; its button if none has."""
        with_key = next((key for key in map(self.key, actions) if key.keys), None)
        return with_key.shown if with_key else f"“{self.by_action[actions[0]].text()}”"

    @property
    def letters(self) -> str:
        """The small letters that are keys."""
        names = (name for key in self.keys for name in key.keys)
        return "".join(name.lower() for name in names if len(name) == 1 and name.isalpha())

    def press(self, pressed: int) -> bool:
        """Do what a letter (`Qt.Key`) does that was found by its place; whether it was one."""
        for key in self.keys:
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
                is_allowed = session.can(toggle_of(session))
            elif key.action in _BEGIN:
                is_allowed |= session.can(Command.START)
            self.by_action[key.action].setEnabled(is_allowed)
        words = {State.READY: "Begin", State.PAUSED: "Go on"}
        self.by_action[Action.PAUSE].setText(words.get(session.place.state, "Pause"))
        self.by_action[Action.MUTE].setText("Sound on" if is_muted else "Mute")
        in_set = session.can(Command.FINISH_SET)
        self.by_action[Action.FORWARD].setText("Set done" if in_set else "Next")

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.asked.emit(Action(action.data()))
