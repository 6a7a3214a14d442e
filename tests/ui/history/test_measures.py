"""The measures of every four weeks in the window: asked, timed, kept, shown, reported."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Outcome
from glutetimer.core.progress.measures import MEASURES_ID
from glutetimer.core.report.making import report_of
from glutetimer.core.report.period import Period
from glutetimer.core.settings import Settings
from glutetimer.core.side import Side
from glutetimer.ui.history.measures_dialog import MeasuresDialog
from glutetimer.ui.history.overview.page import Overview
from glutetimer.ui.history.stopwatch import LEAD_S, MOST_S, Stopwatch
from glutetimer.ui.words import local_day
from tests.fakes import FakeClock
from tests.ui.fakes import World
from tests.ui.samples import records, session


@pytest.fixture
def overview(qtbot: QtBot, world: World) -> Overview:
    at = world.ago(1)
    world.history.add(session(1, at), records(at))
    made = Overview(world.services(), Settings())
    qtbot.addWidget(made)
    made.refresh()
    return made


def opened(overview: Overview) -> MeasuresDialog:
    overview.measure()
    dialog = overview.findChild(MeasuresDialog)
    assert dialog is not None
    return dialog


def run(watch: Stopwatch, clock: FakeClock, seconds: float) -> None:
    for _ in range(round(seconds * 10)):
        clock.advance(0.1)
        watch.tick()


def test_what_is_measured_is_kept_and_shown(overview: Overview, world: World) -> None:
    dialog = opened(overview)
    field, scale = dialog.activities[0]
    field.setText(" Walking to the shop ")
    scale.set_value(6)
    dialog.stands.setValue(12)
    world.clock.advance(200)
    dialog.save()
    (kept,) = world.history.sessions(MEASURES_ID)
    assert kept.sets_done == 0
    assert [record.result.outcome for record in world.history.sets(kept.id)] == [
        Outcome.MEASURED
    ] * 2
    assert "Walking to the shop: 6 of 10; Stand up in 30 s: 12 times" in (
        overview.measures.lines.text()
    )
    assert overview.measures.due.text().startswith("Next on ")


def test_the_same_activities_are_asked_the_next_time_and_the_change_is_told(
    overview: Overview, world: World
) -> None:
    for level in (4, 9):
        dialog = opened(overview)
        field, scale = dialog.activities[0]
        field.setText(field.text() or "Gardening")
        scale.set_value(level)
        dialog.save()
        dialog.setParent(None)
        world.clock.advance(28 * 86400)
    assert opened(overview).activities[0][0].text() == "Gardening"
    assert overview.measures.change.text().endswith("a change that people notice.")
    overview.refresh()
    assert overview.measures.due.text() == "Four weeks are over: measure again."


def test_nothing_entered_is_not_kept(overview: Overview, world: World) -> None:
    dialog = opened(overview)
    dialog.activities[0][0].setText("Gardening")  # without a number
    dialog.save()
    assert dialog.isVisible() or not dialog.trouble.isHidden()
    assert "Nothing is entered" in dialog.trouble.text()
    assert not world.history.sessions(MEASURES_ID)


def test_a_history_that_cannot_be_written_is_told(
    overview: Overview, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise Trouble("The disk is full", "history.db", "Make room")

    dialog = opened(overview)
    dialog.stands.setValue(12)
    monkeypatch.setattr(world.history, "begin", fail)
    dialog.save()
    assert "The disk is full" in dialog.trouble.text()
    assert dialog.stands.value() == 12


def test_a_wrong_number_is_told_at_its_field(overview: Overview, world: World) -> None:
    dialog = opened(overview)
    dialog.stands.lineEdit().setText("many")
    dialog.save()
    assert "Times stood up" in dialog.trouble.text()
    assert not world.history.sessions(MEASURES_ID)


def test_the_bridge_is_timed_after_getting_into_place(overview: Overview, world: World) -> None:
    dialog = opened(overview)
    watch, clock = dialog.watches[Side.LEFT], world.clock
    watch.button.click()
    run(watch, clock, 1)
    assert watch.told.text() == "Get into place: 4"
    run(watch, clock, LEAD_S + 19.2)
    assert watch.told.text() == "20 s"
    watch.button.click()
    assert dialog.bridges[Side.LEFT].value() == pytest.approx(20.2, abs=0.11)
    assert dialog.bridges[Side.RIGHT].value_or_none() is None


def test_too_early_nothing_is_measured_and_too_long_it_ends(qtbot: QtBot, clock: FakeClock) -> None:
    watch = Stopwatch("Left", 0, clock.now_s)
    qtbot.addWidget(watch)
    ended: list[float] = []
    watch.ended.connect(ended.append)
    watch.button.click()
    run(watch, clock, 2)
    watch.button.click()
    assert not watch.is_running
    assert not ended
    watch.button.click()
    clock.advance(10_000)
    watch.tick()
    assert ended == [MOST_S]
    assert not watch.is_running


def test_thirty_seconds_end_by_themselves(qtbot: QtBot, clock: FakeClock) -> None:
    watch = Stopwatch("Chair", 30, clock.now_s)
    qtbot.addWidget(watch)
    with qtbot.waitSignal(watch.ended):
        watch.button.click()
        run(watch, clock, LEAD_S + 29)
        assert watch.told.text() in ("1 s", "2 s")
        run(watch, clock, 1.2)
    assert watch.told.text() == "Time is up"


def test_enter_in_a_name_does_not_save(overview: Overview, world: World, qtbot: QtBot) -> None:
    dialog = opened(overview)
    dialog.stands.setValue(12)
    qtbot.keyClick(dialog.activities[0][0], Qt.Key.Key_Return)
    assert not world.history.sessions(MEASURES_ID)


def test_the_report_tells_them_apart_from_training(overview: Overview, world: World) -> None:
    dialog = opened(overview)
    dialog.stands.setValue(12)
    dialog.save()
    services, today = world.services(), local_day(world.clock)
    period = Period(today - timedelta(days=7), today)
    report = report_of(services.history, services.progress, period, 3, today, 1)
    assert [note.text for note in report.measured] == ["Stand up in 30 s: 12 times"]
    assert report.sessions == 1
    assert not any("Stand up" in row.name for row in report.exercises)
