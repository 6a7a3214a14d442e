"""The display of a running session: all its parts in their places."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from glutetimer.core.keys.table import Action
from glutetimer.core.session.picture import SessionPicture
from glutetimer.core.settings import Settings
from glutetimer.ui.session.actions import SessionActions
from glutetimer.ui.session.announcer import Announcer
from glutetimer.ui.session.arrange import arrange
from glutetimer.ui.session.controls import ControlBar
from glutetimer.ui.session.digits import Digits
from glutetimer.ui.session.figure_area import FigureArea
from glutetimer.ui.session.fit_label import FitLabel, TextInk
from glutetimer.ui.session.notice_bar import SessionNoticeBar
from glutetimer.ui.session.pain_line import PainLine
from glutetimer.ui.session.phase_band import PhaseBand
from glutetimer.ui.session.ring import Ring, SessionBar
from glutetimer.ui.session.shapes import PhaseShape, picture_shape
from glutetimer.ui.style import theme
from glutetimer.ui.style.phase_colors import phase_color
from glutetimer.ui.widgets.meant_key import meant_key

_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX = 360, 440
_PAUSED_WORD = "PAUSED"

_OTHER_KEY = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""Held with a letter, they make another key of it."""

GO_ON = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a message for what makes the session go on: a key, or a tap."""


class SessionView(QWidget):
    """Shows pictures; knows nothing of sessions, commands and time."""

    tapped = Signal()
    """The main button went down, or a finger, where nothing else wants it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumSize(_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX)
        self.setAccessibleName("Session")
        self.actions_table = SessionActions(self)
        self.announcer = Announcer(self)
        self.band = PhaseBand(self)
        self.ring = Ring(self)
        self.digits = Digits(self)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.caption = FitLabel(self, weight=QFont.Weight.DemiBold, ink=TextInk.MUTED, align=middle)
        self.name = FitLabel(self, weight=QFont.Weight.Bold)
        self.place = FitLabel(self, weight=QFont.Weight.DemiBold, ink=TextInk.MUTED)
        self.figure = FigureArea(self)
        self.cue = FitLabel(self, lines=1.5, weight=QFont.Weight.DemiBold)
        self.next_up = FitLabel(self, ink=TextInk.MUTED)
        self.left = FitLabel(self, weight=QFont.Weight.DemiBold, align=Qt.AlignmentFlag.AlignRight)
        self.bar = SessionBar(self)
        self.controls = ControlBar(self.actions_table, self)
        self.notices = SessionNoticeBar(self)
        self.notices.changed.connect(self._arrange)
        self._foot: PainLine | None = None
        self._picture: SessionPicture | None = None
        self._message = ""
        self._progress = ""
        self._go_on_word = ""
        self._has_large_controls = False

    def begin(self) -> None:
        """Show nothing any more that was said of another session."""
        self.notices.clear()
        self.announcer.begin()
        self.set_message("")

    def set_settings(self, settings: Settings) -> None:
        """Take over the size of the digits, the keys, and what a screen reader is told."""
        self.announcer.set_settings(settings)
        self.digits.set_size_percent(settings.digit_size)
        self.actions_table.set_keys(settings.keys)
        self.controls.show_keys(self.actions_table)
        self.notices.show_key(self.actions_table.key(Action.NOTICE).shown)

    def set_tap_mode(self, is_on: bool) -> None:
        """Leave only the buttons that matter, large, beside words on what a tap does."""
        self._has_large_controls = is_on
        self.controls.set_tap_mode(is_on)
        self._arrange()

    def set_hint(self, text: str) -> None:
        """Say what a tap does, in the tap mode."""
        self.controls.hint.setText(text)

    def set_go_on_word(self, word: str) -> None:
        """Name what makes the session go on, for messages with `GO_ON`."""
        if word != self._go_on_word:
            self._go_on_word = word
            self._show_cue()

    def set_message(self, text: str) -> None:
        """Say why the session stands still, in place of the cue; empty: the cue again."""
        self._message = text
        self.announcer.tell(text.replace(GO_ON, self._go_on_word))
        self._show_cue()

    def set_progress(self, text: str) -> None:
        """Say what is being done meanwhile, in place of the time left; empty: that again."""
        self._progress = text

    def set_foot(self, foot: PainLine | None) -> None:
        """Show a question in place of what comes next and of the bar; None: those again."""
        if foot is self._foot:
            return
        if self._foot is not None:
            self._foot.hide()
        self._foot = foot
        for part in (self.next_up, self.left, self.bar):
            part.setVisible(foot is None)
        self._arrange()
        if foot is not None:
            foot.show()

    def show_picture(self, picture: SessionPicture) -> None:
        """Show a picture; what is the same as before is not painted again."""
        self._picture = picture
        phases = theme.current().phases
        if picture.is_paused:
            word, shape, color = _PAUSED_WORD, PhaseShape.BARS_UPRIGHT, phases.pause
        else:
            color = phase_color(phases, picture.kind)
            word, shape = picture.word, picture_shape(picture)
        self.band.show_phase(word, shape, color, picture.side, picture.side_text)
        self.ring.show_fraction(picture.ring, picture.segments, color)
        self.digits.set_dim(picture.is_paused)
        self.digits.setText(picture.digits)
        self.caption.setText(picture.caption)
        name = picture.exercise.name
        self.name.set_text_or(f"Next: {name}" if picture.is_ahead else name, name)
        first, _, more = picture.set_text.partition(", ")
        self.place.set_text_or(picture.set_text, first)
        self.figure.show_exercise(picture.exercise)
        self.next_up.setText(picture.next_text)
        is_cut = self.place.text() != picture.set_text
        left = f"{more}; {picture.left_text}" if is_cut else picture.left_text
        self.left.setText(self._progress or left)
        self.bar.show_fraction(picture.done)
        self._show_cue()
        self.announcer.follow(picture)

    def show_state(self, is_still: bool, is_muted: bool) -> None:
        """Show what pause and mute will do; `is_still`: the session waits to go on or begin."""
        self.controls.show_state(is_still, is_muted)
        self.announcer.set_muted(is_muted)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the phases from the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._picture is not None:
            self.show_picture(self._picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question at the foot; a key that a panel left over is not meant for it.

        What is no shortcut by its letter may be one by its place on the keyboard.
        """
        key = meant_key(event, self.actions_table.letters)
        if self._foot is not None and self.hasFocus() and self._foot.take_key(key):
            return
        is_held = bool(event.modifiers() & _OTHER_KEY)
        if event.isAutoRepeat() or is_held or not self.actions_table.press(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a tap that no button took; near the question at the foot it was meant for that."""
        foot = self._foot
        is_near = foot is not None and foot.geometry().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and not is_near:
            self.tapped.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of two as one like any other."""
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        has_notice, has_large = bool(self.notices.text), self._has_large_controls
        places = arrange(self.width(), self.height(), has_notice, has_large)
        self.band.setGeometry(places.band)
        self.ring.setGeometry(places.ring)
        corner = places.ring.topLeft()
        self.digits.setGeometry(self.ring.digits_rect().translated(corner))
        self.caption.setGeometry(self.ring.caption_rect().translated(corner))
        self.band.set_has_name_below(places.is_name_in_band)
        self.name.set_look(TextInk.ON_BAND if places.is_name_in_band else TextInk.TEXT)
        self.name.setGeometry(places.name)
        self.place.setGeometry(places.place)
        is_beside = places.place.left() > places.name.left() and not places.is_name_in_band
        edge = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignLeft
        self.place.set_align(edge)
        self.figure.setGeometry(places.figure)
        self.cue.set_lines(places.cue_lines)
        self.cue.setGeometry(places.cue)
        self.next_up.setGeometry(places.next_up)
        self.left.setGeometry(places.left)
        self.bar.setGeometry(places.bar)
        if self._foot is not None:
            self._foot.setGeometry(places.next_up.united(places.left).united(places.bar))
        self.controls.setGeometry(places.controls)
        self.notices.setGeometry(places.notice)

    def _show_cue(self) -> None:
        if self._message:
            self.cue.set_look(TextInk.WARNING, "warning_soft")
            self.cue.setText(self._message.replace(GO_ON, self._go_on_word))
        else:
            self.cue.set_look(TextInk.TEXT)
            self.cue.setText(self._picture.cue if self._picture is not None else "")
