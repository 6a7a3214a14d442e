"""Widgets in rows."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.ui.widgets.flow import FlowRow


def test_a_row_is_as_high_as_its_highest_widget(qtbot: QtBot) -> None:
    high, low = QPushButton("high"), QWidget()
    high.setMinimumSize(80, 40)
    row = FlowRow([high, low])
    qtbot.addWidget(row)
    assert row.heightForWidth(400) >= high.sizeHint().height()
