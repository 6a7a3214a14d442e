"""The cards with charts: drawn, told in words, as tables, by keyboard, in both themes."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.progress.span import Span
from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.ui.chart.chart import Chart
from glutetimer.ui.history.overview.chart_card import ChartCard
from glutetimer.ui.history.overview.deck import TWO_COLUMNS_PX
from glutetimer.ui.history.tab import HistoryTab
from glutetimer.ui.style.application import apply_theme
from glutetimer.ui.style.theme import DARK
from tests.ui.fakes import World
from tests.ui.history.conftest import OpenTab, wait_for_charts
from tests.ui.history.past import fill


def cards(tab: HistoryTab) -> tuple[ChartCard, ...]:
    return tab.overview._deck.cards


def chart(card: ChartCard) -> Chart:
    assert card._chart is not None
    return card._chart


def test_every_card_says_in_words_what_its_chart_shows(tab: HistoryTab) -> None:
    for card in cards(tab):
        assert card.content is not None
        assert card._sentence.text() == card.content.sentence
        assert chart(card).accessibleDescription() == card.content.sentence
        assert card._toggle.accessibleDescription() == card.content.sentence
    names = {chart(card).accessibleName() for card in cards(tab)}
    assert len(names) == len(cards(tab))


def test_behind_every_chart_is_its_table(qtbot: QtBot, tab: HistoryTab) -> None:
    for card in cards(tab):
        card._toggle.setFocus()
        qtbot.keyClick(card._toggle, Qt.Key.Key_Space)
        table = card._table
        assert table is not None
        assert card._views.currentWidget() is table
        assert card._toggle.text() == "Show as chart"
        assert card.content is not None
        model = table.model()
        assert model.rowCount() == len(card.content.table.rows) > 0
        row = [model.index(0, column).data() for column in range(model.columnCount())]
        assert tuple(row) == card.content.table.rows[0]
        qtbot.keyClick(card._toggle, Qt.Key.Key_Space)
        assert card._views.currentWidget() is chart(card)


def test_the_table_stays_when_the_range_changes(qtbot: QtBot, tab: HistoryTab) -> None:
    card = cards(tab)[0]
    card._toggle.click()
    before = card._table.model().rowCount() if card._table else 0
    tab.overview._deck.show_span(Span.MONTH)
    wait_for_charts(qtbot, tab)
    assert card._table is not None
    assert card._views.currentWidget() is card._table
    assert 0 < card._table.model().rowCount() < before


def test_tab_leaves_the_table(qtbot: QtBot, tab: HistoryTab) -> None:
    card = cards(tab)[0]
    card._toggle.click()
    assert card._table is not None
    assert not card._table.tabKeyNavigation()


@pytest.mark.parametrize("span", list(Span))
def test_every_range_is_drawn(qtbot: QtBot, tab: HistoryTab, span: Span) -> None:
    tab.overview._deck.show_span(span)
    wait_for_charts(qtbot, tab)
    days = {Span.MONTH: 30, Span.QUARTER: 91}.get(span, 120)
    for card in cards(tab):
        assert card.content is not None
        shown = (card.content.last - card.content.first).days
        assert days - 8 <= shown <= days + 7


def test_what_is_under_the_mouse_is_told(tab: HistoryTab) -> None:
    pain = cards(tab)[0]
    said = [chart(pain).words_at(x) for x in range(0, chart(pain).width(), 4)]
    assert "" in said
    assert any("Before: " in words and "After: " in words for words in said)
    tension = chart(cards(tab)[1])
    said = [tension.words_at(x) for x in range(0, tension.width(), 4)]
    assert any(words.startswith("Week from ") and "minutes a week" in words for words in said)


def turn(widget: QWidget, at: QPointF) -> bool:
    """Turn the wheel over a widget; False if it does not want that."""
    turned = QWheelEvent(
        widget.mapFromGlobal(at),
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def test_the_wheel_over_a_chart_scrolls_the_page(qtbot: QtBot, tab: HistoryTab) -> None:
    bar = tab.overview._area.verticalScrollBar()
    shown = chart(cards(tab)[0])
    tab.overview._area.ensureWidgetVisible(shown)
    before = bar.value()
    picture = shown.grab().toImage()
    at = shown.mapToGlobal(QPointF(shown.rect().center()))
    under = QApplication.widgetAt(at.toPoint())
    while under is not None and not turn(under, at):
        under = under.parentWidget()  # as Qt does with a wheel that really turned
    assert bar.value() > before
    assert shown.grab().toImage() == picture


def test_no_chart_has_a_hidden_window(tab: HistoryTab) -> None:
    windows = [window for window in QApplication.topLevelWidgets() if window.parent() is None]
    assert windows == [tab]


def test_a_chart_follows_the_theme(tab: HistoryTab, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)
    for card in cards(tab):
        assert chart(card).grab().toImage().pixelColor(1, 1) == QColor(DARK.card)


def test_cards_stand_side_by_side_where_there_is_room(tab: HistoryTab) -> None:
    pain, tension, *_ = cards(tab)
    tab.resize(TWO_COLUMNS_PX + 100, 700)
    QApplication.processEvents()
    assert pain.y() == tension.y()
    tab.resize(TWO_COLUMNS_PX - 100, 700)
    QApplication.processEvents()
    assert pain.y() < tension.y()


def test_the_chosen_exercise_stays_when_the_history_is_read_anew(
    qtbot: QtBot, tab: HistoryTab
) -> None:
    card = tab.overview._deck._exercise
    card._exercise.setCurrentIndex(card._exercise.findData("hip-thrust-iso-hold"))
    assert card._measure.currentText() == "Seconds held"
    card._measure.setCurrentIndex(1)
    assert card.content is not None
    assert card.content.scale.unit == "sets a session"
    tab.refresh()
    wait_for_charts(qtbot, tab)
    assert card._exercise.currentData() == "hip-thrust-iso-hold"
    assert card._measure.currentText() == "Sets"


def test_few_sessions_are_points_without_a_trend(open_tab: OpenTab, world: World) -> None:
    fill(world.history, [world.ago(4), world.ago(2), world.ago(1)])
    tab = open_tab()
    pain, *_, effort = (card.content for card in cards(tab))
    for content in (pain, effort):
        assert content is not None
        assert all(line.stroke is None for line in content.lines)
        assert "A trend is drawn from 8 on." in content.sentence


def test_nothing_of_a_closed_tab_stays(qtbot: QtBot, world: World) -> None:
    fill(world.history, [world.ago(4), world.ago(2), world.ago(1)])
    tab = HistoryTab(world.services(), Settings())
    tab.refresh()
    tab.show()
    wait_for_charts(qtbot, tab)
    kept = [weakref.ref(each) for card in cards(tab) for each in (card, chart(card))]
    tab.close()
    tab.deleteLater()
    del tab
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [ref() for ref in kept if ref() is not None] == []
