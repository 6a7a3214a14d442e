"""The routines as cards with pictures, as many side by side as there is room for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from glutetimer.core.counts import one_line, sentence
from glutetimer.ui.routines.model import RoutineRow
from glutetimer.ui.routines.star import draw_star
from glutetimer.ui.style.text_size import grown
from glutetimer.ui.style.theme import GUTTER_PX, SCROLL_BAR_PX, Colors, Space, current
from glutetimer.ui.widgets.row_delegate import Index, RowDelegate
from glutetimer.ui.widgets.row_list import RowList
from glutetimer.ui.widgets.row_model import ROW_ROLE
from glutetimer.ui.words import equipment_text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from glutetimer.ui.routines.card_pictures import CardPictures

GAP_PX = GUTTER_PX - SCROLL_BAR_PX
"""Right of and below each card, as the style sheet has it; with the scroll bar it is the gutter."""

HIGH_FROM_PX = 540
"""A list of this height has the pictures above the words; in a lower one they stand beside them."""

STAR_PX = 20
_PICTURE_HIGH, _PICTURE_LOW = QSize(216, 122), QSize(118, 90)
_HIGH_PX, _LOW_PX = 280, 126
_LEAST_HIGH_PX, _LEAST_LOW_PX = 284, 372
_PAD_PX = Space.M


class CardList(RowList):
    """Enter or a click opens a routine; its star, or the key F, makes it a favourite."""

    open_asked = Signal()
    """The person wants to look into the current routine."""

    star_asked = Signal()
    """The current routine is to be a favourite, or is not to be one any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Routines", parent)
        self.setProperty("look", "cards")
        self.setAccessibleDescription("Enter opens a routine. F makes it a favourite.")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # A bar that comes and goes would change the width, hence the rows, hence the bar.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self.verticalScrollBar().setEnabled(False)
        self.pictures: CardPictures | None = None
        self._is_on_star = False
        self.clicked.connect(self.open_asked)
        self.enter_pressed.connect(self.open_asked)

    @property
    def is_high(self) -> bool:
        """Whether pictures stand above the words."""
        return self.height() >= HIGH_FROM_PX

    def show_pictures(self, pictures: "CardPictures") -> None:
        """Paint pictures from now on."""
        self.pictures = pictures
        pictures.made.connect(self.viewport().update)
        self.viewport().update()

    def star_of(self, place: QRect) -> QRect:
        """Where the star of a card is, in a place of the grid."""
        down_px = _PAD_PX + (Space.S if self.is_high else 0)
        corner = card_of(place).topRight() + QPoint(1 - STAR_PX - _PAD_PX - Space.S, down_px)
        return QRect(corner, QSize(STAR_PX, STAR_PX))

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Share the width out; a chosen card that was seen stays in sight."""
        chosen = self.currentIndex()
        was_seen = QRect(QPoint(), event.oldSize()).contains(self.visualRect(chosen))
        picture_px = _PICTURE_HIGH.height()
        least, height_px = _LEAST_LOW_PX, grown(_LOW_PX)
        if self.is_high:
            least, height_px = _LEAST_HIGH_PX, picture_px + grown(_HIGH_PX - picture_px)
        least = grown(least)
        # Asking the viewport costs the start 17 ms. What only just fits begins a new row.
        width_px = self.width() - SCROLL_BAR_PX - 1
        self.setGridSize(QSize(width_px // max(1, width_px // least), height_px))
        super().resizeEvent(event)
        if was_seen and chosen.isValid():
            self.scrollTo(chosen)

    @Slot(int, int)
    def _show_bar(self, low: int, high: int) -> None:
        # The style sheet draws nothing of a disabled one.
        self.verticalScrollBar().setEnabled(high > low)

    def key_pressed(self, key: int) -> bool:
        """F is the star."""
        if key == Qt.Key.Key_F:
            self.star_asked.emit()
            return True
        return False

    def mousePressEvent(self, event: "QMouseEvent") -> None:
        """Press the star, if that is below the mouse, and else the card."""
        self._is_on_star = self._take_star(event)
        if not self._is_on_star:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: "QMouseEvent") -> None:
        """A star that is clicked fast is clicked twice."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """End the click on a card."""
        if not self._is_on_star:
            super().mouseReleaseEvent(event)

    def _take_star(self, event: "QMouseEvent") -> bool:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return False
        if not self.star_of(self.visualRect(index)).adjusted(-8, -8, 8, 8).contains(place):
            return False
        self.setCurrentIndex(index)
        self.star_asked.emit()
        return True


class CardDelegate(RowDelegate):
    """Picture, title, what it is for, how long and with what, where, for whom, and the star."""

    first_painted = Signal()

    def __init__(self, cards: CardList) -> None:
        super().__init__(_HIGH_PX, cards)
        self._cards = cards
        self._was_painted = False

    def sizeHint(self, option: "QStyleOptionViewItem", index: Index) -> QSize:
        """A card fills its place."""
        return self._cards.gridSize()

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        """Paint the ground as the style sheet has it, then what is on the card."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RoutineRow):
            return
        QStyledItemDelegate.paint(self, painter, option, index)
        card = card_of(option.rect).adjusted(_PAD_PX, _PAD_PX, -_PAD_PX, -_PAD_PX)
        words = QRect(card)
        if self._cards.is_high:
            place = QRect(card.topLeft(), QSize(card.width(), _PICTURE_HIGH.height()))
            words.setTop(place.bottom() + 1 + Space.M)
        else:
            place = QRect(card.topLeft(), _PICTURE_LOW)
            place.moveTop(card.center().y() - place.height() // 2)
            words.setLeft(place.right() + 1 + Space.L)
        colors = current()
        self._paint_picture(painter, place, row, colors)
        self._write_words(painter, words, row, colors)
        color = colors.accent if row.is_favourite else colors.muted
        star = QRectF(self._cards.star_of(option.rect))
        draw_star(painter, star, color, is_full=row.is_favourite)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def _paint_picture(
        self, painter: QPainter, place: QRect, row: RoutineRow, colors: Colors
    ) -> None:
        pictures, picture = self._cards.pictures, None
        if pictures is not None and not row.is_broken:
            size = _PICTURE_HIGH if self._cards.is_high else _PICTURE_LOW
            picture = pictures.pixmap(row.listing, size, painter.device().devicePixelRatioF())
        self.draw_picture(painter, place, picture, colors)
        if row.is_broken:
            middle = place.adjusted(0, place.height() // 2 - 14, 0, 0)
            self.write(painter, middle, "!", "big", colors.danger, is_centred=True)

    def _facts(self, row: RoutineRow, width_px: int) -> str:
        """Minutes and equipment; of much equipment the first, rather than a word that is cut."""
        needed = row.listing.equipment
        if len(needed) < 2 or self.width_px(row.facts, "caption") <= width_px:
            return row.facts
        return row.facts.replace(equipment_text(needed), f"{sentence(needed[0])}, and more")

    def _write_words(self, painter: QPainter, area: QRect, row: RoutineRow, colors: Colors) -> None:
        below = "Open it to see where" if row.is_broken else row.purpose
        lines = [
            (row.title, "title", colors.text, 25),
            (below, "body", colors.text, 24),
            (
                self._facts(row, area.width()),
                "caption",
                colors.danger if row.is_broken else colors.muted,
                20,
            ),
        ]
        more = (row.listing.places, one_line(row.listing.level), row.last_done)
        rest = [more[:1], more[1:]] if self._cards.is_high else [more]
        for parts in rest:
            lines.append(
                (self.fitting(parts, area.width(), "caption"), "caption", colors.muted, 20)
            )
        if not self._cards.is_high:
            area.adjust(0, max(0, (area.height() - grown(90)) // 2), 0, 0)
        for number, (text, style, color, height_px) in enumerate(lines):
            # The star stands right of the title where the picture does not carry it.
            star_px = 0 if self._cards.is_high or number else STAR_PX + Space.S
            self.write(painter, area.adjusted(0, 0, -star_px, 0), text, style, color)
            area.setTop(area.top() + grown(height_px))


def card_of(place: QRect) -> QRect:
    """The card in its place of the grid."""
    return place.adjusted(0, 0, -GAP_PX, -GAP_PX)
