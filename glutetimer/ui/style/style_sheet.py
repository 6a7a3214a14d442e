"""The one style sheet of the application.

Widgets choose among its looks by two dynamic properties: `look` of labels and frames ("title",
"muted", "card" ...) and `kind` of buttons ("primary", "quiet", "danger", "chip"; none is plain).
"""

import re

from glutetimer.ui.style.theme import Colors

_LENGTHS_OF_TEXT = re.compile(r"(font-size|min-width|min-height): (\d+)px")


def style_sheet(colors: Colors, scale: float = 1.0) -> str:
    """The style sheet in these colours, with text so many times as large as usual."""
    sheet = _SHEET
    if scale != 1.0:
        sheet = _LENGTHS_OF_TEXT.sub(
            lambda found: f"{found[1]}: {round(int(found[2]) * scale)}px", sheet
        )
    for name, color in colors._asdict().items():
        sheet = sheet.replace(f"@{name};", f"{color};")
    return sheet


_SHEET = """
QMainWindow, QDialog { background-color: @window; }
QMenuBar { background-color: @window; padding: 4px 12px; font-size: 14px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background-color: @sunken; }
QMenu { background-color: @card; border: 1px solid @line; padding: 6px; font-size: 14px; }
QMenu::item { padding: 7px 28px 7px 14px; border-radius: 6px; }
QMenu::item:selected { background-color: @accent_soft; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background-color: @line; margin: 6px 8px; }
QToolTip {
    background-color: @card; color: @text; border: 1px solid @line; padding: 6px 8px;
    font-size: 13px;
}

QTabBar { background: transparent; border: none; outline: none; }
QTabBar::tab {
    background-color: transparent; color: @muted; border: 2px solid transparent;
    border-radius: 10px; padding: 7px 18px; margin-right: 6px; font-size: 15px; font-weight: 600;
}
QTabBar::tab:hover { background-color: @sunken; }
QTabBar::tab:selected { background-color: @accent_soft; color: @accent; }
QTabBar::tab:selected:focus { border-color: @accent; }

QTabBar[look="switch"]::tab {
    background-color: @sunken; color: @muted; border: 2px solid @sunken; border-radius: 9px;
    padding: 4px 14px; margin-right: 4px; font-size: 14px;
}
QTabBar[look="switch"]::tab:hover { background-color: @hover; }
QTabBar[look="switch"]::tab:selected {
    background-color: @card; color: @text; border-color: @outline;
}
QTabBar[look="switch"]::tab:selected:focus { border-color: @accent; }

QFrame[look="card"] { background-color: @card; border: 1px solid @line; border-radius: 16px; }
QFrame[look="inset"] { background-color: @sunken; border: none; border-radius: 12px; }
QFrame[look="danger"] { background-color: @danger_soft; border: none; border-radius: 12px; }
QFrame[look="warning"] { background-color: @warning_soft; border: none; border-radius: 12px; }
QFrame[look="line"] { background-color: @line; border: none; max-height: 1px; }
QFrame[look="warning"] QLabel { color: @warning; }
QFrame[look="danger"] QLabel { color: @danger; }

QLabel { background: transparent; }
QLabel[look="display"] { font-size: 30px; font-weight: 700; }
QLabel[look="title"] { font-size: 22px; font-weight: 600; }
QLabel[look="subtitle"] { font-size: 17px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="caption"] { color: @muted; font-size: 13px; }
QLabel[look="wrong"] { color: @danger; font-weight: 600; }
QLabel[look="accent"] { color: @accent; font-weight: 600; }
QLabel[look="tag"] {
    background-color: @sunken; color: @muted; border-radius: 8px; padding: 3px 9px; font-size: 13px;
}

QPushButton {
    background-color: @card; color: @text; border: 2px solid @line; border-radius: 10px;
    padding: 7px 16px; font-weight: 600; outline: none;
}
QPushButton:hover { background-color: @hover; }
QPushButton:pressed { background-color: @sunken; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @disabled; background-color: @sunken; border-color: @line; }
QPushButton[kind="primary"], QPushButton[kind="large"] {
    background-color: @accent; color: @on_accent; border-color: @accent;
}
QPushButton[kind="large"] { border-radius: 14px; padding: 11px 34px; font-size: 19px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="large"]:hover {
    background-color: @accent_hover; border-color: @accent_hover;
}
QPushButton[kind="primary"]:focus, QPushButton[kind="large"]:focus { border-color: @text; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="large"]:disabled {
    background-color: @sunken; color: @disabled; border-color: @line;
}
QPushButton[kind="danger"] { background-color: @danger; color: @on_danger; border-color: @danger; }
QPushButton[kind="danger"]:focus { border-color: @text; }
QPushButton[kind="quiet"] {
    background-color: transparent; color: @accent; border-color: transparent; padding: 5px 10px;
}
QPushButton[kind="quiet"][place="line"] { padding: 0px 8px; } /* in a line of words */
QPushButton[kind="quiet"]:hover { background-color: @accent_soft; }
QPushButton[kind="quiet"]:focus { border-color: @accent; }
QPushButton[kind="quiet"]:disabled { color: @disabled; background-color: transparent; }
QPushButton[kind="chip"] { border-radius: 9px; padding: 5px 0px; min-width: 27px; }
QPushButton[kind="chip"]:checked {
    background-color: @accent; color: @on_accent; border-color: @accent;
}
QPushButton[kind="chip"]:focus { border-color: @accent; }
QPushButton[kind="chip"]:checked:focus { border-color: @text; }

QPushButton[kind="choice"] { padding: 5px 12px; }
QPushButton[kind="choice"]:checked {
    background-color: @accent_soft; color: @accent; border-color: @accent;
}
QPushButton[kind="choice"]:checked:focus { border-color: @text; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
    background-color: @card; color: @text; border: 1px solid @outline; border-radius: 9px;
    padding: 6px 10px; selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 5px 9px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: @disabled; border-color: @line; background-color: @sunken;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; border-radius: 0px; padding: 0px; background: transparent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    background: transparent; border: none; width: 26px; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; width: 0px; height: 0px; }
QComboBox::drop-down, QDateEdit::drop-down {
    subcontrol-origin: border; subcontrol-position: center right;
    background: transparent; border: none; width: 30px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; width: 0px; height: 0px; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background-color: @card; border: 1px solid @line; padding: 4px; outline: none;
    selection-background-color: @accent_soft; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0px 8px; }

QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: none; }
QAbstractItemView { background: transparent; border: none; outline: none; }
QListView[look="rows"]::item {
    border: 2px solid transparent; border-radius: 12px; margin: 1px; padding: 0px;
}
QListView[look="rows"]::item:hover { background-color: @hover; }
QListView[look="rows"]::item:selected { background-color: @accent_soft; }
QListView[look="rows"]::item:selected:focus { border-color: @accent; }
QListView[look="cards"]::item {
    background-color: @card; border: 1px solid @line; border-radius: 16px;
    margin: 0px 12px 12px 0px; padding: 0px;
}
QListView[look="cards"]::item:hover { border-color: @outline; }
QListView[look="cards"]::item:selected { border: 2px solid @line; }
QListView[look="cards"]::item:selected:focus { border: 2px solid @accent; }
QTableView {
    gridline-color: transparent; selection-background-color: @accent_soft; selection-color: @text;
}
QTableView[look="sets"]::item { border: none; border-bottom: 1px solid @line; padding: 0px 8px; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 6px 11px; font-size: 13px; font-weight: 600;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0px; }
QScrollBar::handle { background-color: @disabled; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background-color: @outline; }
QScrollBar::handle:disabled { background-color: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background-color: @line; border: none; border-radius: 4px; max-height: 8px; min-height: 8px;
}
QProgressBar::chunk { background-color: @accent; border-radius: 4px; }

QCalendarWidget QWidget { background-color: @card; color: @text; }
QCalendarWidget QAbstractItemView {
    selection-background-color: @accent; selection-color: @on_accent;
}
QCalendarWidget QToolButton {
    border: none; border-radius: 6px; padding: 5px 8px; font-weight: 600;
}
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: none; qproperty-text: "←"; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: none; qproperty-text: "→"; }
QCalendarWidget QToolButton:hover { background-color: @sunken; }
"""
