"""The page of the settings with the keys of a session."""

from types import MappingProxyType

from PySide6.QtCore import Slot

from glutetimer.core.keys.table import (
    EXPLANATIONS,
    Action,
    KeyTable,
    assigned,
    own_of,
    owner_of,
    with_key,
    with_usual,
    without_key,
)
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.key_row import KeyRow
from glutetimer.ui.settings.pages import SettingsPage
from glutetimer.ui.widgets.controls import card, push_button, separator

_INTRO = (
    "What each key does in a session. The buttons of presenter remotes, headsets and foot pedals "
    "are keys too: press one to see which. Where the system keeps a key to itself, nothing comes."
)


class KeysPage(SettingsPage):
    """Every action with its keys; each change goes into the draft at once."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("Keys", _INTRO)
        self._draft = draft
        self.rows: dict[Action, KeyRow] = {}
        frame, inner = card()
        for action in EXPLANATIONS:
            if self.rows:
                inner.addWidget(separator())
            row = self.rows[action] = KeyRow(action)
            row.added.connect(self._add)
            row.moved.connect(self._move)
            row.removed.connect(self._remove)
            row.reset.connect(self._reset)
            inner.addWidget(row)
        self.add(frame)
        self.all_usual = push_button("All keys back to usual")
        self.all_usual.clicked.connect(self._reset_all)
        self.add(self.all_usual)
        self._show()

    @property
    def _table(self) -> KeyTable:
        return assigned(self._draft.settings.keys)

    @Slot(Action, str)
    def _add(self, action: Action, key: str) -> None:
        """Give it a key that is free; of another's key say so first."""
        other = owner_of(self._table, key)
        if other is None:
            self._take(with_key(self._table, action, key))
        else:
            self.rows[action].tell_clash(key, other)

    @Slot(Action, str)
    def _move(self, action: Action, key: str) -> None:
        self._take(with_key(self._table, action, key))

    @Slot(Action, str)
    def _remove(self, action: Action, key: str) -> None:
        self._take(without_key(self._table, action, key))

    @Slot(Action)
    def _reset(self, action: Action) -> None:
        self._take(with_usual(self._table, action))

    @Slot()
    def _reset_all(self) -> None:
        self._take(assigned(MappingProxyType({})))

    def _take(self, table: KeyTable) -> None:
        self._draft.set_value("keys", own_of(table))
        self._show()

    def _show(self) -> None:
        for action, keys in self._table.items():
            self.rows[action].show_keys(keys)
        self.all_usual.setEnabled(bool(self._draft.settings.keys))
