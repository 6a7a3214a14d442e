"""One exercise of a routine as a card that opens to show how it is done."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from glutetimer.core.counts import sentence
from glutetimer.core.exercise import Exercise
from glutetimer.core.routine import DoseSource, Prescription
from glutetimer.core.words.dose import dose_text, load_text, origin_text, tempo_text
from glutetimer.ui.figure.stills import Stills, Thumbnail
from glutetimer.ui.plain import plain
from glutetimer.ui.style.text_size import set_sizes, text_font
from glutetimer.ui.style.theme import Space, Type, current
from glutetimer.ui.widgets.controls import card, spaced, text_label
from glutetimer.ui.widgets.fields import Disclosure
from glutetimer.ui.words import dose_words, source_text

PICTURE = QSize(132, 92)


class ExerciseCard(QFrame):
    """Number, name, dose, tempo, load and note; set-up, faults and sources when opened."""

    def __init__(
        self,
        number: int,
        entry: Prescription,
        stills: Stills | None = None,
        below: str = "",
    ) -> None:
        """`below` says if the dose is less than the file's (see ExerciseChange)."""
        super().__init__()
        self.setProperty("look", "card")
        exercise = self._exercise = entry.exercise
        self._how: QWidget | None = None
        row = spaced(QHBoxLayout(self), Space.L, Space.L, Space.L, Space.L, Space.M)
        row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        self._column = spaced(QVBoxLayout(), Space.XS)
        row.addLayout(self._column, 1)
        has_picture = exercise.motion is not None or exercise.position is not None
        if stills is not None and has_picture:
            picture = Thumbnail(exercise, stills, PICTURE)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(text_label(exercise.name, "subtitle", wraps=True))
        self._column.addWidget(text_label(_dose(entry), "strong", wraps=True))
        for text in (
            sentence(tempo_text(entry)),
            _load(entry),
            sentence(dose_words(below)),
            _origin(entry),
        ):
            if text:
                self._column.addWidget(text_label(text, "muted", wraps=True))
        if entry.note:
            self._column.addWidget(text_label(entry.note, wraps=True))
        self._toggle = Disclosure("How to do it")
        self._toggle.setAccessibleName(plain(f"How to do {exercise.name}"))
        self._toggle.toggled.connect(self.show_how)
        self._column.addSpacing(Space.XS)
        self._column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        told = (exercise.setup, exercise.muscles, exercise.faults, exercise.sources)
        self._toggle.setVisible(any(told))

    @Slot(bool)
    def show_how(self, is_open: bool) -> None:
        """Open or close the part below; it is made when it is first wanted."""
        if is_open and self._how is None:
            self._how = _how_to(self._exercise)
            self._column.addWidget(self._how)
        if self._how is not None:
            self._how.setVisible(is_open)


class _Number(QLabel):
    """The place of an exercise in the routine, in a disc."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_sizes(self, height_px=34, width_px=34)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft))
        disc = QRectF(self.rect())
        painter.drawEllipse(disc)
        painter.setFont(text_font(Type.BODY, QFont.Weight.Bold))
        painter.setPen(QColor(colors.accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.text())


def _how_to(exercise: Exercise) -> QWidget:
    frame, column = card("inset")
    column.addWidget(text_label("Set-up", "strong"))
    column.addWidget(text_label(exercise.setup, wraps=True))
    if exercise.muscles:
        column.addWidget(text_label(f"Works: {', '.join(exercise.muscles)}", "muted", wraps=True))
    if exercise.faults:
        column.addSpacing(Space.XS)
        column.addWidget(text_label("Watch for", "strong"))
        for fault in exercise.faults:
            column.addWidget(text_label(f"{fault.sign}: {fault.mend}", wraps=True))
    if exercise.sources:
        column.addSpacing(Space.XS)
        column.addWidget(text_label("Who recommends it", "strong"))
        for source in exercise.sources:
            column.addWidget(text_label(source_text(source), "muted", wraps=True))
    return frame


def _dose(entry: Prescription) -> str:
    return sentence(dose_words(dose_text(entry)))


def _load(entry: Prescription) -> str:
    load = load_text(entry)
    return f"Load: {load}" if load else ""


def _origin(entry: Prescription) -> str:
    is_ours = entry.dose_source is DoseSource.EDITORIAL
    return origin_text(entry) or ("Starting dose chosen by us" if is_ours else "As in the routine")
