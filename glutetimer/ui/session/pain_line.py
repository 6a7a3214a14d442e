"""The line at the foot of the display that asks for the pain before a session."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from glutetimer.core.pain import MOST, words_before
from glutetimer.ui.session.fit_label import FitLabel
from glutetimer.ui.widgets.safety_dialog import SafetyButton
from glutetimer.ui.widgets.scale import LevelQuestion

QUESTION = "Pain now? 0 is none, 10 the worst. Or leave it open."

_ONE_ROW_FROM_PX = 700
_WORDS_SHARE = 0.42
_GAP_PX = 8
_FONT_OF_SAFETY = 0.075  # of the button's width, so that its words have room


class PainLine(QWidget):
    """A question, eleven numbers, and what the chosen one means; it never takes the focus.

    `now_s` is the clock's, for a 1 and a 0 that make 10.
    """

    def __init__(self, now_s: Callable[[], float], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pain before the session")
        self.words = FitLabel(self, lines=1.6, weight=QFont.Weight.DemiBold)
        self.words.setText(QUESTION)
        self.safety = SafetyButton("Pauses, and shows the words")
        self.safety.setParent(self)
        self.scale = LevelQuestion("Pain now", words_before, self.words, self.safety, now_s)
        self.scale.setParent(self)
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scale.value_changed.connect(self._arrange)

    def clear(self) -> None:
        """Ask anew; says nothing."""
        self.scale.set_value(None)
        self._arrange()

    def take_key(self, key: int) -> bool:
        """Answer by a digit, take it back by Backspace; whether the key meant anything here."""
        if key == Qt.Key.Key_Backspace:
            self.scale.set_value(None)
            self.scale.value_changed.emit()
            return True
        return self.scale.take_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words and numbers side by side, or one below the other."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        is_one_row = width >= _ONE_ROW_FROM_PX
        row_px = height if is_one_row else (height - 2) // 2
        words_px = round(width * _WORDS_SHARE) - _GAP_PX if is_one_row else width
        scale_px = width - words_px - _GAP_PX if is_one_row else width
        self._size_buttons(row_px, words_px // 2, scale_px // (MOST + 1))
        safety_px = 0
        if not self.safety.isHidden():
            safety_px = min(self.safety.sizeHint().width(), words_px // 2)
            self.safety.setGeometry(words_px - safety_px, 0, safety_px, row_px)
        self.words.setGeometry(0, 0, words_px - safety_px, row_px)
        if is_one_row:
            self.scale.setGeometry(words_px + _GAP_PX, 0, scale_px, row_px)
        else:
            self.scale.setGeometry(0, height - row_px, width, row_px)

    def _size_buttons(self, row_px: int, safety_px: int, number_px: int) -> None:
        """Fit the words to a row, to the button of safety and to each number, all in pixels."""
        px = max(9, min(round(row_px * 0.5), max(34, round(number_px * 0.42))))
        small_px = max(9, min(round(px * 0.8), round(safety_px * _FONT_OF_SAFETY)))
        sheet = f"""
            QPushButton {{ font-size: {small_px}px; padding: 0 4px; }}
            QPushButton[kind="chip"] {{ font-size: {px}px; padding: 0; min-width: 12px;
                min-height: {max(8, row_px - 4)}px; border-radius: {min(9, row_px // 4)}px; }}
        """
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
