"""The buttons of the session page."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from glutetimer.core.keys.table import Action
from glutetimer.ui.session.actions import SessionActions
from glutetimer.ui.session.fit_label import FitLabel
from glutetimer.ui.session.keys import BUTTONS, TAP_BUTTONS, Key
from glutetimer.ui.session.shapes import PhaseShape
from glutetimer.ui.style import theme
from glutetimer.ui.style.icons import draw_icon

_ROOM_FOR_LABELS = 1.55  # a button narrower than so many heights shows its shape only
_TWO_ROWS_BELOW_PX = 900
_HURT_SHARE = 2.7
"""In one row the one button that has to be found in pain is so much wider than the others."""

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)

_HINT_SHARE_OF_WIDTH, _HINT_SHARE_OF_HEIGHT = 0.52, 0.4


class ControlButton(QToolButton):
    """A button with a shape, a word and its key; a click never takes the focus from the keys.

    The tabulator comes to it, for whoever hears the screen; then Space and Enter press it.
    """

    def __init__(self, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._shape = key.shape
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def is_hurt(self) -> bool:
        """Whether it is the one for pain."""
        return self._key.action is Action.HURT

    def set_shape(self, shape: PhaseShape) -> None:
        """Show another shape (mute: what it will do)."""
        if shape is not self._shape:
            self._shape = shape
            self.update()

    def sizeHint(self) -> QSize:
        """As large as its bar makes it."""
        return QSize(0, 0)

    def event(self, event: QEvent) -> bool:
        """Keep Space and Enter, keys of the session as well, for this button while it has focus."""
        if isinstance(event, QKeyEvent) and event.key() in _PRESSING:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Space:
                self.click()
                return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Look as before."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape, word and key."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._colors(colors)
        painter.setPen(QPen(QColor(colors.accent), 3) if self.hasFocus() else QColor(colors.line))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(theme.Radius.ROW * 1.0, self.height() / 4)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(QColor(ink))
        self._paint_content(painter, box)
        painter.end()

    def _colors(self, colors: theme.Colors) -> tuple[str, str]:
        if not self.isEnabled():
            return colors.sunken, colors.disabled
        ground = colors.card
        if self.isDown():
            ground = colors.sunken
        elif self.underMouse():
            ground = colors.hover
        return ground, colors.danger if self.is_hurt else colors.text

    def _paint_content(self, painter: QPainter, box: QRectF) -> None:
        height = box.height()
        if self.is_hurt and box.width() > 2.4 * height:
            self._paint_in_line(painter, box)
            return
        icon_px = height * 0.3
        icon = QRectF(box.center().x() - icon_px / 2, 0.0, icon_px, icon_px)
        if box.width() < _ROOM_FOR_LABELS * height and box.width() < 64:
            icon.moveTop(box.center().y() - icon_px / 2)
            draw_icon(painter, self._shape, icon)
            return
        icon.moveTop(box.y() + height * 0.16)
        draw_icon(painter, self._shape, icon)
        size_px = height * 0.25
        text = self.text()
        font = theme.font(100, QFont.Weight.DemiBold)
        room_px = 100 * (box.width() - 8) / QFontMetricsF(font).horizontalAdvance(text)
        painter.setFont(theme.font(max(1, int(min(size_px, room_px))), QFont.Weight.DemiBold))
        label = QRectF(box.x(), box.y() + height * 0.52, box.width(), height * 0.42)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)

    def line_px(self) -> float:
        """The size of the word beside its shape: as large as the row allows."""
        room_px = (self.width() - 13) / (self._text_width() + 1.05)
        return min((self.height() - 1) * 0.72, room_px)

    def _text_width(self) -> float:
        """The width of the word at a size of one pixel."""
        font = theme.font(100, QFont.Weight.DemiBold)
        return QFontMetricsF(font).horizontalAdvance(self.text()) / 100

    def _paint_in_line(self, painter: QPainter, box: QRectF) -> None:
        """Shape and word side by side, the word as large as the row allows."""
        size_px, word = self.line_px(), self._text_width()
        icon_px = size_px * 0.85
        left = box.center().x() - (word * size_px + 1.05 * size_px) / 2
        icon = QRectF(left, box.center().y() - icon_px / 2, icon_px, icon_px)
        draw_icon(painter, self._shape, icon)
        painter.setFont(theme.font(max(1, int(size_px)), QFont.Weight.DemiBold))
        rest = QRectF(left + 1.05 * size_px, box.y(), box.right() - left, box.height())
        painter.drawText(
            rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )


class ControlBar(QWidget):
    """All the buttons, in one row or two."""

    def __init__(self, actions: SessionActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[Action, ControlButton] = {}
        for key in BUTTONS:
            button = ControlButton(key, self)
            button.setDefaultAction(actions.by_action[key.action])
            button.setAccessibleName(key.explanation)
            self._buttons[key.action] = button
        self.hint = FitLabel(
            self, lines=1.4, weight=QFont.Weight.Bold, align=Qt.AlignmentFlag.AlignHCenter
        )
        self.hint.hide()
        self.show_keys(actions)

    def show_keys(self, actions: SessionActions) -> None:
        """Name the keys as they are assigned now."""
        for key in actions.keys:
            if (button := self._buttons.get(key.action)) is not None:
                button.setAccessibleDescription(f"Key: {key.shown}" if key.shown else "")

    def set_tap_mode(self, is_on: bool) -> None:
        """Show only the buttons that matter, beside `hint`."""
        self.hint.setVisible(is_on)
        for action, button in self._buttons.items():
            button.setVisible(not is_on or action in TAP_BUTTONS)
        self._arrange()

    def button(self, action: Action) -> ControlButton:
        """The button of an action."""
        return self._buttons[action]

    def show_state(self, is_paused: bool, is_muted: bool) -> None:
        """Give the two buttons that change their meaning the shape of what they will do."""
        self.button(Action.PAUSE).set_shape(
            PhaseShape.PLAY if is_paused else PhaseShape.BARS_UPRIGHT
        )
        self.button(Action.MUTE).set_shape(
            PhaseShape.SPEAKER_OFF if is_muted else PhaseShape.SPEAKER
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out evenly."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        buttons = [button for button in self._buttons.values() if not button.isHidden()]
        is_folded = self.width() < _TWO_ROWS_BELOW_PX and self.height() >= 80
        gap = 6 if is_folded else max(4, round(self.height() * 0.1))
        if self.hint.isHidden():
            _share_out(buttons, self.rect(), 2 if is_folded else 1, gap)
            return
        hint, rest = self.rect(), self.rect()
        if is_folded:
            hint.setHeight(round(_HINT_SHARE_OF_HEIGHT * self.height()))
            rest.setTop(hint.bottom() + gap)
        else:
            hint.setWidth(round(_HINT_SHARE_OF_WIDTH * self.width()))
            rest.setLeft(hint.right() + gap)
        self.hint.setGeometry(hint)
        _share_out(buttons, rest, 1, gap)


def _share_out(buttons: Sequence[ControlButton], area: QRect, rows: int, gap: int) -> None:
    """Give the room to the buttons; in one row It hurts gets more of it."""
    per_row = ceil(len(buttons) / rows)
    height = (area.height() - gap * (rows - 1)) / rows
    for row in range(rows):
        in_row = buttons[row * per_row : (row + 1) * per_row]
        shares = [_HURT_SHARE if rows == 1 and one.is_hurt else 1.0 for one in in_row]
        unit = (area.width() - gap * (len(in_row) - 1)) / sum(shares)
        left, top = float(area.x()), round(area.y() + row * (height + gap))
        for button, share in zip(in_row, shares, strict=True):
            right = left + unit * share
            button.setGeometry(round(left), top, round(right) - round(left), round(height))
            left = right + gap
