"""Lists of rows: what they say, and Enter."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE, RowModel


class Row(NamedTuple):
    title: str

    @property
    def spoken(self) -> str:
        return f"{self.title}, spoken <b>"


def test_a_row_has_a_title_itself_and_words_for_a_screen_reader() -> None:
    model: RowModel[Row] = RowModel()
    model.fill([Row("one"), Row("two")])
    index = model.index(1)
    assert index.data() == "two"
    assert index.data(ROW_ROLE) == model.row_at(index) == Row("two")
    assert "two, spoken" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.row_at(QModelIndex()) is None
    assert model.rowCount(index) == 0


def pressed(rows: RowList, key: Qt.Key, *, repeats: bool = False) -> bool:
    """Whether the list keeps a key for itself."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, "", repeats)
    QApplication.sendEvent(rows, event)
    return event.isAccepted()


def test_enter_emits_once_however_long_it_is_held(qtbot: QtBot) -> None:
    rows = RowList("Rows")
    qtbot.addWidget(rows)
    told: list[bool] = []
    rows.enter_pressed.connect(lambda: told.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        assert pressed(rows, key)
        pressed(rows, key, repeats=True)
    assert len(told) == 2


def test_an_enter_that_nobody_waits_for_goes_on_to_the_dialog(qtbot: QtBot) -> None:
    rows = RowList("Rows")
    qtbot.addWidget(rows)
    assert not pressed(rows, Qt.Key.Key_Return)
